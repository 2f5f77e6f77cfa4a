// `prove not farmable`: no objective's return grows with the steps that the policy chooses to add. It must not know other claims.

import { boundSum } from "../facts/bound-sum.ts";
import type { Facts } from "../facts/facts.ts";
import { isTotal } from "../facts/is-total.ts";
import type { Paid } from "../facts/value-terms.ts";
import { sayNumber } from "../patterns/say-number.ts";
import { searchRecord } from "../witness/search-record.ts";
import { build, playAll } from "./candidates.ts";
import { possibleOf } from "./possible.ts";
import { type Judging, open, proved, refuted, type Verdict } from "./verdict.ts";

export function judgeFarming({ program, facts }: Judging): Verdict {
  if (facts.length.most <= 1) return proved("An episode has one record, so there are no steps to add.");
  if (program.ends.length === 0)
    return proved("Nothing in the spec ends an episode, so its number of steps is not the policy's choice.");
  if (program.total !== undefined) {
    if (facts.range(program.total).hi <= 0) return proved("No step pays more than 0.");
    return open("What 'total' makes of the terms is not bounded over an episode.");
  }
  const growing = facts.paid.filter((paid) => grows(facts, paid));
  if (growing.length === 0) return proved("What every objective pays is bounded, however many steps there are.");
  for (const paid of growing) {
    const verdict = farmed(facts, paid);
    if (verdict !== undefined) return verdict;
  }
  const names = growing.map(({ term }) => `'${term.name}'`).join(", ");
  return open(`What ${names} pays is not shown to be bounded over an episode, and nothing that was tried adds to it.`);
}

function grows(facts: Facts, { term, weight, once, repeats }: Paid): boolean {
  if (once.hi <= 0 || repeats <= 1) return false;
  // Where only some of the steps count, or some count more, what goes up and down does not cancel.
  const selective = term.when !== undefined || weight === undefined;
  const { program, classes, range: ranges } = facts;
  // Where a value cannot be computed its bound is paid instead.
  const sum = isTotal(program, term.node, ranges) ? boundSum({ program, classes, ranges }, term.node) : undefined;
  if (sum === undefined || !Number.isFinite(sum.hi)) return true;
  return selective && (facts.range(term.node).lo < 0 || !Number.isFinite(facts.range(term.weight).hi));
}

/** The record that pays most of the term, held for ten steps and for as long as may be. */
function farmed(facts: Facts, { term }: Paid): Verdict | undefined {
  const { program, must } = possibleOf(facts);
  const names = program.signals.map(({ name }) => name);
  const choice = searchRecord(program, names, must, (result) => {
    const going = result.terms[term.name]?.[0] ?? 0;
    return result.unshaped === null ? Number.NEGATIVE_INFINITY : going;
  });
  const most = Math.min(facts.length.most, 100);
  const few = Math.max(1, Math.floor(most / 2));
  const [short, long] = playAll(
    facts,
    [few, most].map((steps) => ({ name: String(steps), episode: build(facts, choice, steps) })),
  );
  if (short === undefined || long === undefined || long.episode.steps.length <= short.episode.steps.length) return undefined;
  const [less, more] = [short, long].map(({ result }) => (result.terms[term.name] ?? []).reduce((sum, paid) => sum + paid, 0));
  if (!(more! > less! + 1e-9)) return undefined;
  const message = `'${term.name}' pays ${sayNumber(less!)} in ${short.episode.steps.length} steps and ${sayNumber(more!)} in ${long.episode.steps.length} of the same steps.`;
  return refuted(message, {
    episode: long.episode,
    honest: short.episode,
    return: long.paid,
    honestReturn: short.paid,
    explanation: message,
  });
}
