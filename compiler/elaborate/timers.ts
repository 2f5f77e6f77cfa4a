// Operators that measure time as they go: how long ago, how long without a break, and a mean that forgets.
import type * as ast from "../../grammar/ast.ts";
import { point, TRUTH } from "../../runtime/interval.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Info } from "../model.ts";
import { PURE, SECOND } from "../types/units.ts";
import { isBool, isNumeric, NUMBER, vectorType } from "../types/value-types.ts";
import { assignArguments } from "./arguments.ts";
import { choose, notACondition } from "./branches.ts";
import type { Operation } from "./builder.ts";
import { complain } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { previousOf } from "./differences.ts";
import { stepIn, stepsUp } from "./durations.ts";
import { elaborateScalar } from "./expression.ts";
import { applyInfix, numberPart } from "./infix.ts";
import { constantInfo, make, makeBool, makeNumber, truthInfo } from "./make.ts";
import { extreme, unknown, valueBefore } from "./memories.ts";
import { makeState } from "./states.ts";
import { stepValue } from "./step-value.ts";

const shapeOf = ({ type }: Info) => (type.kind === "vector" ? vectorType(type.size, "number") : NUMBER);

/** The step on which it last held, kept in a state; from that, how long ago that was. */
export function since(b: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const { horizon, dt } = context.settings;
  const at = (value: Lowered): Placed => ({ value, span: call });
  const longest = (horizon ?? Number.POSITIVE_INFINITY) - 1;
  const now = make(context, { op: "builtin", name: "t" }, countInfo({ lo: 0, hi: longest }));
  const before = previousOf(b, undefined, call, context);
  const earlier = applyInfix("-", [at(now), numberPart(1, call, context)], call, context);
  if (before === undefined || earlier === undefined) return undefined;
  const info: Info = { ...countInfo({ lo: -1, hi: longest }), type: shapeOf(b.value.info), trust: b.value.info.trust };
  // The step before is asked as well, because it may be the state before the first step.
  const last = makeState("last", unknown(context), info, call, context, (previous) => {
    const kept = choose(at(before), at(earlier), at(previous), call, context);
    return kept && choose(b, at(now), at(kept), call, context);
  })?.state;
  if (last === undefined) return undefined;
  const most = { lo: 0, hi: (longest + 1) * (dt ?? 1) };
  const ago: Info = { ...info, optional: true, range: most };
  const steps: Operation = { op: "apply", operator: "subtract", args: [now.node, last.node] };
  if (dt === undefined) return make(context, steps, ago, call);
  const count = make(context, steps, { ...ago, range: { lo: 0, hi: longest + 1 } }, call);
  const step = make(context, { op: "constant", value: dt }, { ...constantInfo(NUMBER, point(dt)), unit: SECOND });
  const timed: Operation = { op: "apply", operator: "multiply", args: [count.node, step.node] };
  return make(context, timed, { ...ago, unit: SECOND }, call);
}

function countInfo(range: Info["range"]): Info {
  return { type: NUMBER, optional: false, timing: "step", unit: PURE, unitFree: false, range, trust: "measured" };
}

/** `held(b, duration)`: on how many records in a row it has held, compared with how many there must be. */
export function rewriteHeld(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const parts = twoParts(operator, call, context);
  if (parts === undefined) return undefined;
  const { value: b, duration, step } = parts;
  if (!isBool(b.value.info.type)) return notACondition(b, "'held'", context);
  const at = (value: Lowered): Placed => ({ value, span: call });
  const { info } = b.value;
  const known = make(context, { op: "default", args: [b.value.node, makeBool(context, false).node] }, { ...info, range: TRUTH });
  const most = { lo: 0, hi: context.settings.horizon ?? Number.POSITIVE_INFINITY };
  const meaning: Info = { ...info, type: shapeOf(info), range: most };
  const run = makeState("run", makeNumber(context, 0), meaning, call, context, (previous) => {
    const longer = applyInfix("+", [at(previous), numberPart(1, call, context)], call, context);
    return longer && choose(at(known), at(longer), numberPart(0, call, context), call, context);
  })?.state;
  if (run === undefined) return undefined;
  const wanted = constantNumber(context, duration.value);
  if (wanted !== undefined) {
    const records = makeNumber(context, Math.max(1, stepsUp(wanted / step)));
    return applyInfix(">=", [at(run), at(records)], call, context);
  }
  const pure: Lowered = { ...duration.value, info: { ...duration.value.info, unit: PURE } };
  // A little less, so that a quotient that is whole up to rounding counts as whole.
  const records = applyInfix("*", [at(pure), numberPart((1 - 1e-9) / step, call, context)], call, context);
  const long = records && applyInfix(">=", [at(run), at(records)], call, context);
  return long && applyInfix("and", [at({ ...known, info: { ...truthInfo(info.type, info) } }), at(long)], call, context);
}

