// Values under which a condition holds, or does not, as far as the condition can be taken apart. It must not know rules.
import type { NodeId } from "../../runtime/program.ts";
import type { Value } from "../../runtime/trajectory.ts";
import { assumeCondition, assumeNothing } from "../facts/assumptions.ts";
import type { Facts } from "../facts/facts.ts";
import { signalRange } from "../facts/infer-range.ts";
import { type Choice, quietValue } from "./build-episode.ts";
import { spread } from "./search-record.ts";

/** A guess, to be confirmed by the evaluator: bools as needed, numbers inside the bound a comparison gives. */
export function satisfy(facts: Facts, condition: NodeId, holds: boolean): Choice {
  const assumed = assumeCondition(facts.program, facts.classes.now, condition, holds, assumeNothing());
  const choice: Choice = {};
  for (const [name, bound] of assumed.signals) {
    const signal = facts.signals.get(name);
    if (signal === undefined) continue;
    if (signal.type.kind === "bool") {
      choice[name] = bound.lo >= 1;
      continue;
    }
    const { lo, hi } = signalRange(signal);
    const [low, high] = [Math.max(lo, bound.lo), Math.min(hi, bound.hi)];
    choice[name] = spread(signal, inside(low, high, quietValue(signal), signal.integer === true));
  }
  return choice;
}

/** The quiet value where it lies inside, else a value a little way in, because bounds may be strict. */
function inside(low: number, high: number, quiet: Value, integer: boolean): number {
  const calm = Array.isArray(quiet) ? quiet[0] : quiet;
  if (typeof calm === "number" && calm > low && calm < high) return calm;
  const width = Number.isFinite(high - low) ? high - low : 1;
  const near = Number.isFinite(low) ? low + width / 10 : high - width / 10;
  return integer ? Math.round(near) : near;
}
