// How much the goals themselves move with what a term reads: the exchange rate between terms that the spec states. It must not
// know what is paid for them.
import { point } from "../../runtime/interval.ts";
import type { NodeId } from "../../runtime/program.ts";
import { quietValue } from "../witness/build-episode.ts";
import { type Assumptions, assumeNothing } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";
import type { Paid } from "./value-terms.ts";

export interface GoalShare {
  /** The term or its condition reads a signal that a goal reads. */
  inGoal: boolean;
  /** For each goal that is a number, the width it moves over with the term's signals, all else being quiet. */
  widths: readonly number[];
  /** A goal falls with what a penalty charges for. */
  cost: boolean;
}

/** What the goals say about each term, by the term's place in `facts.paid`. */
export const goalSharesOf = factOf((facts): ReadonlyMap<Paid, GoalShare> => {
  const goals = facts.program.goals.map((goal) => goal.node);
  const numeric = goals.filter((goal) => facts.program.nodes[goal]?.type.kind === "number");
  return new Map(
    facts.paid.map((paid) => {
      const { term } = paid;
      const read = new Set([...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))]);
      const inGoal = goals.some((goal) => [...read].some((name) => facts.reads(goal).has(name)));
      const widths = inGoal ? numeric.map((goal) => widthWith(facts, goal, facts.reads(term.node))) : numeric.map(() => 0);
      return [paid, { inGoal, widths, cost: term.role === "penalty" && isCost(facts, goals, paid) }];
    }),
  );
});

/**
 * How many times more the goals move with one term than with another, at the most favourable; undefined where no goal that is a
 * number moves with the other.
 */
export function exchangeRate(of: GoalShare, against: GoalShare): number | undefined {
  const rates = of.widths.map((width, index) => width / against.widths[index]!).filter(Number.isFinite);
  return rates.length === 0 ? undefined : Math.max(...rates);
}

function widthWith(facts: Facts, goal: NodeId, moving: ReadonlySet<string>): number {
  const { lo, hi } = facts.rangesUnder(onlyMoving(facts, goal, moving))(goal);
  return hi - lo;
}

/** All that the goal reads is quiet, but for these signals. */
function onlyMoving(facts: Facts, goal: NodeId, moving: ReadonlySet<string>): Assumptions {
  const assumed = assumeNothing();
  for (const name of facts.reads(goal)) {
    const signal = facts.signals.get(name);
    const quiet = signal === undefined || moving.has(name) ? undefined : quietValue(signal);
    if (typeof quiet === "number" || typeof quiet === "boolean") assumed.signals.set(name, point(Number(quiet)));
  }
  return assumed;
}

function isCost(facts: Facts, goals: readonly NodeId[], { term }: Paid): boolean {
  return goals.some((goal) =>
    [...facts.reads(term.node)].some((name) => facts.direction(goal, name) === "-" && facts.direction(term.node, name) === "+"),
  );
}
