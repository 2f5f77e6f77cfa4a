// What going on costs and can bring where an episode can also be failed: one side of every reward under which giving up is the
// best there is. It must not know rules.
import type { Interval } from "../../runtime/interval.ts";
import type { End } from "../../runtime/program.ts";
import { ANY_END, assumeNoEnd } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { failingEnds } from "./failing-ends.ts";
import { type Paid, payment } from "./value-terms.ts";

export interface Quitting {
  ends: readonly End[];
  /** Terms that charge failing and nothing else. */
  charges: Paid[];
  /** The most and the least that a step pays while the episode goes on; costs of what the policy itself does count as avoidable. */
  step: Interval;
  /** What success, or a result known at the end, adds at most. */
  bonus: number;
}

/** Undefined where nothing ends the episode as a failure. */
export function quittingOf(facts: Facts): Quitting | undefined {
  const { program, classes } = facts;
  const ends = failingEnds(facts);
  if (ends.length === 0) return undefined;
  const unended = facts.rangesUnder(assumeNoEnd(program, classes.now, ANY_END));
  const step = { lo: 0, hi: 0 };
  let bonus = 0;
  for (const paid of facts.paid) {
    const { term } = paid;
    const once = payment(program, term, unended);
    const onEnding = once.lo === 0 && once.hi === 0;
    if (onEnding || term.timing !== "step" || term.rate === "once") bonus += Math.max(0, paid.once.hi);
    else {
      step.hi += once.hi;
      step.lo += facts.trust(term.node) === "policy" ? once.hi : once.lo;
    }
  }
  const charges = facts.paid.filter((paid) => {
    const once = payment(program, paid.term, unended);
    return once.lo === 0 && once.hi === 0 && paid.once.lo < 0;
  });
  return { ends, charges, step, bonus };
}
