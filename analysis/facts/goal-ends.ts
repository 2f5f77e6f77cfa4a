// Conditions that end the episode because the goal is reached, although they do not say that it is a success. It must not know terms.
import type { End } from "../../runtime/program.ts";
import { assumeCondition, assumeNothing } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";

export const goalEnds = factOf(({ program, classes, rangesUnder }: Facts): End[] =>
  program.ends.filter(({ node, outcome }) => {
    if (outcome !== undefined) return false;
    const ranges = rangesUnder(assumeCondition(program, classes.now, node, true, assumeNothing()));
    return program.goals.some((goal) => program.nodes[goal.node]?.type.kind === "bool" && ranges(goal.node).lo >= 1);
  }),
);
