// Signals: what is observed, when, and who says so.
import type * as ast from "../../grammar/ast.ts";
import type { SignalDeclaration, Timing } from "../../runtime/program.ts";
import { complain, type Context, notYet } from "../elaborate/context.ts";
import { elaborate } from "../elaborate/expression.ts";
import { constantNumber, make } from "../elaborate/make.ts";
import { nearest } from "../elaborate/suggest.ts";
import type { Info } from "../model.ts";
import { trustOfSource } from "../types/trust.ts";
import { unitText } from "../types/units.ts";
import { rangeOf } from "../elaborate/builder.ts";
import { declare } from "./declare.ts";
import { origin, type Work } from "./reward-parts.ts";
import { declaredType } from "./types.ts";

/** `from` without a source is the environment: measured, not chosen by the agent. */
const defaultSource = { kind: "environment", ids: [] as string[] };

export function readSignals(work: Work, sets: ReadonlyMap<string, ast.SignalSet>): void {
  for (const member of work.reward.members) {
    if (member.kind === "signal") readSignal(member, undefined, work);
    if (member.kind === "signals") for (const entry of member.entries) readSignal(entry, member, work);
    if (member.kind === "signals-include") includeSet(member, sets, work);
  }
}

function includeSet(include: ast.SignalInclude, sets: ReadonlyMap<string, ast.SignalSet>, work: Work): void {
  const set = sets.get(include.name.text);
  if (set === undefined) {
    const close = nearest(include.name.text, sets.keys());
    complain(work.context, include.name, "N015", "unknown-signal-set", `There is no signal set '${include.name.text}' in this file.`, {
      help: close ? `Did you mean '${close}'?` : "Declare it above the reward: 'signals Name { … }'.",
    });
    return;
  }
  const definition = work.context.model.definitions.find((known) => known.declaration === set);
  if (definition !== undefined) work.context.model.references.push({ start: include.name.start, end: include.name.end, definition });
  for (const entry of set.entries) readSignal(entry, undefined, work);
}

function readSignal(signal: ast.Signal, block: ast.SignalBlock | undefined, work: Work): void {
  const { context } = work;
  const definition = declare(work, "signal", signal, context.scope.values, (binding) => binding.definition);
  const declared = declaredType(signal.type, context);
  if (definition === undefined) return;
  const timing = readTiming(signal.timing ?? block?.timing, context);
  const from = readSource(signal.source ?? block?.source, context);
  const broken = { definition, lower: () => undefined };
  context.scope.values.set(definition.name, broken);
  if (declared === undefined || timing === undefined || from === undefined) return;
  const info: Info = {
    type: declared.type, optional: declared.optional, timing, unit: declared.unit, unitFree: false, range: declared.range,
    trust: trustOfSource.get(from.kind) ?? "measured",
  };
  definition.info = info;
  const range = rangeOf(declared.range);
  const unit = unitText(declared.unit);
  const declaration: SignalDeclaration = {
    name: definition.name, type: declared.type, timing, optional: declared.optional, trust: info.trust, from,
    ...(declared.integer ? { integer: true } : {}),
    ...(range === undefined ? {} : { range }),
    ...(unit === "" ? {} : { unit }),
    tags: readTags(signal, context),
    ...origin(signal),
  };
  work.parts.signals.push(declaration);
  context.scope.values.set(definition.name, {
    definition,
    lower: (use) => make(context, { op: "signal", name: definition.name }, info, use),
  });
}

function readTiming(written: ast.Timing | undefined, context: Context): SignalDeclaration["timing"] | undefined {
  if (written === undefined || written.timing === "per completion") return context.oneShot || written !== undefined ? "end" : "step";
  const timings: Partial<Record<ast.Timing["timing"], Timing>> = { "at start": "start", "per step": "step", "at end": "end", "per group": "group" };
  const timing = timings[written.timing];
  if (timing !== undefined && timing !== "constant") return timing;
  return notYet(context, written, `'${written.timing}'`);
}

function readSource(source: ast.Source | undefined, context: Context): { kind: string; ids: string[] } | undefined {
  if (source === undefined) return defaultSource;
  const kind = source.name.text;
  if (trustOfSource.has(kind)) return { kind, ids: source.args.map((arg) => arg.value) };
  if (kind === "") return undefined;
  const close = nearest(kind, trustOfSource.keys());
  return complain(context, source.name, "N016", "unknown-source", `'${kind}' is not a source of signals.`, {
    help: close ? `Did you mean '${close}'?` : `Sources are ${[...trustOfSource.keys()].join(", ")}.`,
    fixes: close ? [{ title: `Change to '${close}'`, safe: false, edits: [{ start: source.name.start, end: source.name.end, text: close }] }] : [],
  });
}

function readTags(signal: ast.Signal, context: Context): SignalDeclaration["tags"] {
  const tags: SignalDeclaration["tags"] = {};
  for (const tag of signal.tags) {
    if (tags[tag.tag] !== undefined) complain(context, tag, "M008", "tag-twice", `The tag '${tag.tag}' is given twice.`, { severity: "warning" });
    const value = tag.value === undefined ? true : tagValue(tag.value, context);
    if (value !== undefined) tags[tag.tag] = value;
  }
  return tags;
}

function tagValue(value: ast.Name | ast.Expression, context: Context): string | number | boolean | number[] | undefined {
  if (!("kind" in value)) return value.text;
  if (value.kind === "text") return value.value;
  if (value.kind === "bool") return value.value;
  const lowered = elaborate(value, context);
  if (lowered === undefined) return undefined;
  const node = context.builder.nodes[lowered.node];
  if (node?.op === "vector") {
    const numbers = node.args.map((arg) => context.builder.nodes[arg]).map((arg) => (arg?.op === "constant" ? Number(arg.value) : Number.NaN));
    return numbers.every(Number.isFinite) ? numbers : undefined;
  }
  return constantNumber(context, lowered);
}
