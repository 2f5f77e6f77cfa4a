// Collects the nodes of one program; equal operations on equal arguments become one node. It must not know types or names.
import type { Interval } from "../../runtime/interval.ts";
import type { Node, NodeId, Range } from "../../runtime/program.ts";

export interface Builder {
  nodes: Node[];
  add(node: Node): NodeId;
  /** The value of a state on the previous record; `tie` it to the state once that exists. */
  addPrevious(node: Node & { op: "previous" }): NodeId;
  tie(previous: NodeId, state: NodeId): void;
}

export function createBuilder(): Builder {
  const nodes: Node[] = [];
  const known = new Map<string, NodeId>();
  const append = (node: Node) => nodes.push(node) - 1;
  return {
    nodes,
    add(node) {
      const { source: _, ...identity } = node;
      const key = JSON.stringify(identity);
      const same = known.get(key);
      if (same !== undefined) return same;
      const id = append(node);
      known.set(key, id);
      return id;
    },
    addPrevious: append,
    tie(previous, state) {
      const node = nodes[previous];
      if (node?.op === "previous") node.of = state;
    },
  };
}

/** Infinite bounds become null, which JSON can write; undefined where nothing is known. */
export function rangeOf(interval: Interval): Range | undefined {
  const lo = Number.isFinite(interval.lo) ? interval.lo : null;
  const hi = Number.isFinite(interval.hi) ? interval.hi : null;
  return lo === null && hi === null ? undefined : [lo, hi];
}
