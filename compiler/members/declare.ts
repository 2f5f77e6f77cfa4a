// Enters the names of a reward, in source order, before anything is given a meaning: so order does not matter, and of two equal
// names it is the second that is reported.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { isBuiltinValue } from "../elaborate/builtins.ts";
import { changeTo, complain, didYouMean } from "../elaborate/complain.ts";
import type { Context, SetBinding } from "../elaborate/context.ts";
import { noteReference } from "../elaborate/notes.ts";
import { refuseBroken } from "../elaborate/outside.ts";
import { nearest } from "../elaborate/suggest.ts";
import { relativePath } from "../files/path.ts";
import { type Definition, type DefinitionKind, placeOf } from "../model.ts";
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
      declareEntries(member, work);
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

function declareEntries(include: ast.SignalInclude, work: Work): void {
  const set = setOf(include, work);
  for (const entry of set?.ast.entries ?? []) declareValue(entry, work, { at: include.name, file: set!.definition.file });
}

/** The set that `signals Name` includes. */
function setOf(include: ast.SignalInclude, work: Work): SetBinding | undefined {
  const { context } = work;
  const set = context.sets.get(include.name.text);
  if (set !== undefined) {
    noteReference(context, include.name, set.definition);
    if (!set.isWhole) refuseBroken(set.definition, include.name, context);
    const before = [...work.included].find(([, other]) => other === set)?.[0].name;
    if (before !== undefined) {
      return complain(context, include.name, "N020", "duplicate-name", `The set '${include.name.text}' is already included.`, {
        help: "Include it once.",
        related: [{ start: before.start, end: before.end, message: "included here first" }],
      });
    }
    work.included.set(include, set);
    return set;
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
      help: didYouMean(close, "Declare it above the reward: 'signals Name { … }', or 'use' the file that does."),
      fixes: changeTo(include.name, close),
    },
  );
}

type Value = ast.Signal | ast.Param | ast.Binding | ast.Track | ast.Sequence;

/** The include that brings in a signal of a set, and the other file the set is from, if it is. */
interface Inclusion {
  at: Span;
  file: string | undefined;
}

function declareValue(member: Value, work: Work, by?: Inclusion): void {
  const { values } = work.context.scope;
  const definition = declare(member, (name) => values.get(name)?.definition, work, by);
  if (definition !== undefined) values.set(definition.name, { definition, lower: () => undefined });
}

function enter(member: ast.Member & { name: ast.Name }, space: Map<string, Definition>, work: Work): void {
  const definition = declare(member, (name) => space.get(name), work);
  if (definition !== undefined) space.set(definition.name, definition);
}

type Find = (name: string) => Definition | undefined;

function declare(member: ast.Member & { name: ast.Name }, find: Find, work: Work, by?: Inclusion): Definition | undefined {
  if (member.name.text === "") return undefined;
  const definition = define(member.kind as DefinitionKind, member);
  if (by?.file !== undefined) definition.file = by.file;
  work.definitions.push(definition);
  const before = find(definition.name);
  if (before !== undefined) return complainTwice(work.context, by?.at ?? definition.nameSpan, definition, before);
  refuseReserved(work.context, by?.at ?? definition.nameSpan, definition.name, by === undefined);
  hintShadowing(work.context, definition, definition.file === undefined ? undefined : by?.at);
  work.definitionOf.set(member, definition);
  return definition;
}

/** Names that every JavaScript object has: generated code and logs keep values under their names. */
function refuseReserved(context: Context, at: Span, name: string, isHere: boolean): void {
  if (!(name in Object.prototype)) return;
  complain(
    context,
    at,
    "N022",
    "reserved-name",
    `'${name}' cannot be a name: every object of the generated code has it already.`,
    {
      help: `Call it '${name.replace(/^_+|_+$/g, "")}_value', for example.`,
      fixes: isHere ? changeTo(at, `${name.replace(/^_+|_+$/g, "")}_value`) : [],
    },
  );
}

export function complainTwice(context: Context, at: Span, { name }: Definition, before: Definition): undefined {
  const article = /^[aeiou]/.test(before.kind) ? "an" : "a";
  const where =
    before.file === undefined || before.file === context.file ? "" : ` in "${relativePath(context.path, before.file)}"`;
  return complain(context, at, "N020", "duplicate-name", `'${name}' is already declared as ${article} ${before.kind}${where}.`, {
    help: "Give one of them another name.",
    related: [{ ...placeOf(before), message: "declared here first" }],
  });
}

/** A signal may take their place without a word: it says the same, from a named source. */
const redeclarable: ReadonlySet<string> = new Set(["terminated", "truncated", "training"]);
const hiding: ReadonlySet<DefinitionKind> = new Set(["signal", "param", "let", "track", "goal", "probe", "sequence", "fn"]);

export function hintShadowing(context: Context, definition: Definition, at: Span = definition.nameSpan): void {
  const { name, kind } = definition;
  if (!hiding.has(kind) || redeclarable.has(name)) return;
  const builtin = kind !== "fn" && isBuiltinValue(name);
  // A value is never called, so only a function takes an operator's place.
  const operator = kind === "fn" ? operatorByName.get(name) : undefined;
  if (!builtin && (operator === undefined || operator.symbol !== undefined)) return;
  const where = kind === "fn" ? "in this file" : "in this reward";
  complain(
    context,
    at,
    "N021",
    "shadowed-name",
    `'${name}' hides the built-in ${builtin ? "value" : "operator"} of that name ${where}.`,
    {
      severity: "hint",
      help: "Choose another name if the built-in one is wanted as well.",
    },
  );
}
