// Enters the names of a reward, in source order, before anything is given a meaning: so order does not matter, and of two equal
// names it is the second that is reported.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { isBuiltinValue } from "../elaborate/builtins.ts";
import { changeTo, complain, didYouMean } from "../elaborate/complain.ts";
import type { Context } from "../elaborate/context.ts";
import { noteReference } from "../elaborate/notes.ts";
import { nearest } from "../elaborate/suggest.ts";
import type { Definition, DefinitionKind } from "../model.ts";
import type { Work } from "./reward-parts.ts";

type Named = (ast.Declaration | ast.Member) & { name: ast.Name };

export function define(kind: DefinitionKind, declaration: Named): Definition {
  const { name, doc } = declaration;
  return {
    kind,
    name: name.text,
    nameSpan: { start: name.start, end: name.end },
    declaration,
    ...(doc === undefined ? {} : { doc }),
  };
}

/** Every name of the reward. A value has no meaning until its reader gives it one. */
export function declareMembers(work: Work): void {
  for (const member of work.reward.members) declareMember(member, work);
}

function declareMember(member: ast.Member, work: Work): void {
  const { terms, worlds } = work.context.scope;
  switch (member.kind) {
    case "signal":
    case "param":
    case "let":
    case "track":
    case "goal":
    case "probe":
    case "sequence":
      declareValue(member, work);
      break;
    case "signals":
      for (const entry of member.entries) declareValue(entry, work);
      break;
    case "signals-include":
      for (const entry of setOf(member, work)?.entries ?? []) declareValue(entry, work, member.name);
      break;
    case "objective":
    case "penalty":
    case "shaping":
    case "require":
    case "limit":
      enter(member, terms, work);
      break;
    case "scenario":
    case "data":
      enter(member, worlds, work);
      break;
  }
}

/** The set that `signals Name` includes. */
function setOf(include: ast.SignalInclude, work: Work): ast.SignalSet | undefined {
  const { context } = work;
  const set = context.sets.get(include.name.text);
  if (set !== undefined) {
    noteReference(context, include.name, set.definition);
    if (!set.isWhole) context.fail();
    const before = [...work.included].find(([, ast]) => ast === set.ast)?.[0].name;
    if (before !== undefined) {
      return complain(context, include.name, "N020", "duplicate-name", `The set '${include.name.text}' is already included.`, {
        help: "Include it once.",
        related: [{ start: before.start, end: before.end, message: "included here first" }],
      });
    }
    work.included.set(include, set.ast);
    return set.ast;
  }
  if (include.name.text === "") return undefined;
  if (context.isOpen) return context.fail();
  const close = nearest(include.name.text, context.sets.keys());
  return complain(
    context,
    include.name,
    "N015",
    "unknown-signal-set",
    `There is no signal set '${include.name.text}' in this file.`,
    {
      help: didYouMean(close, "Declare it above the reward: 'signals Name { … }'."),
      fixes: changeTo(include.name, close),
    },
  );
}

type Value = ast.Signal | ast.Param | ast.Binding | ast.Track | ast.Sequence;

/** `by` is the include that brings in a signal of a set. */
function declareValue(member: Value, work: Work, by?: Span): void {
  const { values } = work.context.scope;
  const definition = declare(member, (name) => values.get(name)?.definition, work, by);
  if (definition !== undefined) values.set(definition.name, { definition, lower: () => undefined });
}

function enter(member: ast.Member & { name: ast.Name }, space: Map<string, Definition>, work: Work): void {
  const definition = declare(member, (name) => space.get(name), work);
  if (definition !== undefined) space.set(definition.name, definition);
}

type Find = (name: string) => Definition | undefined;

function declare(member: ast.Member & { name: ast.Name }, find: Find, work: Work, by?: Span): Definition | undefined {
  if (member.name.text === "") return undefined;
  const definition = define(member.kind as DefinitionKind, member);
  work.definitions.push(definition);
  const before = find(definition.name);
  if (before !== undefined) return complainTwice(work.context, by ?? definition.nameSpan, definition, before);
  refuseReserved(work.context, by ?? definition.nameSpan, definition.name);
  hintShadowing(work.context, definition);
  work.definitionOf.set(member, definition);
  return definition;
}

/** Names that every JavaScript object has: generated code and logs keep values under their names. */
function refuseReserved(context: Context, at: Span, name: string): void {
  if (!(name in Object.prototype)) return;
  complain(
    context,
    at,
    "N022",
    "reserved-name",
    `'${name}' cannot be a name: every object of the generated code has it already.`,
    {
      help: `Call it '${name.replace(/^_+|_+$/g, "")}_value', for example.`,
      fixes: changeTo(at, `${name.replace(/^_+|_+$/g, "")}_value`),
    },
  );
}

export function complainTwice(context: Context, at: Span, { name }: Definition, before: Definition): undefined {
  const article = /^[aeiou]/.test(before.kind) ? "an" : "a";
  return complain(context, at, "N020", "duplicate-name", `'${name}' is already declared as ${article} ${before.kind}.`, {
    help: "Give one of them another name.",
    related: [{ ...before.nameSpan, message: "declared here first" }],
  });
}

const redeclarable: ReadonlySet<string> = new Set(["terminated", "truncated"]);
const hiding: ReadonlySet<DefinitionKind> = new Set(["signal", "param", "let", "track", "goal", "probe", "sequence", "fn"]);

export function hintShadowing(context: Context, definition: Definition): void {
  const { name, kind } = definition;
  if (!hiding.has(kind) || redeclarable.has(name)) return;
  const builtin = kind !== "fn" && isBuiltinValue(name);
  const operator = operatorByName.get(name);
  if (!builtin && (operator === undefined || operator.symbol !== undefined)) return;
  const where = kind === "fn" ? "in this file" : "in this reward";
  complain(
    context,
    definition.nameSpan,
    "N021",
    "shadowed-name",
    `'${name}' hides the built-in ${builtin ? "value" : "operator"} of that name ${where}.`,
    {
      severity: "hint",
      help: "Choose another name if the built-in one is wanted as well.",
    },
  );
}
