// Which unread signals of a goal say how a result was come by, not what it is: checks of the grader that count against it.
import type { Facts } from "../../facts/facts.ts";
import { type GoalDependence, goalDependence, type Wanted } from "../../facts/goal-dependence.ts";

/** A verifier's finding that the goal holds against the result, while the result itself is paid. */
export function isConductCheck(facts: Facts, { signal, direction }: Wanted): boolean {
  return direction === "-" && signal.from?.kind === "verifier" && paidGoalSignals(facts).length > 0;
}

/** What the goal wants and something pays. */
export function paidGoalSignals(facts: Facts): Wanted[] {
  const { wanted, paid }: GoalDependence = goalDependence(facts);
  return [...wanted.values()].filter(({ signal: { name } }) => paid.has(name));
}
