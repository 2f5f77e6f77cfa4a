// The outcomes that step rewards compete with: success that ends the episode, or a trusted result known at the end.
import type { Facts } from "../../../facts/facts.ts";
import { compareTrust, trustOf } from "../../../facts/judge-trust.ts";
import { factOf } from "../../../facts/remember.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import type { Choice } from "../../../witness/build-episode.ts";
import { paidBy, searchRecord } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import { type Going, type Income, incomeOf } from "../../income.ts";
import { isBesideSuccess, noveltiesOf } from "../../novelty.ts";

export interface Outcome {
  terms: Paid[];
  worth: number;
  /** Reaching it ends the episode, so that going on and finishing exclude each other. */
  ends: boolean;
  /** The step rewards that should not outweigh it. */
  against: Going[];
  /** Values known at the end under which it is reached. */
  choose(): Choice;
}

export interface Outweighed {
  outcome: Outcome;
  largest: Going;
  net: number;
  total: number;
}

/** The first outcome that the step rewards exceed. */
export const outweighedOutcome = factOf((facts: Facts): Outweighed | undefined => {
  const income = incomeOf(facts);
  for (const outcome of outcomesOf(facts, income)) {
    const net = outcome.against.reduce((sum, { step }) => sum + step.hi, 0) - (outcome.ends ? income.cost : 0);
    const total = net * facts.length.discountedMost;
    const largest = outcome.against.toSorted((a, b) => b.step.hi - a.step.hi)[0];
    if (largest !== undefined && net > 0 && total >= outcome.worth) return { outcome, largest, net, total };
  }
  return undefined;
});

function outcomesOf(facts: Facts, income: Income): Outcome[] {
  // What is sure on every step is a matter of staying alive, and novelty one of fading: other rules'.
  const novel = new Set(noveltiesOf(facts).flatMap((novelty) => (isBesideSuccess(facts, novelty) ? [novelty.stream.paid] : [])));
  const going = income.going.filter(({ step, paid }) => step.lo <= 0 && !novel.has(paid));
  const found: Outcome[] = [];
  if (income.bonuses.length > 0 && going.length > 0) {
    found.push({ terms: income.bonuses, worth: income.bonus, ends: true, against: going, choose: () => ({}) });
  }
  const results = facts.paid.filter(({ term, episode }) => term.role === "objective" && term.timing !== "step" && episode.hi > 0);
  for (const result of results) {
    const against = going.filter((step) => matters(facts, result, step.paid) && !isCounted(facts, step.paid));
    if (against.length > 0)
      found.push({ terms: [result], worth: result.episode.hi, ends: false, against, choose: () => reach(facts, result) });
  }
  return found;
}

/** The result is trusted more than the step reward, or alone is part of the goal. */
function matters(facts: Facts, result: Paid, step: Paid): boolean {
  const inGoal = (paid: Paid) =>
    facts.program.goals.some((goal) => [...facts.reads(paid.term.node)].some((name) => facts.reads(goal.node).has(name)));
  if (inGoal(step)) return false;
  const [a, b] = [facts.trust(result.term.node), facts.trust(step.term.node)];
  return inGoal(result) || (a !== undefined && b !== undefined && compareTrust(a, b) > 0);
}

/** Sums over what the policy itself counts up are another rule's. */
function isCounted(facts: Facts, { term }: Paid): boolean {
  return [...facts.reads(term.node)].some((name) => {
    const trust = trustOf(facts.signals.get(name)!);
    return trust === "policy" || (trust === "learned" && facts.length.chosen);
  });
}

function reach(facts: Facts, { term }: Paid): Choice {
  return searchRecord(sliceProgram(facts.program, [term.name]), facts.reads(term.node), {}, (result) =>
    paidBy(result, [term.name]),
  );
}
