// Signals: what is observed, when, and who says so.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { SignalDeclaration, Source } from "../../runtime/program.ts";
import { rangeOf } from "../elaborate/builder.ts";
import { changeTo, complain, didYouMean, reservedForLater } from "../elaborate/complain.ts";
import type { Context } from "../elaborate/context.ts";
import { make } from "../elaborate/make.ts";
import { enter } from "../elaborate/outside.ts";
import { nearest } from "../elaborate/suggest.ts";
import type { Definition, Info } from "../model.ts";
import { timingText } from "../types/timing.ts";
import { trustOfSource } from "../types/trust.ts";
import { unitText } from "../types/units.ts";
import { aType } from "../types/value-types.ts";
import { once } from "./once.ts";
import { origin, type Work } from "./reward-parts.ts";
import { readTags } from "./tags.ts";
import { type Declared, declaredType } from "./types.ts";

/** `from` without a source is the environment: measured, not chosen by the agent. */
const defaultSource = { kind: "environment", ids: [] as string[] };

type Block = Pick<ast.SignalBlock, "timing" | "source">;

/** Gives the names their meaning; what this returns, one function each, elaborates those that nobody has used. */
export function readSignals(work: Work): (() => void)[] {
  return work.reward.members.flatMap((member) => {
    if (member.kind === "signal") return [readSignal(member, {}, work)];
    if (member.kind === "signals") return member.entries.map((entry) => readSignal(entry, member, work));
    if (member.kind === "signals-include") return readEntries(member, work);
    return [];
  });
}

/** Entries of another file stand there and name what can be named there; in the program they stand where they are included. */
function readEntries(include: ast.SignalInclude, work: Work): (() => void)[] {
  const set = work.included.get(include);
  if (set === undefined) return [];
  const inside = enter(set.definition, set.home, include.name, work.context);
  if (inside === work.context) return set.ast.entries.map((entry) => readSignal(entry, {}, work));
  const here: Source = [include.start, include.end];
  return set.ast.entries.map((entry) => readSignal(entry, {}, work, { ...inside, place: "file" }, here));
}

function readSignal(signal: ast.Signal, block: Block, work: Work, context = work.context, here?: Source): () => void {
  const definition = work.definitionOf.get(signal);
  let made: SignalDeclaration | undefined;
  const meaning = once(signal.name, work, (): Info | undefined => {
    const declared = declaredType(signal.type, context);
    const timing = timingOf(signal.timing ?? block.timing, context);
    const from = sourceOf(signal.source ?? block.source, context);
    if (declared === undefined || timing === undefined || from === undefined || !isOutcome(signal, declared, timing, context))
      return undefined;
    const { type, optional, unit, range } = declared;
    const info: Info = {
      type,
      optional,
      timing,
      unit,
      unitFree: false,
      range,
      trust: trustOfSource.get(from.kind) ?? "measured",
    };
    if (definition === undefined) return undefined;
    definition.info = info;
    made = declarationOf(signal, definition, declared, info, { timing, from }, context);
    if (here !== undefined) made.source = here;
    return info;
  });
  const lower = (use: Span) => {
    const info = meaning(use);
    return info && make(work.context, { op: "signal", name: signal.name.text }, info, use);
  };
  if (definition !== undefined) work.context.scope.values.set(definition.name, { definition, lower });
  return () => {
    meaning();
    if (made === undefined) return;
    work.parts.signals.push(made);
    work.signalNamed.set(made.name, made);
  };
}

function declarationOf(
  signal: ast.Signal,
  { name }: Definition,
  { type, optional, integer }: Declared,
  info: Info,
  { timing, from }: Pick<SignalDeclaration, "timing" | "from">,
  context: Context,
): SignalDeclaration {
  const range = rangeOf(info.range);
  const unit = unitText(info.unit);
  const declaration: SignalDeclaration = {
    name,
    type,
    timing,
    optional,
    trust: info.trust,
    ...(from === undefined ? {} : { from }),
    ...(integer ? { integer: true } : {}),
    ...(range === undefined ? {} : { range }),
    ...(unit === "" ? {} : { unit }),
    tags: {},
    ...origin(signal),
  };
  declaration.tags = readTags(signal, declaration, info, context);
  return declaration;
}

const recorded: ReadonlySet<string> = new Set(["terminated", "truncated"]);

/** `terminated` and `truncated` may be declared, but stay what they are. */
function isOutcome(
  signal: ast.Signal,
  { type, optional }: Declared,
  timing: SignalDeclaration["timing"],
  context: Context,
): boolean {
  const { name } = signal;
  const perStep = timing === "step" || (context.oneShot && timing === "end");
  if (!recorded.has(name.text) || (type.kind === "bool" && !optional && perStep)) return true;
  const cannot = perStep ? `${aType(type)}${optional ? " that may be missing" : ""}` : `known '${timingText(timing)}' only`;
  const message = `'${name.text}' says on every step whether the episode has ended, so it cannot be ${cannot}.`;
  complain(context, signal, "M018", "outcome-signal", message, {
    help: `Declare it as 'signal ${name.text} : bool', or give the signal another name.`,
  });
  return false;
}

function timingOf(written: ast.Timing | undefined, context: Context): SignalDeclaration["timing"] | undefined {
  switch (written?.timing) {
    case undefined:
      return context.oneShot ? "end" : "step";
    case "at start":
      return "start";
    case "per step":
      return "step";
    case "at end":
    case "per completion":
      return "end";
    case "per group":
      return "group";
    case "per batch":
      return reservedForLater(context, written!, "'per batch'", "Use 'per group', the samples of one prompt.");
  }
}

function sourceOf(source: ast.Source | undefined, context: Context): { kind: string; ids: string[] } | undefined {
  if (source === undefined) return defaultSource;
  const kind = source.name.text;
  if (trustOfSource.has(kind)) return { kind, ids: source.args.map((arg) => arg.value) };
  if (kind === "") return undefined;
  const close = nearest(kind, trustOfSource.keys());
  return complain(context, source.name, "N016", "unknown-source", `'${kind}' is not a source of signals.`, {
    help: didYouMean(close, `Sources are ${[...trustOfSource.keys()].join(", ")}.`),
    fixes: changeTo(source.name, close),
  });
}
