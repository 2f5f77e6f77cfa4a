// What the goals read and what is paid: which signals the goals need that nothing paid reads, and the reverse. It must not know rules.
import type { Monotone } from "../../runtime/operators/operator.ts";
import type { Named, NodeId, SignalDeclaration } from "../../runtime/program.ts";
import type { Facts } from "./facts.ts";
import { join } from "./find-direction.ts";
import { readsOfTerm } from "./gates.ts";
import { payDirection } from "./pay-direction.ts";
import { factOf } from "./remember.ts";
import type { Paid } from "./value-terms.ts";

export interface Wanted {
  signal: SignalDeclaration;
  /** Where the goals move with it: + more of it is wanted, - less of it. */
  direction: Monotone;
  /** A goal that reads it. */
  goal: Named;
}

export interface GoalDependence {
  /** What the goals read and the agent can change. */
  wanted: ReadonlyMap<string, Wanted>;
  /** Terms that pay or charge at all. */
  paying: readonly Paid[];
  /** Read by something paid, or by what becomes of it: weights, conditions, shaping, `total`. */
  paid: ReadonlySet<string>;
  /** Read by a constraint: `require`, `limit`, or what ends the episode. */
  constrained: ReadonlySet<string>;
  /** Wanted or unwanted by a goal, and neither paid nor constrained. */
  unread: readonly Wanted[];
  /** Paid or constrained, and read by no goal. */
  stray: readonly SignalDeclaration[];
}

/** What nobody can change in an episode, or what it is only compared with. */
const isGiven = ({ timing, from }: SignalDeclaration): boolean =>
  timing === "start" || from?.kind === "dataset" || from?.kind === "reference";

export const goalDependence = factOf((facts: Facts): GoalDependence => {
  const { program } = facts;
  const paying = facts.paid.filter(({ weight, once }) => weight !== 0 && (once.lo !== 0 || once.hi !== 0));
  const wanted = wantedBy(facts);
  const whole: NodeId[] = [
    ...program.shapings.flatMap(({ node, weight }) => [node, weight]),
    ...(program.total === undefined ? [] : [program.total]),
  ];
  const paid = new Set([...paying.flatMap((one) => [...readsOfTerm(facts, one)]), ...readBy(facts, whole)]);
  const constrained = readBy(facts, [
    ...program.requires.flatMap(({ node, otherwise }) => [node, otherwise]),
    ...program.limits.flatMap(({ node }) => node ?? []),
    ...program.ends.map(({ node }) => node),
  ]);
  const unread = [...wanted.values()].filter(({ signal: { name } }) => !paid.has(name) && !constrained.has(name));
  const stray = [...facts.signals.values()].filter(
    (signal) => !wanted.has(signal.name) && !isGiven(signal) && (paid.has(signal.name) || constrained.has(signal.name)),
  );
  return { wanted, paying, paid, constrained, unread, stray };
});

function readBy(facts: Facts, nodes: readonly NodeId[]): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => [...facts.reads(node)]));
}

function wantedBy(facts: Facts): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const goal of facts.program.goals) {
    for (const name of facts.reads(goal.node)) {
      const signal = facts.signals.get(name);
      if (signal === undefined || isGiven(signal)) continue;
      const known = wanted.get(name);
      const direction = facts.direction(goal.node, name);
      wanted.set(name, {
        signal,
        goal: known?.goal ?? goal,
        direction: known === undefined ? direction : join(known.direction, direction),
      });
    }
  }
  return wanted;
}

/**
 * Paid or constrained signals that could stand for an unread one: they move pay its way, or nobody knows how. What ends the episode
 * as a success or failure can stand for an event.
 */
export function standIns(facts: Facts, { signal, direction }: Wanted): SignalDeclaration[] {
  const { stray, paying } = goalDependence(facts);
  const { program } = facts;
  const limits = program.limits.flatMap(({ node }) => node ?? []);
  const outcomes = signal.type.kind === "bool" ? program.ends.filter(({ outcome }) => outcome !== undefined) : [];
  const held = readBy(facts, [...program.requires.map(({ node }) => node), ...limits, ...outcomes.map(({ node }) => node)]);
  return stray.filter(({ name }) => {
    if (held.has(name)) return true;
    const moves = paying.map((paid) => payDirection(facts, paid, name)).filter((way) => way !== "0");
    return direction === "?" ? moves.length > 0 : moves.some((way) => way === "?" || way === direction);
  });
}

/** "needs", "falls with" …: what a goal does with a signal. */
export function sayWish({ signal, direction }: Wanted): string {
  const event = signal.type.kind === "bool";
  if (direction === "+") return event ? "needs" : "rises with";
  if (direction === "-") return event ? "forbids or charges for" : "falls with";
  return "depends on";
}
