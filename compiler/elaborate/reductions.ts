// Reductions of a vector or a list to one value: sum, mean, min, any …
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, type Interval } from "../../runtime/interval.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { defaultSettings, type Operator, type Parameter, type Setting } from "../../runtime/operators/operator.ts";
import type { ValueType } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { PURE, powerUnit } from "../types/units.ts";
import { aType, BOOL, depthOf, elementType, innerType, isScalar, NUMBER } from "../types/value-types.ts";
import { applyOperator, type Filled } from "./apply.ts";
import { assignArguments, fillArguments } from "./arguments.ts";
import { combine, commonUnit, requirePresent, requirePure } from "./combine.ts";
import { complain, fix, insert, surround } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { elaborateEach } from "./each.ts";
import { elaborate } from "./expression.ts";
import { make, makeNumber } from "./make.ts";
import { resolveNames } from "./resolve.ts";

/** Reductions that look at conditions, not at numbers. */
const ofConditions: ReadonlySet<string> = new Set(["any", "all", "count"]);

/** A call folds its one argument; `min` and `max` of several arguments are element-wise operators. */
export function isReduction(operator: Operator, call: ast.Call): boolean {
  return operator.reduce !== undefined && (operator.evaluate === undefined || call.args.length <= 1);
}

export function reduceElements(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const folded = readReduction(operator, call, context);
  if (folded === undefined) return undefined;
  const value = foldedValues(folded.argument, context);
  if (value === undefined) return undefined;
  if (isScalar(value.info.type)) return scalarReduction(operator, call, value, context);
  return reduceValues(operator, value, folded, call, context);
}

/** The elements of one vector or list folded to one value. */
export function reduceValues(
  operator: Operator,
  value: Lowered,
  { argument, extras }: Reduction,
  span: Span,
  context: Context,
): Lowered | undefined {
  const part = { value, span: argument.value };
  if (!checkElements(operator, value, argument.value, context) || !checkSettings(operator, part, extras, context))
    return undefined;
  const together = combine(context, [part, ...extras]);
  if (together === undefined) return undefined;
  const { type } = value.info;
  const count = type.kind === "vector" ? { lo: type.size, hi: type.size } : { lo: 0, hi: Number.POSITIVE_INFINITY };
  const info: Info = { ...value.info, ...together, optional: false, ...reducedMeaning(operator, value.info, count, extras) };
  const args = [value.node, ...extras.map((extra) => extra.value.node)];
  return make(context, { op: "reduce", operator: operator.name, args }, info, span);
}

/** What a call of a reduction folds, and its further arguments where any are written. */
export interface Reduction {
  argument: ast.Argument;
  extras: readonly Filled[];
}

export function readReduction(operator: Operator, call: ast.Call, context: Context): Reduction | undefined {
  const first = operator.parameters[0]!;
  const argument = call.args.find((each) => each.name?.text === first.name) ?? call.args.find((each) => each.name === undefined);
  if (argument === undefined) {
    const message = `'${operator.name}' needs a vector, a list, or a step value 'over steps'.`;
    return complain(context, call, "T019", "missing-argument", message, { help: `It is called as ${operator.name}(x).` });
  }
  const args = [argument, ...call.args.filter((each) => each !== argument)];
  // What `min` and `max` take besides is more of the same, not settings.
  const parameters = operator.evaluate === undefined ? operator.parameters : [first];
  const given = assignArguments({ ...operator, parameters }, { ...call, args }, context);
  const settings = args.length === 1 ? [] : parameters.slice(1);
  const extras = given && fillArguments(operator, settings, given, call, context);
  if (given !== undefined && extras === undefined) resolveNames(argument, context);
  return extras && { argument, extras: settings.length === 0 ? [...extras, ...ownSettings(operator, call, context)] : extras };
}

/** What the reward says of itself, where the call does not. */
function ownSettings(operator: Operator, call: ast.Call, context: Context): Filled[] {
  if (operator.name !== "discounted") return [];
  const value = makeNumber(context, context.settings.discount);
  return [{ value, span: call, parameter: operator.parameters[1]! }];
}

/** The vector or list that an argument without an axis gives: as it is, built by `for`, or with a part left out by `where`. */
function foldedValues(argument: ast.Argument, context: Context): Lowered | undefined {
  if (argument.for !== undefined) return elaborateEach({ ...argument, for: argument.for }, argument, context);
  const value = elaborate(argument.value, context);
  if (argument.where === undefined || value === undefined) {
    resolveNames(argument.where, context);
    return value;
  }
  const keep = elaborate(argument.where, context);
  if (keep === undefined || isScalar(value.info.type)) return keep && value;
  const operator = operatorByName.get("filter")!;
  const [values, condition] = operator.parameters as [Parameter, Parameter];
  const parts = [
    { value, span: argument.value, parameter: values },
    { value: keep, span: argument.where, parameter: condition },
  ];
  return applyOperator(operator, parts, argument, context);
}

/** Type, unit and range of a reduction over elements that mean `element`. */
export function reducedMeaning(
  operator: Operator,
  element: Info,
  count: Interval,
  extras: readonly Filled[] = [],
): Pick<Info, "type" | "unit" | "unitFree" | "range"> {
  const keepsElement = operator.name === "first" || operator.name === "last";
  const type: ValueType = operator.result === "bool" ? BOOL : keepsElement ? elementType(element.type) : NUMBER;
  const pure = operator.unit === "none" || operator.unit === "pure" || operator.unit === "ratio";
  const unit = pure ? PURE : operator.unit === "square" ? powerUnit(element.unit, 2) : element.unit;
  const settings = extras.length === 0 ? defaultSettings(operator) : extras.map(settingOf);
  const range = operator.reduceRange?.(element.range, count, ...settings) ?? EVERYTHING;
  return { type, unit, unitFree: false, range };
}

const settingOf = ({ value, option }: Filled): Setting =>
  option === undefined ? value.info.range : { ...value.info.range, option };

/** Whether the elements are what the reduction folds. */
export function checkElements(operator: Operator, value: Lowered, span: Span, context: Context): boolean {
  if (!requirePresent(context, { value, span })) return false;
  if (operator.unit === "pure" && !requirePure(context, { value, span }, `'${operator.name}'`)) return false;
  if (depthOf(value.info.type) > 1) return complainNested(operator, value, span, context);
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

/** Whether the further arguments have units that go with those of the elements. */
export function checkSettings(operator: Operator, elements: Placed, extras: readonly Filled[], context: Context): boolean {
  const pure = extras.filter(({ parameter }) => parameter.pure || operator.unit !== "same");
  const alike = extras.filter((extra) => !pure.includes(extra) && extra.parameter.type !== "option");
  return (
    pure.every((extra) => requirePure(context, extra, `'${extra.parameter.name}' of '${operator.name}'`)) &&
    (alike.length === 0 || commonUnit(context, [elements, ...alike], `combined by '${operator.name}'`) !== undefined)
  );
}

/** Nobody could say whether the lists or what is in them is to be folded. */
function complainNested(operator: Operator, { info }: Lowered, span: Span, context: Context): false {
  const text = excerpt(context, span);
  const inner = innerType(info.type);
  const message = `'${operator.name}' folds single values, but '${text}' holds ${inner.kind === "vector" ? "vectors" : "lists"} (${aType(info.type)}).`;
  complain(context, span, "T025", "reduction-type", message, {
    help:
      inner.kind === "vector"
        ? `Take one component of each, such as '${text}.x', or make a number of each: '[norm(v) for v in ${text}]'.`
        : `Make one value of each: '[${operator.name}(xs) for xs in ${text}]'.`,
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
