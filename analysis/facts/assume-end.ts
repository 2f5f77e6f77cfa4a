// That the episode ends on a record by one of its conditions, and by no success beside it where it is none itself. It must not
// know terms.
import { point } from "../../runtime/interval.ts";
import type { End, Program } from "../../runtime/program.ts";
import { type Assumptions, assumeCondition, assumeNoEnd, assumeNothing, joinAssumptions } from "./assumptions.ts";

export function assumeEnd(program: Program, classes: readonly number[], end: End): Assumptions {
  const into = assumeCondition(program, classes, end.node, true, assumeNothing());
  for (const [id, node] of program.nodes.entries()) {
    if (node.op !== "builtin") continue;
    const holds =
      node.name === "terminated" ||
      node.name === "ending" ||
      (node.name === "failed" && end.outcome === "failure") ||
      (node.name === "succeeded" && end.outcome === "success");
    if (holds) into.classes.set(classes[id]!, point(1));
  }
  return end.outcome === "success" ? into : joinAssumptions(into, assumeNoEnd(program, classes, ["success"]));
}
