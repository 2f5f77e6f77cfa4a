// Reductions of a vector or a list to one value: sum, mean, min, any …
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, type Interval } from "../../runtime/interval.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { ValueType } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { PURE, powerUnit } from "../types/units.ts";
import { aType, BOOL, elementType, isScalar, NUMBER } from "../types/value-types.ts";
import { requirePresent, requirePure } from "./combine.ts";
import { complain, fix, insert, notYet, surround } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { elaborate } from "./expression.ts";
import { make } from "./make.ts";
import { resolveNames } from "./resolve.ts";

/** Reductions that look at conditions, not at numbers. */
const ofConditions: ReadonlySet<string> = new Set(["any", "all", "count"]);

/** A call folds its one argument; `min` and `max` of several arguments are element-wise operators. */
export function isReduction(operator: Operator, call: ast.Call): boolean {
  return operator.reduce !== undefined && (operator.evaluate === undefined || call.args.length <= 1);
}

export function reduceElements(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const argument = onlyArgument(operator, call, context);
  const value = argument && elaborate(argument, context);
  if (argument === undefined || value === undefined) return undefined;
  if (isScalar(value.info.type)) return scalarReduction(operator, call, value, context);
  if (!checkElements(operator, value, argument, context)) return undefined;
  const size = value.info.type.kind === "vector" ? value.info.type.size : undefined;
  const count = size === undefined ? { lo: 0, hi: Number.POSITIVE_INFINITY } : { lo: size, hi: size };
  const info: Info = { ...value.info, optional: false, ...reducedMeaning(operator, value.info, count) };
  return make(context, { op: "reduce", operator: operator.name, args: [value.node] }, info, call);
}

/** What a reduction folds. */
export function onlyArgument(operator: Operator, call: ast.Call, context: Context): ast.Expression | undefined {
  const [argument, ...more] = call.args;
  if (argument === undefined) {
    return complain(
      context,
      call,
      "T019",
      "missing-argument",
      `'${operator.name}' needs a vector, a list, or a step value 'over steps'.`,
      {
        help: `It is called as ${operator.name}(x).`,
      },
    );
  }
  const isSimple = more.length === 0 && argument.for === undefined && argument.where === undefined;
  if (isSimple && (argument.name === undefined || argument.name.text === operator.parameters[0]?.name)) return argument.value;
  for (const each of call.args) resolveNames(each, context);
  return notYet(context, call, `'${operator.name}' with 'for', 'where' or options`);
}

/** Type, unit and range of a reduction over elements that mean `element`. */
export function reducedMeaning(
  operator: Operator,
  element: Info,
  count: Interval,
): Pick<Info, "type" | "unit" | "unitFree" | "range"> {
  const keepsElement = operator.name === "first" || operator.name === "last";
  const type: ValueType = operator.result === "bool" ? BOOL : keepsElement ? elementType(element.type) : NUMBER;
  const pure = operator.unit === "none" || operator.unit === "pure" || operator.unit === "ratio";
  const unit = pure ? PURE : operator.unit === "square" ? powerUnit(element.unit, 2) : element.unit;
  return { type, unit, unitFree: false, range: operator.reduceRange?.(element.range, count) ?? EVERYTHING };
}

/** Whether the elements are what the reduction folds. */
export function checkElements(operator: Operator, value: Lowered, span: Span, context: Context): boolean {
  if (!requirePresent(context, { value, span })) return false;
  if (operator.unit === "pure" && !requirePure(context, { value, span }, `'${operator.name}'`)) return false;
  const element = elementType(value.info.type);
  const wantsConditions = ofConditions.has(operator.name);
  if (wantsConditions ? element.kind === "bool" : element.kind !== "text") return true;
  const text = excerpt(context, span);
  const comparison = element.kind === "text" ? ' != ""' : " > 0";
  const message = `'${operator.name}' folds ${wantsConditions ? "conditions" : "numbers"}, but '${text}' holds ${element.kind === "text" ? "text" : "numbers"}.`;
  complain(context, span, "T025", "reduction-type", message, {
    help: wantsConditions
      ? `Make a condition of it, for example '${operator.name}(${text}${comparison})'.`
      : "Make numbers of them first.",
    fixes: wantsConditions ? [fix(`Compare: ${text}${comparison}`, surround(span, "(", `)${comparison}`))] : [],
  });
  return false;
}

function scalarReduction(operator: Operator, call: ast.Call, value: Lowered, context: Context): undefined {
  const text = excerpt(context, call);
  const step = value.info.timing === "step" || value.info.timing === "start";
  const message = `'${text}' reduces a single value (${aType(value.info.type)}), so there is nothing to ${operator.name}.`;
  return complain(context, call, "T026", "reduction-of-scalar", message, {
    help: step
      ? `To aggregate over the episode write '${text} over steps'.`
      : "Reduce a vector, a list, or a step value 'over steps'.",
    fixes: step ? [fix("Add 'over steps'", insert(call.end, " over steps"))] : [],
  });
}
