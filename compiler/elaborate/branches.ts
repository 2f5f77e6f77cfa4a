// `if` and `match`: a match is checked for completeness and becomes nested ifs.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { ValueType } from "../../runtime/program.ts";
import { describeType, elementType, isBool, isText, joinShapes, NUMBER } from "../types/value-types.ts";
import { combine, commonUnit, type Placed } from "./combine.ts";
import { complain, type Context, excerpt, type Lowered } from "./context.ts";
import { article, elaborate } from "./expression.ts";
import { applyInfix, unknownAlternative } from "./infix.ts";
import { make, makeBool, makeNumber } from "./make.ts";

export function elaborateIf(branch: ast.If, context: Context): Lowered | undefined {
  const condition = elaborate(branch.condition, context);
  const yes = elaborate(branch.yes, context);
  const no = elaborate(branch.no, context);
  if (condition === undefined || yes === undefined || no === undefined) return undefined;
  if (!isBool(condition.info.type)) {
    return complain(context, branch.condition, "T002", "not-a-condition", `'if' needs true or false, but '${excerpt(context, branch.condition)}' is ${article(condition.info)}.`, {
      help: `Compare it with something, for example '${excerpt(context, branch.condition)} > 0'.`,
    });
  }
  return choose({ value: condition, span: branch.condition }, { value: yes, span: branch.yes }, { value: no, span: branch.no }, branch, context);
}

function choose(condition: Placed, yes: Placed, no: Placed, span: Span, context: Context): Lowered | undefined {
  const together = combine(context, [condition, yes, no]);
  const element = branchElement(yes, no, context);
  if (together === undefined || element === undefined) return undefined;
  const unit = element.kind === "text" ? { unit: yes.value.info.unit, unitFree: false } : commonUnit(context, [yes, no], "alternatives of one value");
  const type = joinShapes([condition.value.info.type, yes.value.info.type, no.value.info.type], element);
  if (unit === undefined) return undefined;
  if ("clash" in type) {
    return complain(context, span, "T006", "vector-length", `The parts of this 'if' have different lengths: ${describeType(type.clash[0])} and ${describeType(type.clash[1])}.`);
  }
  const { lo, hi } = condition.value.info.range;
  const ranges = [...(hi >= 1 ? [yes] : []), ...(lo <= 0 ? [no] : [])].map((part) => part.value.info.range);
  const range = { lo: Math.min(...ranges.map((r) => r.lo)), hi: Math.max(...ranges.map((r) => r.hi)) };
  const optional = yes.value.info.optional || no.value.info.optional;
  const args: [number, number, number] = [condition.value.node, yes.value.node, no.value.node];
  return make(context, { op: "if", args }, { type, optional, ...together, ...unit, range }, span);
}

function branchElement(yes: Placed, no: Placed, context: Context): ValueType | undefined {
  const [a, b] = [elementType(yes.value.info.type), elementType(no.value.info.type)];
  if ((a.kind === "text") !== (b.kind === "text")) {
    return complain(context, no.span, "T013", "branch-types", `One branch gives ${describeType(a)}, the other ${describeType(b)}; both must give the same kind of value.`, {
      related: [{ ...yes.span, message: `gives ${describeType(a)}` }],
    });
  }
  if (a.kind === "text") return { kind: "text" };
  return a.kind === "bool" && b.kind === "bool" ? a : NUMBER;
}

export function elaborateMatch(match: ast.Match, context: Context): Lowered | undefined {
  const subject = elaborate(match.subject, context);
  const arms = match.arms.map((arm) => ({ arm, value: elaborate(arm.value, context) }));
  if (subject === undefined || arms.some(({ value }) => value === undefined)) return undefined;
  if (!checkPatterns(match, subject, context)) return undefined;
  const otherwise = arms.findIndex(({ arm }) => arm.patterns.length === 0);
  const last = otherwise === -1 ? arms.length - 1 : otherwise;
  const final = arms[last];
  if (final === undefined) return undefined;
  let result: Lowered | undefined = final.value;
  for (let index = last - 1; index >= 0; index--) {
    const { arm, value } = arms[index]!;
    const condition = matchesAny(arm, { value: subject, span: match.subject }, context);
    if (condition === undefined || result === undefined) return undefined;
    result = choose({ value: condition, span: arm }, { value: value!, span: arm.value }, { value: result, span: final.arm.value }, match, context);
  }
  return result;
}

function matchesAny(arm: ast.Arm, subject: Placed, context: Context): Lowered | undefined {
  let any: Lowered | undefined;
  for (const pattern of arm.patterns) {
    const value = patternValue(pattern, context);
    const same = value && applyInfix("==", [subject, { value, span: pattern }], pattern, context);
    if (same === undefined) return undefined;
    any = any === undefined ? same : applyInfix("or", [{ value: any, span: arm }, { value: same, span: pattern }], arm, context);
  }
  return any;
}

function patternValue(pattern: ast.Pattern, context: Context): Lowered | undefined {
  if (pattern.kind === "number") return makeNumber(context, pattern.value, pattern);
  if (pattern.kind === "bool") return makeBool(context, pattern.value, pattern);
  return elaborate(pattern, context);
}

/** Patterns must be of the subject's kind, and together cover everything it can be. */
function checkPatterns(match: ast.Match, subject: Lowered, context: Context): boolean {
  const { type } = subject.info;
  const patterns = match.arms.flatMap((arm) => arm.patterns);
  const fallback = match.arms.some((arm) => arm.patterns.length === 0);
  for (const pattern of patterns) {
    const fits = pattern.kind === "text" ? isText(type) : pattern.kind === "bool" ? isBool(type) : elementType(type).kind === "number";
    if (!fits) {
      complain(context, pattern, "T014", "pattern-type", `This pattern can never match: '${excerpt(context, match.subject)}' is ${article(subject.info)}.`);
      return false;
    }
    if (pattern.kind === "text" && type.kind === "text" && type.alternatives && !type.alternatives.includes(pattern.value)) {
      unknownAlternative(pattern.value, type.alternatives, pattern, context);
      return false;
    }
  }
  if (fallback) return true;
  const written = new Set(patterns.map((pattern) => pattern.value));
  const wanted: readonly (string | boolean)[] | undefined = type.kind === "bool" ? [true, false] : type.kind === "text" ? type.alternatives : undefined;
  const left = wanted?.filter((value) => !written.has(value));
  if (left?.length === 0) return true;
  const missing = left === undefined ? "anything else" : left.map((value) => JSON.stringify(value)).join(", ");
  complain(context, match.subject, "T015", "match-not-exhaustive", `This 'match' does not say what happens for ${missing}.`, {
    help: "Add the missing cases, or 'else => …' with the value that is worst for the agent.",
    fixes: [{ title: "Add 'else => 0'", safe: false, edits: [{ start: match.end - 1, end: match.end - 1, text: ", else => 0 " }] }],
  });
  return false;
}
