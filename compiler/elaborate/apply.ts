// Applies one catalogue operator to arguments that are already in order: types, shapes, units, timing and range by its record.
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, type Interval } from "../../runtime/interval.ts";
import type { Operator, Parameter } from "../../runtime/operators/operator.ts";
import type { ValueType } from "../../runtime/program.ts";
import { BOOL, describeType, elementType, isNumeric, isScalar, joinShapes, listType, NUMBER, TEXT } from "../types/value-types.ts";
import { combine, type Placed, requirePresent } from "./combine.ts";
import { complain, type Context, excerpt, type Lowered } from "./context.ts";
import { make } from "./make.ts";
import { resultUnit } from "./operator-units.ts";

/** One evaluated argument with the parameter it fills. */
export interface Filled extends Placed {
  parameter: Parameter;
  /** The text of an `option` argument. */
  option?: string;
}

export function applyOperator(operator: Operator, filled: readonly Filled[], span: Span, context: Context): Lowered | undefined {
  for (const argument of filled) if (!checkArgument(operator, argument, context)) return undefined;
  const together = combine(context, filled);
  const unit = resultUnit(operator, filled, span, context);
  if (together === undefined || unit === undefined) return undefined;
  const type = resultType(operator, filled, span, context);
  if (type === undefined) return undefined;
  const options = filled.map((argument) => argument.option);
  const range = operator.range?.(filled.map((argument) => argument.value.info.range), options, filled.map(countOf)) ?? EVERYTHING;
  const optional = operator.result === "text?" || operator.result === "number?";
  const args = filled.map((argument) => argument.value.node);
  return make(
    context,
    { op: "apply", operator: operator.name, args },
    { type, optional, ...together, ...unit, range: clampToType(range, type) },
    span,
  );
}

/** How many elements a vector or list argument has. */
function countOf(argument: Filled): Interval | undefined {
  const { type } = argument.value.info;
  if (type.kind === "vector") return { lo: type.size, hi: type.size };
  return type.kind === "list" ? { lo: 0, hi: Number.POSITIVE_INFINITY } : undefined;
}

function clampToType(range: Interval, type: ValueType): Interval {
  if (elementType(type).kind !== "bool") return range;
  return { lo: Math.max(0, range.lo), hi: Math.min(1, range.hi) };
}

function checkArgument(operator: Operator, argument: Filled, context: Context): boolean {
  if (argument.parameter.type === "option") return true;
  if (!requirePresent(context, argument)) return false;
  const { type } = argument.value.info;
  const wanted = argument.parameter.type;
  const fits = accepts(wanted, type) && (operator.elementwise || wanted === "values" || wanted === "any" || isScalar(type));
  if (fits) return true;
  const text = excerpt(context, argument.span);
  const needs = { number: "a number", count: "a whole number", range: "a number", bool: "true or false", text: "a text", pattern: "a text or a pattern r\"…\"", values: "a vector or a list", any: "a value", option: "a text" }[wanted];
  complain(context, argument.span, "T005", "argument-type", `'${operator.name}' needs ${needs} for '${argument.parameter.name}', but '${text}' is ${describeType(type)}.`, {
    help: argument.parameter.doc,
  });
  return false;
}

function accepts(wanted: Parameter["type"], type: ValueType): boolean {
  const element = elementType(type).kind;
  switch (wanted) {
    case "number":
    case "count":
    case "range":
      return isNumeric(type);
    case "bool":
      return element === "bool";
    case "text":
    case "pattern":
      return element === "text";
    case "values":
      return !isScalar(type) && isNumeric(type);
    default:
      return true;
  }
}

function resultType(operator: Operator, filled: readonly Filled[], span: Span, context: Context): ValueType | undefined {
  const element = elementOf(operator, filled);
  if (!operator.elementwise) return element;
  const joined = joinShapes(filled.map((argument) => argument.value.info.type), element);
  if (!("clash" in joined)) return joined;
  const [a, b] = joined.clash;
  return complain(context, span, "T006", "vector-length", `${describeType(a)} and ${describeType(b)} have different lengths, so '${operator.symbol ?? operator.name}' cannot pair their elements.`, {
    help: "Take a part with a slice 'v[0..2]' or a swizzle 'v.xy', so that both have the same length.",
  });
}

function elementOf(operator: Operator, filled: readonly Filled[]): ValueType {
  switch (operator.result) {
    case "bool":
      return BOOL;
    case "text":
    case "text?":
      return TEXT;
    case "list of text":
      return listType(TEXT);
    case "as first":
      return operator.elementwise ? elementType(filled[0]?.value.info.type ?? NUMBER) : (filled[0]?.value.info.type ?? NUMBER);
    case "vector":
      return filled[0]?.value.info.type ?? NUMBER;
    default:
      return NUMBER;
  }
}
