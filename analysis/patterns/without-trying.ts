// What rules about not trying share: whether a behaviour out-earns the author's own scenario, the words and the witness for it,
// and the weight at which it no longer does. It must not know rules.
import type { Fix, Witness } from "../../compiler/diagnostics.ts";
import type { Term } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";
import type { Paid } from "../facts/value-terms.ts";
import { isLess, lessWanted, type Played } from "../witness/honest-reference.ts";
import { confirmWitness } from "../witness/play-episodes.ts";
import { paidBy } from "../witness/search-record.ts";
import { quoteNames } from "./combination.ts";
import { reweigh } from "./edit-term.ts";
import { sayCount, sayNumber } from "./say-number.ts";

/** It earns more, discounted or not, and reaches less of what is wanted. */
export function outEarns(one: Played | undefined, honest: Played): one is Played {
  return (
    one !== undefined && isLess(honest.paid, one.paid) && isLess(honest.discounted, one.discounted) && lessWanted(one, honest)
  );
}

/** It earns exactly as much and reaches less of what is wanted. */
export function earnsAlike(one: Played | undefined, honest: Played): one is Played {
  const same = (a: number, b: number) => !isLess(a, b) && !isLess(b, a);
  return one !== undefined && same(one.paid, honest.paid) && same(one.discounted, honest.discounted) && lessWanted(one, honest);
}

/** `'intended' reaches 23.3 of 'far' and earns 22.1 in 25 steps`. */
export function sayHonest(facts: Facts, { episode, paid, goals }: Played): string {
  const [goal] = facts.program.goals;
  const bool = goal === undefined || facts.program.nodes[goal.node]?.type.kind === "bool";
  const reached = facts.program.goals.length > 1 || bool ? "reaches" : `reaches ${sayNumber(goals[0]!)} of`;
  const names = quoteNames(facts.program.goals.map(({ name }) => name));
  return `'${episode.id}' ${reached} ${names} and earns ${sayNumber(paid)} in ${sayCount(episode.steps.length, "step")}`;
}

export function showBehaviour({ program }: Facts, one: Played, honest: Played, doing: string): Witness | undefined {
  return confirmWitness(
    program,
    one.episode,
    honest.episode,
    (earned, honestly) =>
      `${doing} earns ${sayNumber(earned)} in ${sayCount(one.episode.steps.length, "step")}; '${honest.episode.id}' earns ${sayNumber(honestly)}.`,
  );
}

/** The term that tells most in favour of the one or against the other. */
export function decidingTerm(facts: Facts, one: Played, honest: Played): Paid | undefined {
  const gain = ({ term }: Paid) => paidBy(one.result, [term.name]) - paidBy(honest.result, [term.name]);
  const best = facts.paid.toSorted((a, b) => gain(b) - gain(a))[0];
  return best === undefined || gain(best) <= 0 ? undefined : best;
}

/** Share of the way to no weight at all, from where both earn the same. */
const BELOW = 0.5;

/** A smaller weight under which the honest scenario earns more; none where no weight of this term does. */
export function weighLess(text: string, facts: Facts, term: Term, one: Played, honest: Played): Fix[] {
  const [by, honestly] = [paidBy(one.result, [term.name]), paidBy(honest.result, [term.name])];
  const [rest, restHonestly] = [one.paid - by, honest.paid - honestly];
  const factor = (restHonestly - rest) / (by - honestly);
  return factor > 0 && by > honestly ? reweigh(text, term, facts.range(term.weight).hi * factor * BELOW) : [];
}
