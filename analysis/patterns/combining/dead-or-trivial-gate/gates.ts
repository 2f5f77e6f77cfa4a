// The conditions that decide over pay as a whole: of `when`, of `require` and of `gate(…)`. It must not know messages.
import type { NodeId, Source } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";

export interface Gate {
  kind: "when" | "require" | "gate";
  name: string;
  condition: NodeId;
  source: Source;
}

export function gatesOf({ program }: Facts): Gate[] {
  const found: Gate[] = program.requires.map(({ name, node, source }) => ({ kind: "require", name, condition: node, source }));
  for (const { name, when, node, source } of program.terms) {
    if (when !== undefined) found.push({ kind: "when", name, condition: when, source });
    for (const id of nodesBelow(program, node)) {
      const below = program.nodes[id];
      if (below?.op !== "apply" || below.operator !== "gate") continue;
      for (const condition of below.args.slice(1)) found.push({ kind: "gate", name, condition, source });
    }
  }
  return found;
}
