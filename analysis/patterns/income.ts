// What an agent earns while it goes on, and what it gets for finishing: the two sides of every stalling hack. It must not know rules.
import type { Interval } from "../../runtime/interval.ts";
import { ANY_END, assumeNoEnd } from "../facts/assumptions.ts";
import { boundSum } from "../facts/bound-sum.ts";
import type { Facts } from "../facts/facts.ts";
import { type Paid, payment } from "../facts/value-terms.ts";

export interface Going {
  paid: Paid;
  /** One step's payment while the episode goes on. */
  step: Interval;
}

export interface Income {
  /** Objectives paid on every step that goes on, not bounded over the episode. */
  going: Going[];
  /** What going on costs at least, per step. */
  cost: number;
  /** Objectives that pay only when the episode ends as a success, also those of weight 0. */
  bonuses: Paid[];
  /** The most these pay together. */
  bonus: number;
}

export function incomeOf(facts: Facts): Income {
  const { program, classes } = facts;
  const unended = facts.rangesUnder(assumeNoEnd(program, classes.now, ANY_END));
  const unsuccessful = facts.rangesUnder(assumeNoEnd(program, classes.now, ["success"]));
  const bonuses: Paid[] = [];
  const going: Going[] = [];
  let cost = 0;
  for (const paid of facts.paid) {
    const { term } = paid;
    const step = payment(program, term, unended);
    if (term.role === "penalty") {
      if (term.timing === "step" && term.rate !== "once") cost -= step.hi;
    } else if (paysOnSuccess(facts, paid, unsuccessful)) bonuses.push(paid);
    else if (term.timing === "step" && paid.repeats > 1 && step.hi > 0 && !isBounded(facts, paid)) going.push({ paid, step });
  }
  return { going, cost, bonuses, bonus: bonuses.reduce((sum, { once }) => sum + once.hi, 0) };
}

/** The value is never positive unless the episode ends as a success on that step. */
function paysOnSuccess(facts: Facts, { term }: Paid, unsuccessful: (node: number) => Interval): boolean {
  if (facts.length.success.length === 0) return false;
  const open = term.when === undefined ? 1 : unsuccessful(term.when).hi;
  return facts.range(term.node).hi > 0 && (unsuccessful(term.node).hi <= 0 || open <= 0);
}

function isBounded(facts: Facts, { term, telescoping }: Paid): boolean {
  return (
    telescoping || boundSum({ program: facts.program, classes: facts.classes, ranges: facts.range }, term.node) !== undefined
  );
}
