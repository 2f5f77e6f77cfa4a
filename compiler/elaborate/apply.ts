// Applies one catalogue operator to arguments that are already in order: types, shapes, units, timing and range by its record.
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, type Interval } from "../../runtime/interval.ts";
import { type Operator, type Parameter, takesWhole } from "../../runtime/operators/operator.ts";
import type { ValueType } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import {
  aType,
  BOOL,
  depthOf,
  elementType,
  isBool,
  isNumeric,
  isScalar,
  isText,
  joinShapes,
  listType,
  NUMBER,
  quaternionType,
  TEXT,
} from "../types/value-types.ts";
import { combine, requirePresent } from "./combine.ts";
import { complain } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { readColumnAs } from "./data-values.ts";
import { make } from "./make.ts";
import { resultUnit } from "./operator-units.ts";
import { asScalarFirst, complainOrder, inOrder, orderOf } from "./quaternions.ts";

/** One evaluated argument with the parameter it fills. */
export interface Filled extends Placed {
  parameter: Parameter;
  /** The text of an `option` argument. */
  option?: string;
  /** How many elements it has, where its type does not say. */
  count?: Interval;
}

export function applyOperator(operator: Operator, given: readonly Filled[], span: Span, context: Context): Lowered | undefined {
  let filled =
    context.place === "data" ? given.map((argument) => readColumnAs(argument, argument.parameter.type, context)) : given;
  for (const argument of filled) if (!checkArgument(operator, argument, context)) return undefined;
  if (!checkBounds(operator, filled, span, context)) return undefined;
  const order = orderOf(filled);
  filled = order === undefined ? filled : filled.map((argument) => asScalarFirst(argument, context));
  const together = combine(context, filled);
  const unit = resultUnit(operator, filled, span, context);
  const type = resultType(operator, filled, span, context);
  if (together === undefined || unit === undefined || type === undefined) return undefined;
  const optional = operator.result.endsWith("?");
  const info: Info = {
    type,
    optional,
    timing: together.timing,
    trust: together.trust,
    unit: unit.unit,
    unitFree: unit.unitFree,
    range: rangeOf(operator, filled, type),
  };
  const made = make(context, { op: "apply", operator: operator.name, args: filled.map(nodeOf) }, info, span);
  return operator.result === "quaternion" && order !== undefined ? inOrder(made, order, span, context) : made;
}

/** Bounds given one by one, as to `clip`, that no value can lie between. */
function checkBounds(operator: Operator, filled: readonly Filled[], span: Span, context: Context): boolean {
  const lo = filled.find(({ parameter }) => parameter.name === "lo");
  const hi = filled.find(({ parameter }) => parameter.name === "hi");
  if (lo === undefined || hi === undefined || !(boundsOf(lo).lo > boundsOf(hi).hi)) return true;
  const message = `'${operator.name}' is given the lower bound '${excerpt(context, lo.span)}' above its upper bound '${excerpt(context, hi.span)}'.`;
  complain(context, span, "T023", "empty-range", message, { help: "Swap the bounds." });
  return false;
}

const nodeOf = (argument: Filled) => argument.value.node;
const boundsOf = (argument: Filled) => argument.value.info.range;
const optionOf = (argument: Filled) => argument.option;

function rangeOf(operator: Operator, filled: readonly Filled[], type: ValueType): Interval {
  const range = operator.range?.(filled.map(boundsOf), filled.map(optionOf), filled.map(countOf)) ?? EVERYTHING;
  return isBool(type) ? { lo: Math.max(0, range.lo), hi: Math.min(1, range.hi) } : range;
}

/** An operator as people know it: infix ones by their symbol. */
export function calledAs(operator: Operator): string {
  return operator.symbol ?? operator.name;
}

/** How many elements a vector or list argument has. */
function countOf(argument: Filled): Interval | undefined {
  if (argument.count !== undefined) return argument.count;
  const { type } = argument.value.info;
  if (type.kind === "vector") return { lo: type.size, hi: type.size };
  return type.kind === "list" ? { lo: 0, hi: Number.POSITIVE_INFINITY } : undefined;
}

const needs: Readonly<Record<Parameter["type"], string>> = {
  number: "a number",
  count: "a whole number",
  range: "a number",
  bool: "true or false",
  text: "a text",
  pattern: 'a text or a pattern r"…"',
  values: "a vector or a list of numbers",
  list: "a vector or a list",
  texts: "a list of text",
  quaternion: "a quaternion",
  any: "a value",
  option: "a text",
};

