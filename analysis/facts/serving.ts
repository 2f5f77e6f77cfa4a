// Which terms serve the goal: their pay moves with a signal the goal wants. And the most they can pay together.
// It must not know rules.
import type { Facts } from "./facts.ts";
import { streamsOf } from "./growth.ts";
import { payDirection } from "./pay-direction.ts";
import { factOf } from "./remember.ts";
import type { Paid } from "./value-terms.ts";
import { isWanted, type Want, wantsOf } from "./wants.ts";

/** An amount that has a part for each step and one that does not grow. */
export interface Worth {
  step: number;
  fixed: number;
}

export interface Serving {
  /** What the goals want more of, or what they read in a way that may be. */
  wanted: readonly Want[];
  terms: readonly Paid[];
  /** The most these can add. */
  worth: Worth;
  /** One payment of the largest of them. */
  single: number;
}

export const servingOf = factOf((facts: Facts): Serving => {
  const wanted = [...wantsOf(facts).values()].filter(isWanted);
  const terms = facts.paid.filter((paid) => paid.weight !== 0 && wanted.some((want) => serves(facts, paid, want)));
  const worth: Worth = { step: 0, fixed: 0 };
  let single = 0;
  for (const paid of terms) {
    const streams = streamsOf(facts).filter((stream) => stream.paid === paid && stream.growth !== "bounded");
    for (const { step, share } of streams) worth.step += share * width(step);
    if (streams.length === 0) worth.fixed += width(paid.episode);
    single = Math.max(single, streams.length === 0 ? width(paid.once) : Math.max(...streams.map(({ step }) => width(step))));
  }
  for (const shaping of facts.program.shapings) {
    if (!wanted.some(({ signal }) => facts.reads(shaping.node).has(signal.name))) continue;
    const { lo, hi } = facts.range(shaping.node);
    worth.fixed += (hi - lo) * facts.range(shaping.weight).hi;
  }
  return { wanted, terms, worth, single };
});

const width = ({ lo, hi }: { lo: number; hi: number }): number => Math.max(hi, 0) - Math.min(lo, 0);

/** What it pays rises with what is wanted, or may. */
export function serves(facts: Facts, paid: Paid, { signal, direction }: Want): boolean {
  if (!facts.reads(paid.term.node).has(signal.name) && !gateReads(facts, paid, signal.name)) return false;
  const moved = payDirection(facts, paid, signal.name);
  return moved !== "0" && (direction === "?" || moved === "?" || moved === direction);
}

function gateReads(facts: Facts, { term }: Paid, name: string): boolean {
  return term.when !== undefined && facts.reads(term.when).has(name);
}

/** What the worth comes to over the longest episode. */
export function overEpisode(facts: Facts, { step, fixed }: Worth): number {
  return (step === 0 ? 0 : step * facts.length.discountedMost) + fixed;
}

/** Whether `a` comes to more; where an episode has no longest, what grows is more than what does not. */
export function outweighs(facts: Facts, a: Worth, b: Worth): boolean {
  if (Number.isFinite(facts.length.discountedMost)) return overEpisode(facts, a) > overEpisode(facts, b);
  return a.step === b.step ? a.fixed > b.fixed : a.step > b.step;
}
