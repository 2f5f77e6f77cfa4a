// What belongs to the body of a `for`: nodes that read the element it is at. They have a value per element, not per record, so
// that only the `for` itself computes them. It must not know how.
import type { Node, NodeId } from "./program.ts";

type Bounds = ReadonlySet<NodeId>;

/** What a node reads, `where` and the outer side of a `for` included; a `previous` reads its state one record back. */
export function readsOf(node: Node): readonly NodeId[] {
  if (node.op === "previous") return [node.starts];
  const args: readonly NodeId[] = "args" in node ? node.args : [];
  return "where" in node && node.where !== undefined ? [...args, node.where] : args;
}

/** Of every node the elements (`bound` nodes) it needs from outside itself; undefined where it needs none. */
export function openBounds(nodes: readonly Node[]): readonly (Bounds | undefined)[] {
  const open: (Bounds | undefined)[] = [];
  for (const [id, node] of nodes.entries()) {
    const own = new Set<NodeId>(node.op === "bound" ? [id] : []);
    for (const read of readsOf(node)) for (const bound of open[read] ?? []) own.add(bound);
    // The collection is read outside of the body: an element of the same name there is another one.
    if (node.op === "for" && !open[node.args[0]]?.has(node.bound)) own.delete(node.bound);
    open.push(own.size > 0 ? own : undefined);
  }
  return open;
}

const remembered = new WeakMap<readonly Node[], readonly (Bounds | undefined)[]>();

/** The same for the nodes of a finished program, worked out once. */
export function boundsOf(nodes: readonly Node[]): readonly (Bounds | undefined)[] {
  const known = remembered.get(nodes);
  if (known !== undefined) return known;
  const open = openBounds(nodes);
  remembered.set(nodes, open);
  return open;
}

export interface Body {
  /** Nodes that have a value per element, each after what it reads. */
  inner: readonly NodeId[];
  /** Nodes outside that it reads, the collection included. */
  outer: readonly NodeId[];
}

/** The body of a `for`, nested ones included. */
export function bodyOf(nodes: readonly Node[], id: NodeId): Body {
  const node = nodes[id];
  if (node?.op !== "for") return { inner: [], outer: [] };
  const open = boundsOf(nodes);
  const inner = new Set<NodeId>();
  const outer = new Set<NodeId>();
  const waiting = [...node.args];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (inner.has(next) || outer.has(next)) continue;
    if (open[next] === undefined) outer.add(next);
    else {
      inner.add(next);
      waiting.push(...readsOf(nodes[next]));
    }
  }
  return { inner: [...inner].sort((a, b) => a - b), outer: [...outer] };
}
