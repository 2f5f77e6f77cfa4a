// Rewards that compare the samples of a group: each episode offers what the others look at, waits, and goes on with everybody's.
// So `score` becomes the case of one sample alone. It must not know what the values are for.
import type { NodeId } from "../../runtime/program.ts";
import { type Emission, typeText } from "./emission.ts";
import { readsGroup } from "./group-reads.ts";
import { labelOf, nameOf } from "./labels.ts";
import { freshNames } from "./names.ts";
import { AFTER } from "./phases.ts";
import { defineValue } from "./statements.ts";

/** The parameter that tells how many samples there are. */
export const GROUP_SIZE = "groupSize";

/** Whether samples look at each other at all. */
export function isGrouped({ plan, program }: Emission): boolean {
  return plan.order.some((id) => {
    const node = program.nodes[id];
    return (node.op === "aggregate" && node.axis === "group") || (node.op === "builtin" && node.name === "group_size");
  });
}

/** What is offered to the others, with its key. */
export function offers(emission: Emission): Map<NodeId, string> {
  const { program, plan } = emission;
  const keys = freshNames([], []);
  const offered = new Map<NodeId, string>();
  for (const id of plan.order) {
    const node = program.nodes[id];
    if (node.op !== "aggregate" || node.axis !== "group") continue;
    for (const read of [node.args[0], ...(node.where === undefined ? [] : [node.where])]) {
      if (!offered.has(read)) offered.set(read, keys.claim(nameOf(program, read) ?? labelOf(program.nodes[read])));
    }
  }
  return offered;
}

/** Everything that is known before the others are, the offer, and the answer. */
export function printGroup(emission: Emission): string[] {
  if (!isGrouped(emission)) return [];
  const { program, plan, composer, text } = emission;
  const late = readsGroup(program);
  const alone = plan.order.filter((id) => plan.phases[id] === AFTER && !late.has(id) && !composer.known.has(id));
  const lines = alone.flatMap((id) => defineValue(emission, id));
  const offer = [...offers(emission)].map(([id, key]) => (text(id) === key ? key : `${key}: ${text(id)}`));
  const given = offer.length === 0 ? "yield {};" : `const group = yield { ${offer.join(", ")} };`;
  return [...lines, "// What the samples of the group offer each other.", given];
}

/** The values of all samples of a group. */
export function groupText(emission: Emission, id: NodeId): string {
  return `group.${offers(emission).get(id)}`;
}

/** Type of the offer and of the answer. */
export function offerTypes(emission: Emission): { offer: string; group: string } {
  const entries = [...offers(emission)].map(([id, key]) => [key, typeText(emission.program.nodes[id].type)] as const);
  if (entries.length === 0) return { offer: "object", group: "object" };
  const list = (type: string): string => (type.includes("|") ? `(${type})[]` : `${type}[]`);
  return {
    offer: `{ ${entries.map(([key, type]) => `${key}: ${type}`).join("; ")} }`,
    group: `{ ${entries.map(([key, type]) => `${key}: ${list(type)}`).join("; ")} }`,
  };
}
