// `assume`: what the world guarantees. Kept with its condition, for data to be checked against and for facts to build on.
import { elaborateCondition } from "../elaborate/expression.ts";
import { membersOf, type Work } from "./reward-parts.ts";

export function readAssumptions(work: Work): void {
  const { context, parts } = work;
  for (const { condition, start, end } of membersOf(work, "assume")) {
    const value = elaborateCondition(condition, context, "'assume'");
    if (value === undefined) continue;
    parts.assumptions.push({
      text: context.text.slice(condition.start, condition.end).replace(/\s+/g, " "),
      node: value.node,
      timing: judgedAt(value.info.timing),
      source: [start, end],
    });
  }
}

/** What does not change is looked at once, like what is known at the end. */
export function judgedAt(timing: "constant" | "start" | "step" | "end" | "group"): "step" | "end" | "group" {
  return timing === "step" || timing === "group" ? timing : "end";
}
