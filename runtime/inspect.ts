// Values of nodes along one trajectory, for people who look inside: lets, tracks, conditions, anything.
// It must not know how they are shown.
import { loadBlock } from "./block.ts";
import { cellOf } from "./cells.ts";
import { STEP } from "./columns.ts";
import { makePlan } from "./plan.ts";
import type { NodeId, Program } from "./program.ts";
import { reachable, termsOf } from "./schedule.ts";
import { makeTermColumns } from "./term-columns.ts";
import type { Episode, Knobs, Value } from "./trajectory.ts";

/**
 * For each of `nodes` its value on every step, null where it cannot be evaluated. What is known once per episode is the same on
 * all steps; a group is the episode alone.
 */
export function inspect(program: Program, episode: Episode, nodes: readonly NodeId[], knobs: Knobs = {}): Value[][] {
  return inspectEach(program, [episode], nodes, knobs)[0]!;
}

/** The same for each of several trajectories. */
export function inspectEach(
  program: Program,
  episodes: readonly Episode[],
  nodes: readonly NodeId[],
  knobs: Knobs = {},
): Value[][][] {
  // What is paid takes most of a plan; few values ask for it.
  const asksForTerms = reachable(program, nodes).has(termsOf(program));
  const plan = makePlan(program, {
    nodes: nodes.map((id) => ({ id, lane: STEP })),
    ...(asksForTerms
      ? { terms: (inLane, laneOf, current) => makeTermColumns(program, { of: [] }, inLane, laneOf, current) }
      : {}),
  });
  plan.current.knobs = knobs;
  plan.prepare();
  return episodes.map((episode) => {
    plan.run(loadBlock(program, [episode]));
    const { begin, end } = plan.current.block.frame;
    return nodes.map((id) => {
      const column = plan.column(id, STEP);
      const values: Value[] = [];
      for (let row = begin[0]; row < end[0]; row++) values.push(cellOf(column, row, program.nodes[id].type));
      return values;
    });
  });
}
