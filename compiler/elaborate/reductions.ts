// Reductions of a vector or a list to one value: sum, mean, min, any …
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, type Interval } from "../../runtime/interval.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { ValueType } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { BOOL, describeType, elementType, isScalar, NUMBER } from "../types/value-types.ts";
import { PURE, powerUnit } from "../types/units.ts";
import { requirePresent } from "./combine.ts";
import { complain, type Context, excerpt, type Lowered, notYet } from "./context.ts";
import { elaborate } from "./expression.ts";
import { make } from "./make.ts";

/** Reductions that look at conditions, not at numbers. */
const ofConditions: ReadonlySet<string> = new Set(["any", "all", "count"]);

/** A call folds its one argument; `min` and `max` of several arguments are element-wise operators. */
export function isReduction(operator: Operator, call: ast.Call): boolean {
  return operator.reduce !== undefined && (operator.evaluate === undefined || call.args.filter((argument) => argument.name === undefined).length === 1);
}

export function reduceElements(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const argument = call.args[0];
  if (argument === undefined) return complain(context, call, "T019", "missing-argument", `'${operator.name}' needs a vector or a list.`);
  if (argument.for !== undefined || argument.where !== undefined || call.args.length > 1) {
    return notYet(context, call, `'${operator.name}' with 'for', 'where' or options`);
  }
  const value = elaborate(argument.value, context);
  if (value === undefined) return undefined;
  if (isScalar(value.info.type)) return scalarReduction(operator, call, value, context);
  if (!checkElements(operator, value, argument.value, context)) return undefined;
  const size = value.info.type.kind === "vector" ? value.info.type.size : undefined;
  const count = size === undefined ? { lo: 0, hi: Number.POSITIVE_INFINITY } : { lo: size, hi: size };
  const info: Info = { ...value.info, optional: false, ...reducedMeaning(operator, value.info, count) };
  return make(context, { op: "reduce", operator: operator.name, args: [value.node] }, info, call);
}

/** Type, unit and range of a reduction over elements that mean `element`. */
export function reducedMeaning(operator: Operator, element: Info, count: Interval): Pick<Info, "type" | "unit" | "unitFree" | "range"> {
  const type: ValueType = operator.result === "bool" ? BOOL : operator.name === "first" || operator.name === "last" ? elementType(element.type) : NUMBER;
  const pure = operator.unit === "none" || operator.unit === "pure" || operator.unit === "ratio" || ofConditions.has(operator.name);
  const unit = pure ? PURE : operator.unit === "square" ? powerUnit(element.unit, 2) : element.unit;
  return { type, unit, unitFree: false, range: operator.reduceRange?.(element.range, count) ?? EVERYTHING };
}

/** Whether the elements are what the reduction folds. */
export function checkElements(operator: Operator, value: Lowered, span: Span, context: Context): boolean {
  if (!requirePresent(context, { value, span })) return false;
  const element = elementType(value.info.type).kind;
  const fits = ofConditions.has(operator.name) ? element === "bool" : element !== "text";
  if (fits) return true;
  const text = excerpt(context, span);
  complain(context, span, "T025", "reduction-type", `'${operator.name}' folds ${ofConditions.has(operator.name) ? "conditions" : "numbers"}, but '${text}' holds ${describeType(elementType(value.info.type))}.`, {
    help: ofConditions.has(operator.name) ? `Make a condition of it, for example '${operator.name}(${text} > 0)'.` : "Make numbers of them first.",
  });
  return false;
}

function scalarReduction(operator: Operator, call: ast.Call, value: Lowered, context: Context): undefined {
  const text = excerpt(context, call);
  const step = value.info.timing === "step";
  return complain(context, call, "T026", "reduction-of-scalar", `'${text}' reduces a single value, so there is nothing to ${operator.name}.`, {
    help: step ? `To aggregate over the episode write '${text} over steps'.` : "Reduce a vector, a list, or a step value 'over steps'.",
    fixes: step ? [{ title: "Add 'over steps'", safe: false, edits: [{ start: call.end, end: call.end, text: " over steps" }] }] : [],
  });
}
