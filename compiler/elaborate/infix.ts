// Operators written between values or before one, by their names in the catalogue.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { isText } from "../types/value-types.ts";
import { applyOperator, type Filled } from "./apply.ts";
import { compareEqual, elaborateIn } from "./comparisons.ts";
import { notYet } from "./complain.ts";
import type { Context, Lowered, Operand, Placed } from "./context.ts";
import { elaborateDefault } from "./defaults.ts";
import { elaborate } from "./expression.ts";
import { make, makeNumber } from "./make.ts";
import { elaboratePattern } from "./patterns.ts";

const operatorNames: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "%": "modulo",
  "^": "power",
  "<": "less",
  "<=": "less_equal",
  ">": "greater",
  ">=": "greater_equal",
  "==": "equal",
  "!=": "not_equal",
};

/** Applies an infix operator by its symbol, any other by its name. */
export function applyInfix(symbol: string, parts: readonly Placed[], span: Span, context: Context): Lowered | undefined {
  const operator = operatorByName.get(operatorNames[symbol] ?? symbol);
  if (operator === undefined) return notYet(context, span, `'${symbol}'`);
  const last = operator.parameters.length - 1;
  const filled: Filled[] = parts.map((part, index) => ({ ...part, parameter: operator.parameters[Math.min(index, last)]! }));
  return applyOperator(operator, filled, span, context);
}

export function elaborateUnary(unary: ast.Unary, context: Context): Lowered | undefined {
  const value = elaborate(unary.operand, context);
  if (value === undefined) return undefined;
  const part = { value, span: unary.operand };
  if (unary.operator === "not") return applyInfix("not", [part], unary, context);
  const node = context.builder.nodes[value.node];
  if (node?.op === "constant" && typeof node.value === "number") {
    const negated = node.value === 0 ? 0 : -node.value;
    return make(context, { op: "constant", value: negated }, { ...value.info, range: { lo: negated, hi: negated } }, unary);
  }
  const negated = applyInfix("negate", [part], unary, context);
  return negated && { ...negated, info: { ...negated.info, unitFree: value.info.unitFree } };
}

/** `a + b + c` is as deep as it is long, so its left side is not descended but walked up from its first operand. */
export function elaborateBinary(binary: ast.Binary, context: Context): Operand | undefined {
  const row = [binary];
  for (let next = binary.left; next.kind === "binary" && next.operator !== ".."; next = next.left) row.push(next);
  let left = elaborate(row.at(-1)!.left, context);
  for (const each of row.reverse()) {
    const operand = withLeft(each, left, context);
    if (each === binary || operand?.kind === "range") return operand;
    if (operand !== undefined) context.infos.set(each, operand.info);
    left = operand;
  }
}

/** The value of an operation whose left side is elaborated; its right side is, too, where that has no meaning. */
function withLeft(binary: ast.Binary, left: Lowered | undefined, context: Context): Operand | undefined {
  if (binary.operator === "in") return elaborateIn(binary, left, context);
  const right = binary.operator === "matches" ? patternOf(binary.right, context) : elaborate(binary.right, context);
  if (left === undefined || right === undefined) return undefined;
  const parts: [Placed, Placed] = [
    { value: left, span: binary.left },
    { value: right, span: binary.right },
  ];
  switch (binary.operator) {
    case "..":
      return { kind: "range", lo: left, hi: right };
    case "??":
      return elaborateDefault(binary, parts, context);
    case "+":
      return applyInfix(isText(left.info.type) && isText(right.info.type) ? "join_text" : "+", parts, binary, context);
    case "==":
    case "!=":
      return compareEqual(binary.operator, parts, binary, context);
    default:
      return applyInfix(binary.operator, parts, binary, context);
  }
}

function patternOf(expression: ast.Expression, context: Context): Lowered | undefined {
  const pattern = elaboratePattern(expression, context, "first");
  return pattern?.kind === "range" ? elaborate(expression, context) : pattern;
}

/** A number made by the compiler itself. */
export function numberPart(value: number, span: Span, context: Context): Placed {
  return { value: makeNumber(context, value), span };
}
