// Which of two terms matters more, by what the spec says: the goal, and who can be trusted. Ranges alone never say it.
import { point } from "../../../../runtime/interval.ts";
import type { Trust } from "../../../../runtime/program.ts";
import { assumeNothing } from "../../../facts/assumptions.ts";
import type { Facts } from "../../../facts/facts.ts";
import { compareTrust } from "../../../facts/judge-trust.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { quietValue } from "../../../witness/build-episode.ts";

/** What the spec says about one term. */
export interface Standing {
  paid: Paid;
  /** It reads a signal that a goal reads. */
  inGoal: boolean;
  trust: Trust | undefined;
}

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

export function standingOf(facts: Facts, paid: Paid): Standing {
  const read = [...facts.reads(paid.term.node)];
  const inGoal = facts.program.goals.some((goal) => read.some((name) => facts.reads(goal.node).has(name)));
  return { paid, inGoal, trust: facts.trust(paid.term.node) };
}

/** Why `narrow` matters more than `wide`; undefined where the spec does not say so. */
export function matters(facts: Facts, narrow: Standing, wide: Standing): Rivalry | undefined {
  const [a, b] = [narrow.paid.term, wide.paid.term];
  const { goals } = facts.program;
  const trusted = narrow.trust !== undefined && wide.trust !== undefined && compareTrust(narrow.trust, wide.trust) > 0;
  const rivalry = (because: string): Rivalry => ({ narrow: narrow.paid, because });
  if (a.role === "objective" && b.role === "objective") {
    if (narrow.inGoal && !wide.inGoal) return rivalry(`only '${a.name}' is part of the goal`);
    const only = trusted && goals.length === 0;
    return only ? rivalry(`'${a.name}' is ${narrow.trust} and '${b.name}' only ${said(wide.trust!)}`) : undefined;
  }
  if (a.role === "objective") {
    // Costs of single steps are rarely at the end of their range; what is charged once per episode is.
    const settled = facts.length.most === 1 || b.timing !== "step";
    const chosen = wide.trust === "policy" && trusted && (goals.length === 0 || narrow.inGoal);
    return settled && chosen ? rivalry(`'${a.name}' is ${narrow.trust} and '${b.name}' a cost the policy chooses`) : undefined;
  }
  if (b.role !== "objective" || !wide.inGoal || !narrow.inGoal || !isCostOfGoal(facts, narrow.paid)) return undefined;
  return { ...rivalry(`the goal falls with what '${a.name}' charges for`), excused: exchange(facts, narrow.paid, wide.paid) };
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
