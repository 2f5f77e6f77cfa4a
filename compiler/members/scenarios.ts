// Scenarios: small trajectories written by hand. `like` is resolved here; a program knows only whole scenarios.
import type * as ast from "../../grammar/ast.ts";
import type { Scenario, ScenarioEntry, SignalDeclaration } from "../../runtime/program.ts";
import { complain, type Context, excerpt, type Lowered } from "../elaborate/context.ts";
import { elaborate } from "../elaborate/expression.ts";
import { nearest } from "../elaborate/suggest.ts";
import { describeType, elementType } from "../types/value-types.ts";
import { isPure, sameUnit, unitText } from "../types/units.ts";
import { declare } from "./declare.ts";
import { origin, type Work } from "./reward-parts.ts";

export function declareScenarios(work: Work): void {
  const { scenarios } = work.context.scope;
  for (const member of work.reward.members) {
    if (member.kind !== "scenario") continue;
    const definition = declare(work, "scenario", member, scenarios, (entry) => entry);
    if (definition !== undefined) scenarios.set(definition.name, definition);
  }
}

export function readScenarios(work: Work): void {
  for (const member of work.reward.members) {
    if (member.kind !== "scenario" || work.parts.scenarios.some((known) => known.name === member.name.text)) continue;
    readScenario(member, work, []);
  }
}

function readScenario(scenario: ast.Scenario, work: Work, path: string[]): Scenario | undefined {
  const { context } = work;
  const name = scenario.name.text;
  const known = work.parts.scenarios.find((candidate) => candidate.name === name);
  if (known !== undefined || name === "") return known;
  const base = scenario.like === undefined ? undefined : baseOf(scenario, scenario.like, work, [...path, name]);
  if (scenario.like !== undefined && base === undefined) return undefined;
  const made: Scenario = { name, ...extend(base, scenario.world, context, work), ...origin(scenario) };
  work.parts.scenarios.push(made);
  return made;
}

function baseOf(scenario: ast.Scenario, like: ast.Name, work: Work, path: string[]): Scenario | undefined {
  const { context } = work;
  if (path.includes(like.text)) return complain(context, like, "N017", "circular-definition", `'${scenario.name.text}' is like itself: ${[...path, like.text].join(" → ")}.`);
  const definition = context.scope.scenarios.get(like.text);
  if (definition === undefined) {
    const close = nearest(like.text, context.scope.scenarios.keys());
    return complain(context, like, "N018", "unknown-scenario", `There is no scenario '${like.text}'.`, { help: close ? `Did you mean '${close}'?` : "Declare it first." });
  }
  context.model.references.push({ start: like.start, end: like.end, definition });
  return readScenario(definition.declaration as ast.Scenario, work, path);
}

/** Entries override those of the base; if there is any segment, the segments replace the inherited ones. */
export function extend(base: Scenario | undefined, world: ast.World, context: Context, work: Work): Pick<Scenario, "entries" | "segments"> {
  const place: Context = { ...context, place: "scenario" };
  const segments = world.items.filter((item): item is ast.Segment => item.kind === "segment").flatMap((segment) => readSegment(segment, place, work));
  const own = world.items.filter((item): item is ast.Entry => item.kind === "entry").flatMap((entry) => readEntry(entry, place, work) ?? []);
  const kept = (base?.entries ?? []).filter((entry) => !own.some((mine) => mine.signal === entry.signal && (mine.component === undefined || mine.component === entry.component)));
  return { entries: [...kept, ...own], segments: segments.length > 0 ? segments : (base?.segments ?? []) };
}

function readSegment(segment: ast.Segment, context: Context, work: Work): Scenario["segments"] {
  const { value } = segment.steps;
  if (!Number.isInteger(value) || value < 1 || value > 1_000_000) {
    complain(context, segment.steps, "M030", "segment-steps", "A segment has a whole number of steps from 1 to 1,000,000.");
    return [];
  }
  const entries = (segment.world?.items ?? []).flatMap((item) => {
    if (item.kind === "entry") return readEntry(item, context, work) ?? [];
    complain(context, item, "M031", "nested-segment", "A segment cannot stand inside a segment.", { help: "Write segments one after the other." });
    return [];
  });
  return [{ steps: value, entries }];
}