/** `ema(x, tau)`: the average moves by a constant share of its distance to x. */
export function rewriteEma(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const parts = twoParts(operator, call, context);
  if (parts === undefined) return undefined;
  const { value: x, duration, step } = parts;
  if (!isNumeric(x.value.info.type)) {
    const message = `'ema' needs a number, but '${excerpt(context, x.span)}' is text.`;
    return complain(context, x.span, "T005", "argument-type", message, { help: operator.parameters[0]!.doc });
  }
  const at = (value: Lowered): Placed => ({ value, span: call });
  const before = valueBefore(x, call, context);
  const share = shareOf(duration, step, call, context);
  if (before === undefined || share === undefined) return undefined;
  const info: Info = { ...x.value.info, type: shapeOf(x.value.info) };
  return makeState("average", unknown(context), info, call, context, (previous) => {
    // Of the first value the one before it stands for the average so far, which is that value itself without a start state.
    const known = make(context, { op: "default", args: [previous.node, before.node] }, info, call);
    const way = applyInfix("-", [x, at(known)], call, context);
    const part = way && applyInfix("*", [at(share), at(way)], call, context);
    const moved = part && applyInfix("+", [at(known), at(part)], call, context);
    return moved && keepWithin(moved, info, call, context);
  })?.state;
}

/** 1 − exp(−dt/tau). */
function shareOf(tau: Placed, step: number, call: ast.Call, context: Context): Lowered | undefined {
  const known = constantNumber(context, tau.value);
  if (known !== undefined && known >= 0) return makeNumber(context, 1 - Math.exp(-(step / known)));
  if (tau.value.info.range.hi < 0) {
    const message = `The time constant '${excerpt(context, tau.span)}' is negative.`;
    return complain(context, tau.span, "T073", "negative-duration", message, {
      help: "Give a time or a number of steps from 0.",
    });
  }
  const pure: Lowered = { ...tau.value, info: { ...tau.value.info, unit: PURE } };
  const at = (value: Lowered): Placed => ({ value, span: call });
  const ratio = applyInfix("/", [numberPart(step, call, context), at(pure)], call, context);
  const negated = ratio && applyInfix("negate", [at(ratio)], call, context);
  const kept = negated && applyInfix("exp", [at(negated)], call, context);
  return kept && applyInfix("-", [numberPart(1, call, context), at(kept)], call, context);
}

/** Rounding must not carry an average out of the range of what it averages. */
function keepWithin(value: Lowered, { range }: Info, call: ast.Call, context: Context): Lowered | undefined {
  const bounded = (name: "min" | "max", to: Lowered | undefined, bound: number) =>
    to && Number.isFinite(bound)
      ? extreme(name, [{ value: to, span: call }, numberPart(bound, call, context)], call, context)
      : to;
  return bounded("min", bounded("max", value, range.lo), range.hi);
}

interface Parts {
  value: Placed;
  duration: Placed;
  /** A step in the unit of the duration. */
  step: number;
}

function twoParts(operator: Operator, call: ast.Call, context: Context): Parts | undefined {
  const given = assignArguments(operator, call, context);
  const [first, second] = operator.parameters.map(({ name }) => given?.get(name)?.[0]);
  if (first === undefined || second === undefined) return undefined;
  const value = stepValue(operator, first, context);
  const length = elaborateScalar(second, context, `'${operator.parameters[1]!.name}' of '${operator.name}'`);
  if (value === undefined || length === undefined) return undefined;
  const duration = { value: length, span: second };
  const step = stepIn(duration, `'${operator.parameters[1]!.name}' of '${operator.name}'`, context);
  return step === undefined ? undefined : { value, duration, step };
}
