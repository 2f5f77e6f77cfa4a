// How long something lasts: a time in seconds or a number of steps, as constants where they are. It must not know what lasts.
import type * as ast from "../../grammar/ast.ts";
import { isPure, SECOND, sameDimension, unitText } from "../types/units.ts";
import { missingStepLength } from "./builtins.ts";
import { complain, fix, insert } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { elaborateOperand } from "./expression.ts";

/** Quotients that are whole but for rounding, such as 0.3 / 0.1, count as whole. */
const ALMOST = 1e-9;

/** A window of steps after the one it starts from; null reaches to the end. */
export interface Window {
  from: number;
  to: number | null;
}

/** How long a step is in the unit of a duration: 1 where that is a number of steps. `of` is what the duration belongs to. */
export function stepIn(duration: Placed, of: string, context: Context): number | undefined {
  const { unit } = duration.value.info;
  if (isPure(unit)) return 1;
  if (!sameDimension(unit, SECOND)) {
    const message = `'${excerpt(context, duration.span)}' is in [${unitText(unit)}], but ${of} is a time [s] or a number of steps.`;
    return complain(context, duration.span, "RH202", "unit-mismatch", message, { help: "Give a time, such as '0.5 [s]'." });
  }
  const { dt } = context.settings;
  return dt === undefined ? missingStepLength(duration.span, of, context) : dt / unit.scale;
}

/** The least whole number of steps that lasts so long. */
export const stepsUp = (steps: number): number => Math.ceil(steps - ALMOST * Math.max(1, Math.abs(steps)));
const stepsDown = (steps: number): number => Math.floor(steps + ALMOST * Math.max(1, Math.abs(steps)));

/** `a..b` of `within`, in steps. */
export function windowOf(written: ast.Expression, context: Context): Window | undefined {
  const operand = elaborateOperand(written, context);
  if (operand === undefined) return undefined;
  if (operand.kind !== "range") {
    const text = excerpt(context, written);
    const message = `'within' needs a range from when to when, but '${text}' is a single value.`;
    return complain(context, written, "T021", "range-wanted", message, {
      help: `Begin now: 'within: 0..${text}'.`,
      fixes: [fix(`Change to '0..${text}'`, insert(written.start, "0.."))],
    });
  }
  // A unit behind a literal range holds for both bounds.
  const { lo, hi } = operand;
  const unit = lo.info.unitFree ? hi.info : lo.info;
  const from = boundOf(lo.info.unitFree ? { ...lo, info: { ...lo.info, unit: unit.unit } } : lo, written, context);
  const to = boundOf(hi.info.unitFree ? { ...hi, info: { ...hi.info, unit: unit.unit } } : hi, written, context);
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [stepsUp(from), stepsDown(to)];
  if (first <= last && Number.isFinite(first)) return { from: Math.abs(first), to: Number.isFinite(last) ? last : null };
  const message = `No step lies within '${excerpt(context, written)}': it is ${brief(from)} to ${brief(to)} steps ahead.`;
  return complain(context, written, "T072", "window-without-step", message, {
    help: from > to ? "Swap the bounds." : "A window holds the steps from a/dt to b/dt: make it at least a step long.",
  });
}

const brief = (steps: number): string => String(Number(steps.toPrecision(6)));

function boundOf(value: Lowered, written: ast.Expression, context: Context): number | undefined {
  const text = excerpt(context, written);
  const bound = constantNumber(context, value);
  if (bound === undefined) {
    return complain(context, written, "T022", "constant-wanted", `Both bounds of '${text}' must be known beforehand.`, {
      help: "Use numbers, such as 'within: 0..2 [s]'.",
    });
  }
  if (bound < 0) {
    return complain(context, written, "T071", "window-in-the-past", `'within' looks ahead, but '${text}' begins before now.`, {
      help: "Begin at 0 or later; 'held', 'since' and 'prev' look back.",
    });
  }
  // 0 and inf fit every unit.
  const step = bound === 0 || bound === Number.POSITIVE_INFINITY ? 1 : stepIn({ value, span: written }, "'within'", context);
  return step === undefined ? undefined : bound / step;
}
