// Where texts are searched for something: which text, what for, by which operator. It must not know rules.
import type { Node, NodeId, Program } from "../../runtime/program.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";

export interface Search {
  node: NodeId;
  operator: string;
  /** The text that is searched. */
  text: NodeId;
  /** What it is searched for. */
  wanted: NodeId;
  /** A regular expression, with U+FDD0 where a text is put in. */
  pattern?: { source: string; flags: string; holes: readonly NodeId[] };
  /** Texts found as they stand. */
  literals: readonly string[];
}

const operators: ReadonlySet<string> = new Set(
  "matches contains starts_with ends_with count_matches extract extract_all bracketed before after phrases position split".split(
    " ",
  ),
);

export const searchesOf = factOf((facts: Facts): Search[] =>
  facts.program.nodes.flatMap((node, id) => {
    if (node.op !== "apply" || !operators.has(node.operator) || node.args.length < 2) return [];
    const [text, wanted] = node.args as [NodeId, NodeId];
    return [{ node: id, operator: node.operator, text, wanted, ...readWanted(facts.program, wanted) }];
  }),
);

function readWanted(program: Program, id: NodeId): Pick<Search, "pattern" | "literals"> {
  const node = program.nodes[id];
  if (node?.op === "pattern" && !node.literal) {
    const holes = "args" in node ? node.args : [];
    return { pattern: { source: node.pattern, flags: node.flags, holes }, literals: [] };
  }
  return { literals: literalsOf(program, node) };
}

function literalsOf(program: Program, node: Node | undefined): readonly string[] {
  if (node?.op === "pattern") return [node.pattern];
  if (node?.op === "vector") return node.args.flatMap((arg) => literalsOf(program, program.nodes[arg]));
  if (node?.op !== "constant") return [];
  if (typeof node.value === "string") return [node.value];
  return Array.isArray(node.value) ? node.value.filter((part) => typeof part === "string") : [];
}
