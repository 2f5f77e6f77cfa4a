// The braces of a scenario or a `with`: entries for the whole episode, and segments played in order.
import type * as ast from "../../grammar/ast.ts";
import type { Scenario, ScenarioEntry } from "../../runtime/program.ts";
import { changeTo, complain, didYouMean } from "../elaborate/complain.ts";
import type { Context } from "../elaborate/context.ts";
import { guess } from "../elaborate/effort.ts";
import { elaborate } from "../elaborate/expression.ts";
import { noteReference } from "../elaborate/notes.ts";
import { aType, componentIndex } from "../types/value-types.ts";
import { checkValue, type Target, targetNamed } from "./entry-values.ts";
import type { Work } from "./reward-parts.ts";
import { refuseGroup } from "./scenario-groups.ts";

type World = Pick<Scenario, "entries" | "segments">;

/** What `world` says on top of `base`. Own entries win over everything inherited; own segments replace those of the base. */
export function extend(base: World | undefined, world: ast.World, work: Work): World {
  const context: Context = { ...work.context, place: "scenario" };
  for (const item of world.items) if (item.kind === "group") refuseGroup(item, context);
  const segments = readSegments(world, context, work);
  const own = readEntries(world, context, work);
  const kept = (base?.entries ?? []).filter((entry) => !own.some((mine) => overrides(mine, entry)));
  const entries = [...kept, ...own];
  if (segments.length > 0) return { entries, segments };
  return {
    entries,
    segments: (base?.segments ?? []).map((segment) => ({ ...segment, entries: overridden(segment.entries, own) })),
  };
}

function overrides(mine: ScenarioEntry, other: ScenarioEntry): boolean {
  return mine.signal === other.signal && (mine.component === undefined || mine.component === other.component);
}

/** Entries of an inherited segment with what is new about the same signals. */
function overridden(inherited: ScenarioEntry[], own: ScenarioEntry[]): ScenarioEntry[] {
  const about = own.filter((mine) => inherited.some((entry) => entry.signal === mine.signal));
  return about.length === 0
    ? inherited
    : [...inherited.filter((entry) => !about.some((mine) => overrides(mine, entry))), ...about];
}

function readSegments(world: ast.World, context: Context, work: Work): Scenario["segments"] {
  const segments = world.items.filter((item): item is ast.Segment => item.kind === "segment");
  return segments.flatMap((segment, index) => {
    const { steps } = segment;
    const entries = readEntries(segment.world, context, work, index);
    for (const item of segment.world?.items ?? []) {
      if (item.kind === "group") refuseGroup(item, context);
      if (item.kind === "segment") {
        complain(context, item, "M031", "nested-segment", "A segment cannot stand inside a segment.", {
          help: "Write segments one after the other.",
        });
      }
    }
    if (Number.isInteger(steps.value) && steps.value >= 1 && steps.value <= 1_000_000) return [{ steps: steps.value, entries }];
    complain(context, steps, "M030", "segment-steps", "A segment has a whole number of steps from 1 to 1,000,000.", {
      help: "Write 'steps 100 { … }'.",
    });
    return [];
  });
}

/** `segment` is the number of the segment they stand in, if any. */
function readEntries(world: ast.World | undefined, context: Context, work: Work, segment?: number): ScenarioEntry[] {
  const before = new Map<string, ast.Entry>();
  return (world?.items ?? []).flatMap((item) => {
    if (item.kind !== "entry") return [];
    const path = item.path.map(({ text }) => text).join(".");
    const first = before.get(path);
    if (first === undefined) before.set(path, item);
    else warnTwice(item, first, path, context);
    return readEntry(item, context, work, segment) ?? [];
  });
}

function warnTwice(entry: ast.Entry, first: ast.Entry, path: string, context: Context): void {
  if (path === "") return;
  complain(context, entry.path[0] ?? entry, "M035", "entry-twice", `'${path}' is given twice; the last one counts.`, {
    severity: "warning",
    help: "Keep one of them.",
    related: [{ start: first.start, end: first.end, message: "given here first" }],
  });
}

function readEntry(entry: ast.Entry, context: Context, work: Work, segment: number | undefined): ScenarioEntry | undefined {
  const [name, part, ...rest] = entry.path;
  if (name === undefined || name.text === "") return undefined;
  const definition = context.scope.values.get(name.text)?.definition;
  const target = targetNamed(name.text, work);
  const value = elaborate(entry.value, context);
  // An entry without a value has its syntax error: its name need not be that of a signal.
  if (definition === undefined && entry.value.kind === "missing") return undefined;
  if (definition?.kind !== "signal") return unknownSignal(name, context, work);
  noteReference(context, name, definition);
  // A signal without meaning has its error where it is declared.
  if (target === undefined) return context.fail();
  if (target.signal.timing === "start" && segment !== undefined && segment > 0) warnFixed(name, target, context);
  const component = part === undefined ? undefined : componentOf(target, part, rest, context);
  if (part !== undefined && component === undefined) return undefined;
  if (value === undefined || !checkValue(target, component, value, entry.value, context)) return undefined;
  return { signal: name.text, node: value.node, ...(component === undefined ? {} : { component }) };
}

function warnFixed(name: ast.Name, { signal }: Target, context: Context): void {
  const [start, end] = signal.source;
  complain(
    context,
    name,
    "M036",
    "entry-without-effect",
    `'${name.text}' is fixed at the start, so a later segment cannot change it.`,
    {
      severity: "warning",
      help: "Say it outside the segments.",
      related: [{ start, end, message: "declared 'at start'" }],
    },
  );
}

export function unknownSignal(name: ast.Name, context: Context, work: Work): undefined {
  const definition = context.scope.values.get(name.text)?.definition;
  if (definition === undefined && context.isOpen) return context.fail();
  const close = guess(name.text, work.signalNamed.keys(), context);
  const where = context.place === "data" ? "a data block maps" : "a scenario gives values to";
  const message = definition
    ? `'${name.text}' is a ${definition.kind}; ${where} signals only.`
    : `There is no signal '${name.text}'.`;
  return complain(context, name, "N019", "unknown-signal", message, {
    help: didYouMean(
      close,
      definition ? "Give a value to the signals it is computed from." : "Declare the signal, or remove the entry.",
    ),
    fixes: definition ? [] : changeTo(name, close),
  });
}

function componentOf({ signal }: Target, part: ast.Name, rest: ast.Name[], context: Context): number | undefined {
  if (part.text === "") return undefined;
  const index = part.text.length === 1 ? componentIndex(signal.type, part.text) : -1;
  const isVector = signal.type.kind === "vector";
  if (rest.length === 0 && signal.type.kind === "vector" && index >= 0 && index < signal.type.size) return index;
  const wrong = rest[0] ?? part;
  const message = `'${signal.name}' is ${aType(signal.type)} and has no component '.${[part, ...rest].map(({ text }) => text).join(".")}'.`;
  return complain(context, wrong, "N009", "no-such-member", message, {
    help: isVector ? "Its components are set by .x .y .z .w, the whole vector by '= […]'." : "Leave the component out.",
  });
}
