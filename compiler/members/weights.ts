// Weights: at least 0, and such that weight × value is a pure number; a bare number takes the unit that makes it one.
import type * as ast from "../../grammar/ast.ts";
import type { Fix } from "../diagnostics.ts";
import { append, complain, fix, replace, safeFix, surround } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import { type Context, excerpt, type Lowered, type Placed } from "../elaborate/context.ts";
import { elaborateScalar } from "../elaborate/expression.ts";
import { makeNumber } from "../elaborate/make.ts";
import { isPure, multiplyUnits, powerUnit, unitText } from "../types/units.ts";

type Weighted = ast.Term | ast.Shaping;

/** The weight of a term whose value is `value`, as far as that has a meaning. */
export function lowerWeight(term: Weighted, value: Placed | undefined, context: Context): Lowered | undefined {
  if (term.weight === undefined) return makeNumber(context, 1);
  const weight = elaborateScalar(term.weight, context, "A weight");
  if (weight === undefined || !checkSign(term, weight, value, context)) return undefined;
  if (value === undefined || isLiteral(term.weight)) return weight;
  return checkUnit(term.weight, weight, value, context) ? weight : undefined;
}

function checkUnit(span: ast.Expression, weight: Lowered, value: Placed, context: Context): boolean {
  const { unit } = value.value.info;
  const product = multiplyUnits(weight.info.unit, unit);
  if (isPure(product)) return true;
  const [weightText, valueText] = [excerpt(context, span), excerpt(context, value.span)];
  const wanted = unitText(powerUnit(unit, -1)) || "1";
  const message = `'${weightText}' × '${valueText}' is in [${unitText(product)}]; what is paid must be a pure number.`;
  const { start, end } = value.span;
  complain(context, span, "RH202", "unit-mismatch", message, {
    help: isPure(unit)
      ? "Take the unit off the weight."
      : `Give the weight the unit [${wanted}], or divide the value by 1 [${unitText(unit)}].`,
    related: [{ start, end, message: isPure(unit) ? "a pure number" : `in [${unitText(unit)}]` }],
    fixes:
      isPure(unit) || !isPure(weight.info.unit)
        ? []
        : [fix(`Divide the value by 1 [${unitText(unit)}]`, append(context.text, value.span, ` / 1 [${unitText(unit)}]`))],
  });
  return false;
}

/** Weights are at least 0: an error where one is not, a warning where it might not be. */
function checkSign(term: Weighted, weight: Lowered, value: Placed | undefined, context: Context): boolean {
  const span = term.weight!;
  const { lo, hi } = weight.info.range;
  const number = constantNumber(context, weight);
  if (number === 0) noteNothing(term, context);
  if (lo >= 0) return true;
  if (hi >= 0) {
    const message = `The weight of '${term.name.text}' may be negative: '${excerpt(context, span)}' may reach ${lo}..${hi}.`;
    complain(context, span, "M023", "negative-weight", message, {
      severity: "warning",
      why: "The keyword carries the sign: an objective with a negative weight is charged, and a penalty with one is paid.",
      help: "Narrow the range of what it is made of, for example of a param.",
    });
    return true;
  }
  const message = `A weight is at least 0; this one is ${number ?? `in ${lo}..${hi}`}. The keyword carries the sign.`;
  complain(context, span, "M023", "negative-weight", message, {
    help: term.kind === "objective" ? "Make it a penalty with the positive weight." : "Use the positive weight.",
    fixes: term.kind === "objective" && value !== undefined ? signFixes(term, value, context) : [],
  });
  return false;
}

/** As a penalty where the value is an amount; else the value itself is turned, which means the same. */
function signFixes(term: ast.Term, value: Placed, context: Context): Fix[] {
  const positive = withoutMinus(term.weight!);
  if (positive === undefined) return [];
  const keyword = keywordOf(term, context);
  if (value.value.info.range.lo >= 0) return [safeFix("Make it a penalty", replace(keyword, "penalty"), positive)];
  return [
    safeFix("Turn the sign of the value", positive, surround(value.span, "-(", ")")),
    fix("Make it a penalty", replace(keyword, "penalty"), positive),
  ];
}

function noteNothing(term: Weighted, context: Context): void {
  complain(context, term.weight!, "M028", "zero-weight", `With weight 0 '${term.name.text}' pays nothing.`, {
    severity: "hint",
    help: "To watch a value without paying it, write 'probe name = …'.",
    unnecessary: true,
  });
}

function withoutMinus(weight: ast.Expression) {
  return weight.kind === "unary" && weight.operator === "-"
    ? replace({ start: weight.start, end: weight.operand.start }, "")
    : undefined;
}

/** The keyword directly before the name; annotations may stand before it. */
function keywordOf(term: ast.Term, context: Context) {
  const start = context.text.lastIndexOf(term.kind, term.name.start - 1);
  return { start, end: start + term.kind.length };
}

/** Made of number literals only, so that its unit follows from the value. */
function isLiteral(expression: ast.Expression): boolean {
  switch (expression.kind) {
    case "number":
      return expression.unit === undefined;
    case "paren":
      return isLiteral(expression.inner);
    case "unary":
      return isLiteral(expression.operand);
    case "binary":
      return isLiteral(expression.left) && isLiteral(expression.right);
    default:
      return false;
  }
}
