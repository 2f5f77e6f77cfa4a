// Which values wait for the other samples of the group. It must not know text.

import { readsOf } from "../../runtime/bodies.ts";
import type { NodeId, Program } from "../../runtime/program.ts";

/** Aggregates over the group and everything computed from them. */
export function readsGroup(program: Program): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (const [id, node] of program.nodes.entries()) {
    const isGroup = node.op === "aggregate" && node.axis === "group";
    if (isGroup || readsOf(node).some((read) => found.has(read))) found.add(id);
  }
  return found;
}
