// What share of the objectives' pay is about the goal. It must not know messages.
import type { Facts } from "../../../facts/facts.ts";
import { goalSharesOf } from "../../../facts/goal-shares.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { combinationOf } from "../../combination.ts";
import { spreadOf } from "../../domination.ts";

export interface Drowned {
  /** Objectives that no goal reads a signal of, the widest first. */
  others: Paid[];
  /** Those of the goal, the widest first. */
  goal: Paid[];
  share: number;
}

/** Of what is paid at the same moments, where the goal's share is below `least`; only where every objective's range is known. */
export function drownedGoal(facts: Facts, least: number): Drowned | undefined {
  if (facts.program.goals.length === 0 || combinationOf(facts.program) !== "sum") return undefined;
  const shares = goalSharesOf(facts);
  const objectives = facts.paid.filter(
    (paid) => paid.term.role === "objective" && paid.weight !== 0 && spreadOf(paid) > 0 && !paid.telescoping && !paid.terminal,
  );
  for (const step of [true, false]) {
    const paid = objectives.filter(({ term }) => (term.timing === "step") === step).toSorted((a, b) => spreadOf(b) - spreadOf(a));
    const goal = paid.filter((one) => shares.get(one)!.inGoal);
    const others = paid.filter((one) => !shares.get(one)!.inGoal);
    const all = paid.reduce((sum, one) => sum + spreadOf(one), 0);
    const share = goal.reduce((sum, one) => sum + spreadOf(one), 0) / all;
    if (goal.length > 0 && others.length > 1 && Number.isFinite(all) && share < least) return { others, goal, share };
  }
  return undefined;
}
