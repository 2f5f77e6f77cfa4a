// Operators written between values: their names in the catalogue, chains of comparisons, `in`, `matches` and `??`.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { describeType, elementType, isBool, isNumeric, isText, joinShapes, TEXT } from "../types/value-types.ts";
import { applyOperator, type Filled } from "./apply.ts";
import { combine, commonUnit, type Placed, requirePresent } from "./combine.ts";
import { complain, type Context, excerpt, type Lowered, notYet, type Operand } from "./context.ts";
import { elaborate, elaborateOperand } from "./expression.ts";
import { elaboratePattern } from "./literals.ts";
import { constantNumber, make, makeNumber } from "./make.ts";

const operatorNames: Readonly<Record<string, string>> = {
  "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "%": "modulo", "^": "power",
  "<": "less", "<=": "less_equal", ">": "greater", ">=": "greater_equal", "==": "equal", "!=": "not_equal",
  and: "and", or: "or", not: "not", matches: "matches", negate: "negate",
};

/** Applies an infix operator by its symbol. */
export function applyInfix(symbol: string, parts: readonly Placed[], span: Span, context: Context): Lowered | undefined {
  const operator = operatorByName.get(operatorNames[symbol] ?? symbol);
  if (operator === undefined) return notYet(context, span, symbol === "join_text" ? "Joining texts with '+'" : `'${symbol}'`);
  const filled: Filled[] = parts.map((part, index) => ({
    ...part,
    parameter: operator.parameters[Math.min(index, operator.parameters.length - 1)]!,
  }));
  return applyOperator(operator, filled, span, context);
}

export function elaborateUnary(unary: ast.Unary, context: Context): Lowered | undefined {
  const value = elaborate(unary.operand, context);
  if (value === undefined) return undefined;
  const part = { value, span: unary.operand };
  if (unary.operator === "not") return applyInfix("not", [part], unary, context);
  const constant = constantNumber(context, value);
  if (constant !== undefined && Number.isFinite(constant)) {
    const negated = constant === 0 ? 0 : -constant;
    return make(context, { op: "constant", value: negated }, { ...value.info, range: { lo: negated, hi: negated } }, unary);
  }
  const negated = applyInfix("negate", [part], unary, context);
  return negated && { ...negated, info: { ...negated.info, unitFree: value.info.unitFree } };
}

export function elaborateBinary(binary: ast.Binary, context: Context): Operand | undefined {
  if (binary.operator === "in") return elaborateIn(binary, context);
  const left = elaborate(binary.left, context);
  const right = binary.operator === "matches" ? valueOf(elaboratePattern(binary.right, context)) : elaborate(binary.right, context);
  if (left === undefined || right === undefined) return undefined;
  const parts: [Placed, Placed] = [{ value: left, span: binary.left }, { value: right, span: binary.right }];
  switch (binary.operator) {
    case "..":
      return { kind: "range", lo: left, hi: right };
    case "??":
      return elaborateDefault(binary, parts, context);
    case "+":
      return isText(left.info.type) && isText(right.info.type) ? applyInfix("join_text", parts, binary, context) : applyInfix("+", parts, binary, context);
    case "==":
    case "!=":
      return compareEqual(binary.operator, parts, binary, context);
    default:
      return applyInfix(binary.operator, parts, binary, context);
  }
}

function compareEqual(symbol: "==" | "!=", parts: [Placed, Placed], span: Span, context: Context): Lowered | undefined {
  const [left, right] = parts.map((part) => columnAsText(part, parts, context)) as [Placed, Placed];
  const kinds = [left, right].map((part) => (isNumeric(part.value.info.type) ? "number" : "text"));
  if (kinds[0] !== kinds[1]) {
    return complain(context, span, "T007", "incomparable", `'${excerpt(context, left.span)}' is ${describeType(left.value.info.type)} and '${excerpt(context, right.span)}' is ${describeType(right.value.info.type)}: they can never be equal.`, {
      help: "Compare values of the same kind.",
    });
  }
  for (const [part, other] of [[left, right], [right, left]] as const) {
    const type = elementType(part.value.info.type);
    const node = context.builder.nodes[other.value.node];
    if (type.kind !== "text" || type.alternatives === undefined || node?.op !== "constant" || typeof node.value !== "string") continue;
    if (!type.alternatives.includes(node.value)) return unknownAlternative(node.value, type.alternatives, other.span, context);
  }
  return applyInfix(symbol, [left, right], span, context);
}

