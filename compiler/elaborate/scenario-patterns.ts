// How a signal moves within a segment of a scenario: sweep, cycle, pulse, in terms of the step within the segment.
import type * as ast from "../../grammar/ast.ts";
import { hull, NOT_NEGATIVE } from "../../runtime/interval.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Info } from "../model.ts";
import { PURE } from "../types/units.ts";
import { isBool, isText, NUMBER } from "../types/value-types.ts";
import { assignArguments } from "./arguments.ts";
import { choose } from "./branches.ts";
import { complain } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { elaborate } from "./expression.ts";
import { applyInfix, numberPart } from "./infix.ts";
import { make, makeBool, makeNumber } from "./make.ts";

type Pattern = (operator: Operator, call: ast.Call, context: Context) => Lowered | undefined;

export const scenarioPatterns: ReadonlyMap<string, Pattern> = new Map<string, Pattern>([
  ["sweep", sweep],
  ["cycle", cycle],
  ["pulse", pulse],
]);

function builtin(name: "segment_step" | "segment_steps", call: ast.Call, context: Context): Placed {
  const info: Info = {
    type: NUMBER,
    optional: false,
    timing: "step",
    unit: PURE,
    unitFree: false,
    trust: "verified",
    range: NOT_NEGATIVE,
  };
  return { value: make(context, { op: "builtin", name }, info), span: call };
}

/** The values given for a parameter; undefined where one has no meaning. */
function valuesOf(given: Map<string, ast.Expression[]>, name: string, context: Context): Placed[] | undefined {
  const placed: Placed[] = [];
  const expressions = given.get(name) ?? [];
  for (const span of expressions) {
    const value = elaborate(span, context);
    if (value !== undefined) placed.push({ value, span });
  }
  return placed.length === expressions.length ? placed : undefined;
}

/** a + (b − a)·i/(N−1), and b itself on the last step, so that rounding cannot lead past it. */
function sweep(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const given = assignArguments(operator, call, context);
  const [a] = (given && valuesOf(given, "a", context)) ?? [];
  const [b] = (given && valuesOf(given, "b", context)) ?? [];
  if (a === undefined || b === undefined) return undefined;
  const infix = (symbol: string, left: Placed | undefined, right: Placed | undefined): Placed | undefined => {
    const value = left && right && applyInfix(symbol, [left, right], call, context);
    return value && { value, span: call };
  };
  const [step, steps, one] = [
    builtin("segment_step", call, context),
    builtin("segment_steps", call, context),
    numberPart(1, call, context),
  ];
  const last = infix("-", steps, one);
  const path = infix("+", a, infix("/", infix("*", infix("-", b, a), step), last));
  const arrived = infix(">=", step, last);
  const swept = path && arrived && choose(arrived, b, path, call, context);
  if (swept === undefined) return undefined;
  return {
    ...swept,
    info: {
      ...swept.info,
      range: hull(a.value.info.range, b.value.info.range),
      unitFree: a.value.info.unitFree && b.value.info.unitFree,
    },
  };
}

/** v at i mod its length. */
function cycle(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const given = assignArguments(operator, call, context);
  const [first] = (given && valuesOf(given, "v", context)) ?? [];
  const more = given && valuesOf(given, "more", context);
  if (first === undefined || more === undefined) return undefined;
  const turn = turnOf(more.length + 1, call, context);
  let result: Placed | undefined;
  const parts = [first, ...more];
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index]!;
    const here = result && turn && isAt(turn, index, call, context);
    const chosen = result === undefined ? part.value : here && choose(here, part, result, call, context);
    if (chosen === undefined) return undefined;
    result = { value: chosen, span: call };
  }
  return result?.value;
}

/** v where i mod n = k, else 0 or false. */
function pulse(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const given = assignArguments(operator, call, context);
  const [value] = (given && valuesOf(given, "v", context)) ?? [];
  const every = given && wholeNumber(given.get("every")?.[0], 1, Infinity, "every", context);
  if (given === undefined || value === undefined || every === undefined) return undefined;
  const offset = given.has("at") ? wholeNumber(given.get("at")?.[0], 0, every - 1, "at", context) : 0;
  if (offset === undefined) return undefined;
  if (isText(value.value.info.type)) {
    const message = `'pulse' is 0 or false in between, so '${excerpt(context, value.span)}' cannot be a text.`;
    return complain(context, value.span, "T005", "argument-type", message, { help: "Use 'cycle' and write every value." });
  }
  const turn = turnOf(every, call, context);
  const here = turn && isAt(turn, offset, call, context);
  const rest = isBool(value.value.info.type) ? makeBool(context, false) : makeNumber(context, 0);
  return here && choose(here, value, { value: rest, span: call }, call, context);
}

/** i mod n. */
function turnOf(count: number, call: ast.Call, context: Context): Placed | undefined {
  const value = applyInfix("%", [builtin("segment_step", call, context), numberPart(count, call, context)], call, context);
  return value && { value, span: call };
}

function isAt(turn: Placed, index: number, call: ast.Call, context: Context): Placed | undefined {
  const value = applyInfix("==", [turn, numberPart(index, call, context)], call, context);
  return value && { value, span: call };
}

function wholeNumber(
  expression: ast.Expression | undefined,
  least: number,
  most: number,
  name: string,
  context: Context,
): number | undefined {
  const value = expression && elaborate(expression, context);
  if (expression === undefined || value === undefined) return undefined;
  const number = constantNumber(context, value);
  if (number !== undefined && Number.isInteger(number) && number >= least && number <= most) return number;
  const range = most === Infinity ? `from ${least}` : `in ${least}..${most}`;
  const message = `'${name}' of 'pulse' is a whole number ${range}, but this is ${number ?? `'${excerpt(context, expression)}'`}.`;
  return complain(context, expression, "T037", "whole-number-wanted", message, {
    help: "It is called as pulse(v, every: n, at: k), with k below n.",
  });
}
