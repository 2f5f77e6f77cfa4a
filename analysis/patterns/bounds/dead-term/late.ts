// Penalties that begin long after the goal began to suffer, and objectives that are earned in full at rest. It must not know messages.
import { point } from "../../../../runtime/interval.ts";
import { assumeNothing } from "../../../facts/assumptions.ts";
import type { Facts } from "../../../facts/facts.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import { type Profile, profilesOf, type Run } from "../../../facts/profile.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { wishesOf } from "../../../facts/wishes.ts";
import { quietValue } from "../../../witness/build-episode.ts";

export interface Late {
  profile: Profile;
  run: Run;
  paid: Paid;
  /** Where the goal begins to get worse, where pay does. */
  goalAt: number;
  payAt: number;
  /** Of all the goal can lose along the signal, the part lost before pay changes. */
  share: number;
}

/** Flat best pay with a threshold of the goal inside, after which the goal falls. */
export function lateTerms(facts: Facts, least: number): Late[] {
  return profilesOf(facts).flatMap((profile) => {
    const penalties = profile.terms.filter(({ term }) => term.role === "penalty");
    const paid = penalties.length === profile.terms.length ? penalties[0] : undefined;
    if (paid === undefined) return [];
    return profile.runs.flatMap((run) => lateIn(profile, run, paid, least) ?? []);
  });
}

function lateIn(profile: Profile, run: Run, paid: Paid, least: number): Late | undefined {
  if (run.pay < profile.pay.best) return undefined;
  for (const upward of [true, false]) {
    const next = upward ? run.above : run.below;
    if (next === undefined || next >= run.pay) continue;
    const [payAt, from] = upward ? [run.to, run.from] : [run.from, run.to];
    const at = upward ? run.goal.to : run.goal.from;
    const share = (run.goal.best - at) / profile.moves;
    const margin = 0.02 * profile.width;
    const inside = profile.goalBreaks.filter(
      (bend) => (bend - from) * (upward ? 1 : -1) >= 0 && Math.abs(bend - payAt) > margin && between(bend, run),
    );
    const goalAt = upward ? Math.max(...inside) : Math.min(...inside);
    if (share >= least && inside.length > 0) return { profile, run, paid, goalAt, payAt, share };
  }
  return undefined;
}

const between = (at: number, { from, to }: Run): boolean => at > from && at < to;

export interface AtRest {
  paid: Paid;
  signal: string;
  most: number;
  goal: string;
}

/** The goal wants more of a signal; at its rest value the term already pays all it ever can, whatever else it is about. */
export function paidAtRest(facts: Facts): AtRest[] {
  return facts.paid.flatMap((paid) => {
    const { term } = paid;
    const range = facts.range(term.node);
    if (term.role !== "objective" || paid.weight === 0 || !(range.lo < range.hi) || facts.reads(term.node).size < 2) return [];
    for (const name of facts.reads(term.node)) {
      const signal = facts.signals.get(name);
      const quiet = signal === undefined ? undefined : quietValue(signal);
      if (signal === undefined || signal.type.kind !== "number" || quiet !== 0) continue;
      const wish = wishesOf(facts, signal)[0];
      if (wish?.direction !== "+") continue;
      const assumed = assumeNothing();
      assumed.signals.set(name, point(0));
      const still = facts.rangesUnder(assumed)(term.node);
      const rewarded = facts.paid.some(
        (other) => other !== paid && payDirection(facts, other, name) === "+" && other.once.hi - other.once.lo >= paid.once.hi,
      );
      if (still.lo === still.hi && still.hi === range.hi && !rewarded)
        return [{ paid, signal: name, most: paid.once.hi, goal: wish.because }];
    }
    return [];
  });
}
