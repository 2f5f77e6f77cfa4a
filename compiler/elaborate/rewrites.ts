// Sequence and temporal operators in terms of `prev`, states and aggregates, so that a program knows only those. A row is an operator.
import type * as ast from "../../grammar/ast.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { aType, isBool, isNumeric } from "../types/value-types.ts";
import { assignArguments } from "./arguments.ts";
import { notACondition } from "./branches.ts";
import { buildPattern } from "./build-pattern.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { convert } from "./conversions.ts";
import { difference, edge, rateOf, rewritePrev } from "./differences.ts";
import { firstTime, initial, record, runningMax, runningSum } from "./memories.ts";
import { pivotCredit } from "./pivot-credit.ts";
import { rewriteRobustness } from "./robustness.ts";
import { stepValue } from "./step-value.ts";
import { rewriteTemporal } from "./temporal.ts";
import { rewriteEma, rewriteHeld, since } from "./timers.ts";

export type Rewrite = (operator: Operator, call: ast.Call, context: Context) => Lowered | undefined;
type Rewritten = (x: Placed, call: ast.Call, context: Context) => Lowered | undefined;

export const rewrites: ReadonlyMap<string, Rewrite> = new Map<string, Rewrite>([
  ["to", convert],
  ["prev", rewritePrev],
  ["delta", ofNumber(difference)],
  ["rate_of", ofNumber(rateOf)],
  ["cumsum", ofNumber(runningSum)],
  ["running_max", ofNumber(runningMax)],
  ["record", ofNumber(record)],
  ["initial", ofNumber(initial)],
  ["rising", ofCondition((b, call, context) => edge(b, "rising", call, context))],
  ["falling", ofCondition((b, call, context) => edge(b, "falling", call, context))],
  ["once", ofCondition(firstTime)],
  ["count_so_far", ofCondition(runningSum)],
  ["regex", buildPattern],
  ["since", ofCondition(since)],
  ["held", rewriteHeld],
  ["ema", rewriteEma],
  ["always", rewriteTemporal],
  ["eventually", rewriteTemporal],
  ["until", rewriteTemporal],
  ["robustness", rewriteRobustness],
  ["pivot_credit", pivotCredit],
]);

function ofNumber(rewrite: Rewritten): Rewrite {
  return (operator, call, context) => {
    const part = onlyValue(operator, call, context);
    if (part === undefined) return undefined;
    if (isNumeric(part.value.info.type)) return rewrite(part, call, context);
    const message = `'${operator.name}' needs a number, but '${excerpt(context, part.span)}' is ${aType(part.value.info.type)}.`;
    return complain(context, part.span, "T005", "argument-type", message, { help: operator.parameters[0]?.doc });
  };
}

function ofCondition(rewrite: Rewritten): Rewrite {
  return (operator, call, context) => {
    const part = onlyValue(operator, call, context);
    if (part === undefined) return undefined;
    return isBool(part.value.info.type) ? rewrite(part, call, context) : notACondition(part, `'${operator.name}'`, context);
  };
}

function onlyValue(operator: Operator, call: ast.Call, context: Context): Placed | undefined {
  const given = assignArguments(operator, call, context);
  const expression = given?.get(operator.parameters[0]!.name)?.[0];
  return expression && stepValue(operator, expression, context);
}
