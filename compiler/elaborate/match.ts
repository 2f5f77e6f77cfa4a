// `match`: a choice among the values something can have, checked for completeness.
import type * as ast from "../../grammar/ast.ts";
import { aType, elementType, isText } from "../types/value-types.ts";
import { choose } from "./branches.ts";
import { requirePresent } from "./combine.ts";
import { unknownAlternative } from "./comparisons.ts";
import { complain, fix, insert } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { elaborate } from "./expression.ts";
import { applyInfix } from "./infix.ts";
import { makeBool, makeNumber } from "./make.ts";

export function elaborateMatch(match: ast.Match, context: Context): Lowered | undefined {
  const value = elaborate(match.subject, context);
  const arms = match.arms.map((arm) => ({ arm, value: elaborate(arm.value, context) }));
  if (value === undefined || arms.some((arm) => arm.value === undefined)) return undefined;
  const subject = { value, span: match.subject };
  if (!requirePresent(context, subject) || !checkPatterns(match, subject, context) || !checkOrder(match, context))
    return undefined;
  if (!isExhaustive(match, subject, arms[0]?.value, context)) return undefined;
  let result: Placed | undefined;
  for (const { arm, value: given } of arms.reverse()) {
    const here = { value: given!, span: arm.value };
    // The last arm stands for whatever is left.
    const condition = result === undefined ? undefined : matchesAny(arm, subject, context);
    const chosen =
      result === undefined ? given : condition && choose({ value: condition, span: arm }, here, result, match, context);
    if (chosen === undefined) return undefined;
    result = { value: chosen, span: arm.value };
  }
  return result?.value;
}

function matchesAny(arm: ast.Arm, subject: Placed, context: Context): Lowered | undefined {
  let any: Lowered | undefined;
  for (const pattern of arm.patterns) {
    const value = patternValue(pattern, context);
    const same = value && applyInfix("==", [subject, { value, span: pattern }], pattern, context);
    if (same === undefined) return undefined;
    any =
      any === undefined
        ? same
        : applyInfix(
            "or",
            [
              { value: any, span: arm },
              { value: same, span: pattern },
            ],
            arm,
            context,
          );
  }
  return any;
}

function patternValue(pattern: ast.Pattern, context: Context): Lowered | undefined {
  if (pattern.kind === "number") return makeNumber(context, pattern.value, pattern);
  if (pattern.kind === "bool") return makeBool(context, pattern.value, pattern);
  return elaborate(pattern, context);
}

/** Patterns are of the subject's kind, among its alternatives, and each is written once. */
function checkPatterns(match: ast.Match, subject: Placed, context: Context): boolean {
  const type = elementType(subject.value.info.type);
  const before = new Map<unknown, ast.Pattern>();
  for (const pattern of match.arms.flatMap((arm) => arm.patterns)) {
    if (pattern.kind !== type.kind) {
      const message = `This pattern can never match: '${excerpt(context, match.subject)}' is ${aType(subject.value.info.type)}.`;
      complain(context, pattern, "T014", "pattern-type", message, { help: "Write patterns of the same kind." });
      return false;
    }
    if (type.kind === "text" && type.alternatives && !type.alternatives.includes(String(pattern.value))) {
      unknownAlternative(String(pattern.value), type.alternatives, pattern, context);
      return false;
    }
    const first = before.get(pattern.value);
    if (first === undefined) before.set(pattern.value, pattern);
    else warnUnreachable(pattern, first, context);
  }
  return true;
}

/** Nothing is reached behind `else`. */
function checkOrder(match: ast.Match, context: Context): boolean {
  const fallback = match.arms.findIndex((arm) => arm.patterns.length === 0);
  const behind = fallback === -1 ? undefined : match.arms[fallback + 1];
  if (behind === undefined) return true;
  const { start, end } = match.arms[fallback]!;
  complain(context, behind, "T038", "arm-after-else", "Nothing behind 'else' is ever reached.", {
    help: "Move 'else => …' to the end.",
    related: [{ start, end, message: "takes everything that is left" }],
  });
  return false;
}

function warnUnreachable(pattern: ast.Pattern, first: ast.Pattern, context: Context): void {
  complain(context, pattern, "T039", "unreachable-pattern", "This pattern is never reached, because it stands above already.", {
    severity: "warning",
    help: "Remove it, or change one of the two.",
    related: [{ start: first.start, end: first.end, message: "matched here first" }],
    unnecessary: true,
  });
}

function isExhaustive(match: ast.Match, subject: Placed, sample: Lowered | undefined, context: Context): boolean {
  const patterns = match.arms.flatMap((arm) => arm.patterns);
  if (match.arms.some((arm) => arm.patterns.length === 0)) return true;
  const type = elementType(subject.value.info.type);
  const written = new Set<unknown>(patterns.map((pattern) => pattern.value));
  const wanted: readonly (string | boolean)[] | undefined =
    type.kind === "bool" ? [true, false] : type.kind === "text" ? type.alternatives : undefined;
  const left = wanted?.filter((value) => !written.has(value));
  if (left?.length === 0) return true;
  const missing = left === undefined ? "anything else" : left.map((value) => JSON.stringify(value)).join(", ");
  const otherwise = sample !== undefined && isText(sample.info.type) ? '""' : "0";
  const inside = context.text.slice(match.start, match.end - 1).trimEnd();
  const isClosed = context.text[match.end - 1] === "}";
  const comma = inside.endsWith(",") || inside.endsWith("{") ? " " : ", ";
  complain(context, match.subject, "T015", "match-not-exhaustive", `This 'match' does not say what happens for ${missing}.`, {
    help: "Add the missing cases, or 'else => …' with the value that is worst for the agent.",
    fixes: isClosed
      ? [fix(`Add 'else => ${otherwise}'`, insert(match.start + inside.length, `${comma}else => ${otherwise}`))]
      : [],
  });
  return false;
}