export function checkArgument(operator: Operator, argument: Filled, context: Context): boolean {
  const wanted = argument.parameter.type;
  if (wanted === "option") return true;
  if (!argument.parameter.mayBeMissing && !requirePresent(context, argument)) return false;
  const { type } = argument.value.info;
  const shapeFits = operator.elementwise || takesWhole(wanted) || wanted === "any" || isScalar(type);
  if (accepts(wanted, type) && shapeFits) return true;
  if (wanted === "quaternion" && type.kind === "vector" && type.size === 4) return complainOrder(operator, argument, context);
  const forWhat = operator.symbol === undefined ? ` for '${argument.parameter.name}'` : "";
  const message = `'${calledAs(operator)}' needs ${needs[wanted]}${forWhat}, but '${excerpt(context, argument.span)}' is ${aType(type)}.`;
  complain(context, argument.span, "T005", "argument-type", message, {
    help:
      argument.parameter.type === "bool"
        ? `Compare it with something, for example '${excerpt(context, argument.span)} > 0'.`
        : argument.parameter.doc,
  });
  return false;
}

function accepts(wanted: Parameter["type"], type: ValueType): boolean {
  switch (wanted) {
    case "number":
    case "count":
    case "range":
      return isNumeric(type);
    case "bool":
      return isBool(type);
    case "text":
    case "pattern":
      return isText(type);
    case "values":
      return depthOf(type) === 1 && isNumeric(type);
    case "list":
      return !isScalar(type);
    case "texts":
      return depthOf(type) === 1 && isText(type);
    case "quaternion":
      return type.kind === "vector" && type.order !== undefined;
    default:
      return true;
  }
}

function resultType(operator: Operator, filled: readonly Filled[], span: Span, context: Context): ValueType | undefined {
  const element = operator.resultType === undefined ? elementOf(operator, filled) : ownType(operator, filled, span, context);
  if (element === undefined) return undefined;
  // `dot` takes vectors whole, but pairs their elements all the same.
  if (!operator.elementwise && operator.unit !== "product") return element;
  const joined = joinShapes(
    filled.filter(({ parameter }) => !takesWhole(parameter.type) || !operator.elementwise).map(({ value }) => value.info.type),
    element,
  );
  if ("clash" in joined)
    return complainLengths(context, span, filled, joined.clash, `'${calledAs(operator)}' cannot pair their elements`);
  return operator.elementwise ? joined : element;
}

/** The type by the record's own rule. */
function ownType(operator: Operator, filled: readonly Filled[], span: Span, context: Context): ValueType | undefined {
  const types = filled.map((argument) => argument.value.info.type);
  const constants = filled.map((argument) => argument.option ?? constantNumber(context, argument.value));
  const type = operator.resultType!(types, constants);
  if (!("problem" in type)) return type;
  return complain(context, span, "T005", "argument-type", type.problem, { help: operator.summary });
}

/** Two of the parts are vectors of different length. */
export function complainLengths(
  context: Context,
  span: Span,
  parts: readonly Placed[],
  clash: readonly [ValueType, ValueType],
  consequence: string,
): undefined {
  const [a, b] = clash.map((type) => parts.find((part) => part.value.info.type === type)?.span ?? span) as [Span, Span];
  const [typeA, typeB] = clash.map(aType);
  const message = `'${excerpt(context, a)}' is ${typeA} and '${excerpt(context, b)}' is ${typeB}, so ${consequence}.`;
  return complain(context, span, "T006", "vector-length", message, {
    help: "Take a part with a slice 'v[0..2]' or a swizzle 'v.xy', so that both have the same length.",
    related: [
      { start: a.start, end: a.end, message: typeA! },
      { start: b.start, end: b.end, message: typeB! },
    ],
  });
}

function elementOf(operator: Operator, filled: readonly Filled[]): ValueType {
  const first = filled[0]?.value.info.type ?? NUMBER;
  switch (operator.result) {
    case "bool":
    case "bool?":
      return BOOL;
    case "text":
    case "text?":
      return TEXT;
    case "list of text":
    case "list of text?":
      return listType(TEXT);
    case "list of number":
      return listType(NUMBER);
    case "element?":
      return first.kind === "list" ? first.of : elementType(first);
    case "as first":
      return operator.elementwise ? elementType(first) : first;
    case "vector":
      return first;
    case "quaternion":
      return quaternionType("wxyz");
    default:
      return NUMBER;
  }
}
