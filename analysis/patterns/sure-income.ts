// What a step pays whatever the agent does, as long as the episode goes on. It must not know rules.
import type { Facts } from "../facts/facts.ts";
import { factOf } from "../facts/remember.ts";
import { quoteNames } from "./combination.ts";
import { type Going, type Income, incomeOf } from "./income.ts";

export interface Sure extends Going {
  /** What one step pays whatever the agent does. */
  amount: number;
}

export interface SureIncome {
  income: Income;
  sure: Sure[];
  largest: Sure;
  /** All of it on one step, after what a step costs at least. */
  net: number;
}

/** Undefined where nothing is sure, or its costs are as high. */
export const sureIncome = factOf((facts: Facts): SureIncome | undefined => {
  const income = incomeOf(facts);
  const sure = income.going
    .map((going): Sure => ({ ...going, amount: sureAmount(facts, going) }))
    .filter(({ amount }) => amount > 0);
  const net = sure.reduce((sum, { amount }) => sum + amount, 0) - income.cost;
  const largest = sure.toSorted((a, b) => b.amount - a.amount)[0];
  return largest === undefined || !(net > 0) ? undefined : { income, sure, largest, net };
});

/** What a step pays whatever the agent does, as long as it goes on; all it can pay where it is declared to be passive. */
function sureAmount(facts: Facts, { paid, step }: Going): number {
  const passive = [...facts.reads(paid.term.node)].some((name) => facts.signals.get(name)?.tags.passive !== undefined);
  return passive ? step.hi : Math.max(0, step.lo);
}

/** `'alive' pays`, or `'alive' and 'near' together pay`. */
export function sayTerms(sure: readonly Sure[]): string {
  return `${quoteNames(sure.map(({ paid }) => paid.term.name))} ${sure.length === 1 ? "pays" : "together pay"}`;
}