/** A log column is a text where it meets one. */
function columnAsText(part: Placed, parts: readonly Placed[], context: Context): Placed {
  const node = context.builder.nodes[part.value.node];
  if (node?.op !== "column" || !parts.some((other) => other !== part && isText(other.value.info.type))) return part;
  return { ...part, value: make(context, { op: "column", path: node.path }, { ...part.value.info, type: TEXT }, part.span) };
}

export function unknownAlternative(value: string, alternatives: readonly string[], span: Span, context: Context): undefined {
  return complain(context, span, "T008", "unknown-alternative", `"${value}" is not one of ${alternatives.map((a) => `"${a}"`).join(", ")}.`, {
    help: "Use one of the declared alternatives, or add this one to the signal's type.",
    fixes: alternatives.slice(0, 4).map((alternative) => ({
      title: `Change to "${alternative}"`,
      safe: false,
      edits: [{ ...span, text: JSON.stringify(alternative) }],
    })),
  });
}

/** `a < b <= c` is a conjunction; mixed directions are refused, because nobody reads them the same way. */
export function elaborateChain(chain: ast.Chain, context: Context): Lowered | undefined {
  const rising = chain.operators.every((operator) => operator === "<" || operator === "<=");
  const falling = chain.operators.every((operator) => operator === ">" || operator === ">=");
  if (!rising && !falling) {
    return complain(context, chain, "T009", "mixed-chain", "A chain of comparisons must go in one direction, such as a < b <= c.", {
      help: "Write two comparisons joined by 'and'.",
    });
  }
  const values = chain.operands.map((operand) => elaborate(operand, context));
  if (values.some((value) => value === undefined)) return undefined;
  let result: Lowered | undefined;
  for (const [index, operator] of chain.operators.entries()) {
    const left = { value: values[index]!, span: chain.operands[index]! };
    const right = { value: values[index + 1]!, span: chain.operands[index + 1]! };
    const span = { start: left.span.start, end: right.span.end };
    const compared = applyInfix(operator, [left, right], span, context);
    if (compared === undefined) return undefined;
    result = result === undefined ? compared : applyInfix("and", [{ value: result, span: chain }, { value: compared, span }], chain, context);
  }
  return result;
}

function elaborateIn(binary: ast.Binary, context: Context): Lowered | undefined {
  const left = elaborate(binary.left, context);
  const right = elaborateOperand(binary.right, context);
  if (left === undefined || right === undefined) return undefined;
  const part = { value: left, span: binary.left };
  if (right.kind === "range") {
    const bounds = [right.lo, right.hi].map((value) => ({ value, span: binary.right }));
    return applyInfix("between", [part, ...bounds], binary, context);
  }
  if (isText(left.info.type) && right.info.type.kind === "list") return applyInfix("one_of", [part, { value: right, span: binary.right }], binary, context);
  return complain(context, binary.right, "T011", "in-what", `'in' needs a range a..b or a list of texts, but this is ${describeType(right.info.type)}.`, {
    help: `For numbers write 'x in 0..1'; for texts 'x in ["a", "b"]'.`,
  });
}

function elaborateDefault(binary: ast.Binary, parts: [Placed, Placed], context: Context): Lowered | undefined {
  const [left, right] = parts;
  if (!requirePresent(context, right)) return undefined;
  const together = combine(context, parts);
  const sameKind = isText(left.value.info.type) === isText(right.value.info.type);
  if (!sameKind) {
    return complain(context, right.span, "T012", "default-type", `The default '${excerpt(context, right.span)}' is ${describeType(right.value.info.type)}, but the value is ${describeType(left.value.info.type)}.`);
  }
  const unit = isNumeric(left.value.info.type) ? commonUnit(context, parts, "each other's default") : { unit: left.value.info.unit, unitFree: false };
  const type = joinShapes([left.value.info.type, right.value.info.type], isBool(left.value.info.type) && isBool(right.value.info.type) ? { kind: "bool" } : elementType(left.value.info.type));
  if (together === undefined || unit === undefined || "clash" in type) return undefined;
  const range = {
    lo: Math.min(left.value.info.range.lo, right.value.info.range.lo),
    hi: Math.max(left.value.info.range.hi, right.value.info.range.hi),
  };
  return make(context, { op: "default", args: [left.value.node, right.value.node] }, { type, optional: false, ...together, ...unit, range }, binary);
}

function valueOf(operand: Operand | undefined): Lowered | undefined {
  return operand?.kind === "value" ? operand : undefined;
}

/** A part made by the compiler itself. */
export function numberPart(value: number, span: Span, context: Context): Placed {
  return { value: makeNumber(context, value), span };
}
