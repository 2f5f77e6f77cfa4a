// Weights: constants at least 0 that make weight × value a pure number; a bare number takes the unit that does.
import type * as ast from "../../grammar/ast.ts";
import { multiplyUnits, isPure, powerUnit, unitText } from "../types/units.ts";
import type { Placed } from "../elaborate/combine.ts";
import { complain, type Context, excerpt, type Lowered } from "../elaborate/context.ts";
import { elaborateScalar } from "../elaborate/expression.ts";
import { constantNumber, makeNumber } from "../elaborate/make.ts";

export function lowerWeight(term: ast.Term | ast.Shaping, value: Placed, context: Context): Lowered | undefined {
  if (term.weight === undefined) return makeNumber(context, 1);
  const weight = elaborateScalar(term.weight, context, "A weight");
  if (weight === undefined) return undefined;
  const number = constantNumber(context, weight);
  if (number !== undefined && number < 0) return complainNegative(term, number, context);
  const { unit } = value.value.info;
  if (isLiteral(term.weight)) return weight;
  if (isPure(multiplyUnits(weight.info.unit, unit))) return weight;
  const wanted = unitText(powerUnit(unit, -1)) || "1";
  return complain(context, term.weight, "RH202", "unit-mismatch", `'${excerpt(context, term.weight)}' × '${excerpt(context, value.span)}' is in [${unitText(multiplyUnits(weight.info.unit, unit))}]; what is paid must be a pure number.`, {
    help: isPure(unit) ? "Take the unit off the weight." : `Give the weight the unit [${wanted}], or divide the value by 1 [${unitText(unit)}].`,
    related: [{ start: value.span.start, end: value.span.end, message: isPure(unit) ? "a pure number" : `in [${unitText(unit)}]` }],
    fixes: isPure(unit) ? [] : [{ title: `Divide the value by 1 [${unitText(unit)}]`, safe: false, edits: [
      { start: value.span.start, end: value.span.start, text: "(" },
      { start: value.span.end, end: value.span.end, text: `) / 1 [${unitText(unit)}]` },
    ] }],
  });
}

function complainNegative(term: ast.Term | ast.Shaping, number: number, context: Context): undefined {
  const weight = term.weight!;
  const objective = term.kind === "objective";
  return complain(context, weight, "M023", "negative-weight", `A weight is at least 0; this one is ${number}. The keyword carries the sign.`, {
    help: objective ? "Make it a penalty with the positive weight." : "Use the positive weight.",
    fixes: objective
      ? [{ title: "Make it a penalty", safe: true, edits: [
          { start: keywordStart(term, context), end: keywordStart(term, context) + "objective".length, text: "penalty" },
          { start: weight.start, end: weight.end, text: String(-number) },
        ] }]
      : [],
  });
}

/** Annotations may stand before the keyword. */
function keywordStart(term: ast.Term | ast.Shaping, context: Context): number {
  return context.text.lastIndexOf(term.kind, term.name.start);
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
