// How the terms of a program become one reward: added, added and then bounded, or otherwise. It must not know rules.
import type { Program } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";
import { nodesBelow } from "../facts/trace-reads.ts";

const bounding: ReadonlySet<string> = new Set(["clip", "min", "max", "sigmoid", "tanh"]);

/** `sum`: nothing stands between the terms and the pay. `bounded`: their sum goes through a bounding function. */
export function combinationOf(program: Program): "sum" | "bounded" | "other" {
  const { total } = program;
  if (total === undefined || program.nodes[total]?.op === "terms") return "sum";
  for (const id of nodesBelow(program, total)) {
    const node = program.nodes[id];
    if (node === undefined || node.op === "terms" || node.timing === "constant") continue;
    if (node.op !== "apply" || !bounding.has(node.operator)) return "other";
  }
  return "bounded";
}

/** Where something in the text stands: the formula if it lies inside the declaration, else the declaration. */
export function placeOf(facts: Facts, declared: readonly [number, number], node: number): [number, number] {
  const source = facts.program.nodes[node]?.source;
  return source !== undefined && source[0] >= declared[0] && source[1] <= declared[1] ? source : [declared[0], declared[1]];
}

/** The same where the formula may also stand in a `let` or `track` that the declaration reads. */
export function placeOfPart(facts: Facts, declared: readonly [number, number], node: number): [number, number] {
  const source = facts.program.nodes[node]?.source;
  const named = [...facts.program.lets, ...facts.program.tracks].find(
    (one) => source !== undefined && source[0] >= one.source[0] && source[1] <= one.source[1],
  );
  return source !== undefined && named !== undefined ? source : placeOf(facts, declared, node);
}

/** `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`. */
export function quoteNames(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
