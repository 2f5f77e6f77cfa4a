// Operators that remember the whole episode so far, as states.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { TRUTH } from "../../runtime/interval.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { sumInterval } from "../../runtime/sum-interval.ts";
import type { Info } from "../model.ts";
import { BOOL, NUMBER, vectorType } from "../types/value-types.ts";
import { applyOperator } from "./apply.ts";
import type { Context, Lowered, Placed } from "./context.ts";
import { previousOf } from "./differences.ts";
import { applyInfix, numberPart } from "./infix.ts";
import { constantInfo, make, makeBool, makeNumber, truthInfo } from "./make.ts";
import { makeState, type State } from "./states.ts";

/** b, and never before. */
export function firstTime(b: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const seen = makeState("seen", makeBool(context, false), { ...b.value.info, range: TRUTH }, call, context, (previous) =>
    applyInfix("or", [{ value: previous, span: call }, b], call, context),
  );
  const before = seen && applyInfix("not", [{ value: seen.previous, span: call }], call, context);
  return before && applyInfix("and", [b, { value: before, span: call }], call, context);
}

/** Of numbers their sum, of conditions how often they held. */
export function runningSum(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const { info } = x.value;
  const type = info.type.kind === "vector" ? vectorType(info.type.size, "number") : NUMBER;
  const steps = { lo: 0, hi: context.settings.horizon ?? Number.POSITIVE_INFINITY };
  const meaning: Info = { ...info, type, range: sumInterval(info.range, steps) };
  return makeState("sum", makeNumber(context, 0), meaning, call, context, (previous) =>
    applyInfix("+", [{ value: previous, span: call }, x], call, context),
  )?.state;
}

/** max of what was highest before, of the value before the first step where one is given, and of x. */
export function runningMax(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  return highest(x, call, context)?.next;
}

function highest(x: Placed, call: ast.Call, context: Context): State | undefined {
  const before = valueBefore(x, call, context);
  if (before === undefined) return undefined;
  const info: Info = { ...x.value.info, type: numeric(x.value.info), range: { lo: -Infinity, hi: x.value.info.range.hi } };
  return makeState("highest", lowest(context), info, call, context, (previous) =>
    extreme("max", [{ value: previous, span: call }, { value: before, span: call }, x], call, context),
  );
}

/** max(0, x − the highest before), where the start state counts as "before". */
export function record(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const before = valueBefore(x, call, context);
  const previous = highest(x, call, context)?.previous;
  if (previous === undefined || before === undefined) return undefined;
  const best = extreme(
    "max",
    [
      { value: previous, span: call },
      { value: before, span: call },
    ],
    call,
    context,
  );
  const rise = best && applyInfix("-", [x, { value: best, span: call }], call, context);
  return rise && extreme("max", [numberPart(0, call, context), { value: rise, span: call }], call, context);
}

/** The value on the previous record where there is one, else that of this one. */
export function valueBefore(x: Placed, call: Span, context: Context): Lowered | undefined {
  const before = previousOf(x, undefined, call, context);
  if (before === undefined || before.node === x.value.node) return before;
  return make(context, { op: "default", args: [before.node, x.value.node] }, x.value.info, call);
}

export function initial(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const before = previousOf(x, undefined, call, context);
  if (before === undefined) return undefined;
  const { info } = x.value;
  const first = make(context, { op: "builtin", name: "first" }, truthInfo(BOOL, { timing: "step", trust: "measured" }));
  return makeState("initial", unknown(context), info, call, context, (previous) =>
    make(context, { op: "if", args: [first.node, before.node, previous.node] }, { ...info, timing: "step" }, call),
  )?.state;
}

/** Below every number: what the highest so far is before there is any. */
function lowest(context: Context): Lowered {
  const infinite = makeNumber(context, Number.POSITIVE_INFINITY);
  return make(
    context,
    { op: "apply", operator: "negate", args: [infinite.node] },
    constantInfo(NUMBER, { lo: -Infinity, hi: -Infinity }),
  );
}

/** ∞ − ∞, which cannot be computed: the value of what has not been seen. */
export function unknown(context: Context): Lowered {
  const infinite = makeNumber(context, Number.POSITIVE_INFINITY);
  return make(context, { op: "apply", operator: "subtract", args: [infinite.node, infinite.node] }, constantInfo(NUMBER));
}

const numeric = ({ type }: Info) => (type.kind === "vector" ? vectorType(type.size, "number") : NUMBER);

/** min or max of several values. */
export function extreme(name: "min" | "max", parts: readonly Placed[], span: Span, context: Context): Lowered | undefined {
  const operator = operatorByName.get(name)!;
  const last = operator.parameters.length - 1;
  const filled = parts.map((part, index) => ({ ...part, parameter: operator.parameters[Math.min(index, last)]! }));
  return applyOperator(operator, filled, span, context);
}