function readEntry(entry: ast.Entry, context: Context, work: Work): ScenarioEntry | undefined {
  const [name, part, ...rest] = entry.path;
  if (name === undefined || name.text === "") return undefined;
  const signal = work.parts.signals.find((candidate) => candidate.name === name.text);
  const definition = context.scope.values.get(name.text)?.definition;
  if (signal === undefined) {
    if (definition?.kind === "signal") return undefined;
    const close = nearest(name.text, work.parts.signals.map((candidate) => candidate.name));
    return complain(context, name, "N019", "unknown-signal", definition ? `'${name.text}' is a ${definition.kind}; a scenario gives values to signals only.` : `There is no signal '${name.text}'.`, {
      help: close ? `Did you mean '${close}'?` : "Declare the signal, or remove the entry.",
    });
  }
  if (definition !== undefined) context.model.references.push({ start: name.start, end: name.end, definition });
  const component = part === undefined ? undefined : componentOf(signal, part, context);
  if (part !== undefined && (component === undefined || rest.length > 0)) return undefined;
  const value = elaborate(entry.value, context);
  if (value === undefined || !checkEntry(signal, component, value, entry.value, context)) return undefined;
  return { signal: signal.name, node: value.node, ...(component === undefined ? {} : { component }) };
}

function componentOf(signal: SignalDeclaration, part: ast.Name, context: Context): number | undefined {
  const index = part.text.length === 1 ? "xyzw".indexOf(part.text) : -1;
  if (signal.type.kind === "vector" && index >= 0 && index < signal.type.size) return index;
  return complain(context, part, "N009", "no-such-member", `'${signal.name}' is ${describeType(signal.type)} and has no component '.${part.text}'.`);
}

/** Whether a value fits the signal: kind, length, unit, bounds and, for an enum, its alternatives. */
export function checkEntry(signal: SignalDeclaration, component: number | undefined, value: Lowered, span: ast.Expression, context: Context): boolean {
  const type = component === undefined ? signal.type : elementType(signal.type);
  const text = excerpt(context, span);
  const wrong = (message: string, help?: string) => {
    complain(context, span, "M032", "scenario-value", message, help === undefined ? {} : { help });
    return false;
  };
  const got = value.info.type;
  const sameKind = elementType(type).kind === "text" ? elementType(got).kind === "text" : elementType(got).kind !== "text";
  const sameShape = type.kind === got.kind || (type.kind !== "vector" && type.kind !== "list" && got.kind !== "vector" && got.kind !== "list") || (type.kind === "list" && got.kind === "vector");
  const sameSize = type.kind !== "vector" || got.kind !== "vector" || type.size === got.size;
  const boolFromNumber = elementType(type).kind === "bool" && elementType(got).kind !== "bool";
  if (!sameKind || !sameShape || !sameSize || boolFromNumber) return wrong(`'${signal.name}' is ${describeType(type)}, but '${text}' is ${describeType(got)}.`);
  const node = context.builder.nodes[value.node];
  if (type.kind === "text" && type.alternatives && node?.op === "constant" && !type.alternatives.includes(String(node.value))) {
    return wrong(`"${node.value}" is not one of the alternatives of '${signal.name}'.`, `Use one of ${type.alternatives.map((a) => `"${a}"`).join(", ")}.`);
  }
  const unit = context.scope.values.get(signal.name)?.definition.info?.unit;
  if (unit !== undefined && !value.info.unitFree && !isPure(value.info.unit) && !sameUnit(unit, value.info.unit)) {
    return wrong(`'${signal.name}' is in [${unitText(unit)}], but '${text}' is in [${unitText(value.info.unit)}].`, "Convert the value.");
  }
  return checkBounds(signal, type.kind === "text", value, text, wrong);
}

function checkBounds(signal: SignalDeclaration, isText: boolean, value: Lowered, text: string, wrong: (message: string, help: string) => boolean): boolean {
  const [lo, hi] = [signal.range?.[0] ?? Number.NEGATIVE_INFINITY, signal.range?.[1] ?? Number.POSITIVE_INFINITY];
  const { range } = value.info;
  if (isText || signal.tags.saturates || signal.type.kind === "bool") return true;
  const certain = range.lo > hi || range.hi < lo || (value.info.timing === "constant" && (range.lo < lo || range.hi > hi));
  return !certain || wrong(`'${text}' lies outside ${lo}..${hi}, the declared range of '${signal.name}'.`, "Change the value, or widen the range of the signal.");
}
