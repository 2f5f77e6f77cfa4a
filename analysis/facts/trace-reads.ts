// What each node reads: its signals, through prev, states and the built-in values that `ends` decides. It must not know ranges.
import type { Node, NodeId, Program } from "../../runtime/program.ts";
import { argumentsOf } from "./classify-nodes.ts";

/** Conditions behind a built-in value: `succeeded` is true where an `ends … as success` holds. */
export function endsBehind(program: Program, builtin: string): NodeId[] {
  const outcome = builtin === "succeeded" ? "success" : builtin === "failed" ? "failure" : undefined;
  if (outcome === undefined && builtin !== "terminated") return [];
  return program.ends.filter((end) => outcome === undefined || end.outcome === outcome).map((end) => end.node);
}

/** All nodes a node depends on directly, also those that come after it in the program. */
export function dependenciesOf(program: Program, node: Node): readonly NodeId[] {
  if (node.op === "previous") return [node.starts, node.of];
  if (node.op === "builtin") return endsBehind(program, node.name);
  const where = (node.op === "aggregate" || node.op === "window") && node.where !== undefined ? [node.where] : [];
  return [...argumentsOf(node), ...where];
}

/** Signals read by each node, by id. */
export function traceReads(program: Program): readonly ReadonlySet<string>[] {
  const reads = program.nodes.map((node) => new Set<string>(node.op === "signal" ? [node.name] : []));
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, node] of program.nodes.entries()) {
      const own = reads[id]!;
      const before = own.size;
      for (const part of dependenciesOf(program, node)) for (const name of reads[part] ?? []) own.add(name);
      if (own.size > before) grew = true;
    }
  }
  return reads;
}

/** Every node below `root`, itself included. */
export function nodesBelow(program: Program, root: NodeId): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>();
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = program.nodes[id];
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    open.push(...dependenciesOf(program, node));
  }
  return seen;
}
