// Numbers, texts, true and false, vector literals.
import type * as ast from "../../grammar/ast.ts";
import { checkPattern } from "../../runtime/pattern.ts";
import { type Unit, unitOfTag, PURE } from "../types/units.ts";
import { describeType, isNumeric, listType, NUMBER, TEXT, vectorType, isScalar } from "../types/value-types.ts";
import { combine, commonUnit, type Placed } from "./combine.ts";
import { complain, type Context, type Lowered, notYet, type Operand } from "./context.ts";
import { elaborate, elaborateOperand } from "./expression.ts";
import { constantInfo, make, makeBool } from "./make.ts";

export function elaborateNumber(literal: ast.NumberLiteral, context: Context): Lowered | undefined {
  const unit = tagUnit(literal.unit, context);
  if (unit === undefined) return undefined;
  const info = { ...constantInfo(NUMBER, { lo: literal.value, hi: literal.value }, literal.unit === undefined), unit };
  return make(context, { op: "constant", value: literal.value }, info, literal);
}

export function elaborateInfinite(literal: ast.Infinite, context: Context): Lowered | undefined {
  const unit = tagUnit(literal.unit, context);
  if (unit === undefined) return undefined;
  const bound = Number.POSITIVE_INFINITY;
  return make(context, { op: "infinity" }, { ...constantInfo(NUMBER, { lo: bound, hi: bound }, literal.unit === undefined), unit }, literal);
}

export function elaborateBool(literal: ast.BoolLiteral, context: Context): Lowered {
  return makeBool(context, literal.value, literal);
}

/** A text as a value; a raw one keeps its backslashes. */
export function elaborateText(literal: ast.TextLiteral, context: Context): Lowered {
  const length = [...literal.value].length;
  return make(context, { op: "constant", value: literal.value }, constantInfo(TEXT, { lo: length, hi: length }), literal);
}

/** Where a pattern is wanted a raw text is a regular expression, anything else a text to be found as it stands. */
export function elaboratePattern(expression: ast.Expression, context: Context): Operand | undefined {
  if (expression.kind === "paren") return elaboratePattern(expression.inner, context);
  if (expression.kind !== "text" || !expression.raw) return elaborateOperand(expression, context);
  const wrong = checkPattern(expression.value, expression.flags);
  if (wrong !== undefined) {
    return complain(context, expression, "T030", "bad-pattern", wrong, {
      why: "A pattern must mean the same in the editor, in generated code and in a Python trainer.",
    });
  }
  const operation = { op: "pattern", pattern: expression.value, flags: expression.flags, literal: false } as const;
  const value = make(context, operation, constantInfo(TEXT), expression);
  context.infos.set(expression, value.info);
  return value;
}

export function elaborateVector(vector: ast.VectorLiteral, context: Context): Lowered | undefined {
  const elements = vector.elements.map((element) => elaborate(element, context));
  if (elements.some((element) => element === undefined)) return undefined;
  const parts: Placed[] = elements.map((value, index) => ({ value: value!, span: vector.elements[index]! }));
  const together = combine(context, parts);
  if (together === undefined) return undefined;
  const odd = parts.find((part) => !isScalar(part.value.info.type));
  if (odd !== undefined) return notYet(context, odd.span, "A vector inside a vector literal");
  const range = {
    lo: Math.min(...parts.map((part) => part.value.info.range.lo)),
    hi: Math.max(...parts.map((part) => part.value.info.range.hi)),
  };
  const args = parts.map((part) => part.value.node);
  if (parts.length > 0 && parts.every((part) => part.value.info.type.kind === "text")) {
    const info = { ...constantInfo(listType(TEXT)), ...together };
    return make(context, { op: "vector", args }, info, vector);
  }
  const mixed = parts.find((part) => !isNumeric(part.value.info.type));
  if (mixed !== undefined) {
    return complain(context, mixed.span, "T004", "mixed-vector", `A vector holds numbers, but this element is ${describeType(mixed.value.info.type)}.`, {
      help: "Use only numbers, or only texts for a list of texts.",
    });
  }
  const unit = elementUnit(vector, parts, context);
  if (unit === undefined) return undefined;
  const of = parts.length > 0 && parts.every((part) => part.value.info.type.kind === "bool") ? "bool" : "number";
  const info = { ...constantInfo(vectorType(parts.length, of), parts.length === 0 ? { lo: 0, hi: 0 } : range), ...together, ...unit };
  return make(context, { op: "vector", args }, info, vector);
}

function elementUnit(vector: ast.VectorLiteral, parts: Placed[], context: Context): { unit: Unit; unitFree: boolean } | undefined {
  if (vector.unit === undefined) return commonUnit(context, parts, "put in one vector");
  const unit = tagUnit(vector.unit, context);
  return unit && { unit, unitFree: false };
}

/** The unit a tag writes, PURE for none; an unknown name is reported. */
export function tagUnit(tag: ast.UnitTag | undefined, context: Context): Unit | undefined {
  if (tag === undefined) return PURE;
  const unit = unitOfTag(tag, context.units);
  if (!("unknown" in unit)) return unit;
  return complain(context, tag, "U001", "unknown-unit", `There is no unit '${unit.unknown}'.`, {
    help: `Declare it at the top of the file: 'unit ${unit.unknown}', or as a multiple: 'unit ${unit.unknown} = 1000 [m]'.`,
    fixes: [{ title: `Declare 'unit ${unit.unknown}'`, safe: false, edits: [{ start: 0, end: 0, text: `unit ${unit.unknown}\n\n` }] }],
  });
}
