// Which of two terms matters more, by what the spec says: the goal, and who can be trusted. Ranges alone never say it.
import { point } from "../../../runtime/interval.ts";
import { assumeNothing } from "../../facts/assumptions.ts";
import type { Facts } from "../../facts/facts.ts";
import { compareTrust } from "../../facts/judge-trust.ts";
import type { Paid } from "../../facts/value-terms.ts";
import { quietValue } from "../../witness/build-episode.ts";

export interface Rivalry {
  narrow: Paid;
  /** Why it should not be dwarfed, as the middle of a sentence. */
  because: string;
  /** The ratio the goal itself gives the two. */
  excused?: number;
}

/** Width of one payment. */
export function spreadOf({ once }: Paid): number {
  return once.hi - once.lo;
}

/** Why `narrow` matters more than `wide`; undefined where the spec does not say so. */
export function matters(facts: Facts, narrow: Paid, wide: Paid): Rivalry | undefined {
  const goals = facts.program.goals.map((goal) => facts.reads(goal.node));
  const inGoal = (paid: Paid) => goals.some((read) => [...facts.reads(paid.term.node)].some((name) => read.has(name)));
  const trusts = [narrow, wide].map(({ term }) => facts.trust(term.node));
  const trusted = trusts[0] !== undefined && trusts[1] !== undefined && compareTrust(trusts[0], trusts[1]) > 0;
  const { name } = narrow.term;
  if (narrow.term.role === "objective" && wide.term.role === "objective") {
    if (inGoal(narrow) && !inGoal(wide)) return { narrow, because: `only '${name}' is part of the goal` };
    if (trusted && goals.length === 0)
      return { narrow, because: `'${name}' is ${trusts[0]} and '${wide.term.name}' only ${said(trusts[1]!)}` };
    return undefined;
  }
  if (narrow.term.role === "objective") {
    // Costs of single steps are rarely at the end of their range; what is charged once per episode is.
    const settled = facts.length.most === 1 || wide.term.timing !== "step";
    const chosen = trusts[1] === "policy" && trusted && (goals.length === 0 || inGoal(narrow));
    return settled && chosen
      ? { narrow, because: `'${name}' is ${trusts[0]} and '${wide.term.name}' a cost the policy chooses` }
      : undefined;
  }
  const missed = wide.term.role === "objective" && isCostOfGoal(facts, narrow) && inGoal(wide);
  return missed
    ? { narrow, because: `the goal falls with what '${name}' charges for`, excused: exchange(facts, narrow, wide) }
    : undefined;
}

/** How many times more the goal itself moves with the wide term's signals than with the narrow term's; 1 where it does not say. */
function exchange(facts: Facts, narrow: Paid, wide: Paid): number {
  const ratios = facts.program.goals.map((goal) => {
    const [a, b] = [narrow, wide].map(({ term }) => {
      const moved = facts.rangesUnder(onlyMoving(facts, goal.node, facts.reads(term.node)))(goal.node);
      return moved.hi - moved.lo;
    });
    return b! / a!;
  });
  return Math.max(1, ...ratios.filter((ratio) => Number.isFinite(ratio)));
}

/** All that the goal reads is quiet, but for these signals. */
function onlyMoving(facts: Facts, goal: number, moving: ReadonlySet<string>) {
  const assumed = assumeNothing();
  for (const name of facts.reads(goal)) {
    const signal = facts.signals.get(name);
    const quiet = signal === undefined || moving.has(name) ? undefined : quietValue(signal);
    if (typeof quiet === "number" || typeof quiet === "boolean") assumed.signals.set(name, point(Number(quiet)));
  }
  return assumed;
}

const said = (trust: string): string => (trust === "policy" ? "chosen by the policy" : trust);

/** A penalty on something that makes the goal worse. */
function isCostOfGoal(facts: Facts, { term }: Paid): boolean {
  return facts.program.goals.some((goal) =>
    [...facts.reads(term.node)].some(
      (name) => facts.direction(goal.node, name) === "-" && facts.direction(term.node, name) === "+",
    ),
  );
}
