// Collects the nodes of one program; equal operations on equal arguments become one node. It must not know names or rules.
import type { Interval } from "../../runtime/interval.ts";
import type { Node, NodeId, Range, ValueType } from "../../runtime/program.ts";
import type { Unit } from "../types/units.ts";

/** What a node does; what it means is said beside it. */
export type Operation<N = Node> = N extends Node ? Omit<N, keyof Meaning | "source"> : never;

export type Meaning = Pick<Node, "type" | "timing" | "optional" | "range" | "unit">;

export interface Builder {
  nodes: Node[];
  /** Units of nodes by their text, for what is made of nodes alone. */
  units: Map<string, Unit>;
  add(operation: Operation, meaning: Meaning, source: Node["source"]): NodeId;
  /** The value of a state on the previous record is made before the state; once that is known it is told here. */
  tie(previous: NodeId, state: NodeId, unit?: string): void;
}

export function createBuilder(): Builder {
  const nodes: Node[] = [];
  const known = new Map<string, NodeId>();
  const append = (operation: Operation, meaning: Meaning, source: Node["source"]) => {
    // Operations are made for one node each, so they may become it.
    const node = Object.assign(operation, meaning) as Node;
    if (source !== undefined) node.source = source;
    return nodes.push(node) - 1;
  };
  return {
    nodes,
    units: new Map(),
    add(operation, meaning, source) {
      // Two states that are not tied yet look alike and are not.
      if (operation.op === "previous") return append(operation, meaning, source);
      const key = identityOf(operation, meaning);
      const same = known.get(key);
      if (same !== undefined) return same;
      const id = append(operation, meaning, source);
      known.set(key, id);
      return id;
    },
    tie(previous, state, unit) {
      const node = nodes[previous];
      if (node?.op !== "previous") return;
      node.of = state;
      if (unit !== undefined) node.unit = unit;
    },
  };
}

/** Equal for two nodes that are interchangeable. Written by hand, because it is made for every node. */
function identityOf(operation: Operation, meaning: Meaning): string {
  const { range } = meaning;
  const bounds = range === undefined ? "" : `${range[0]}..${range[1]}`;
  const means = `${typeKey(meaning.type)} ${meaning.timing} ${bounds} ${meaning.unit ?? ""}${meaning.optional ? "?" : ""}`;
  switch (operation.op) {
    case "apply":
    case "reduce":
      return `${operation.op} ${operation.operator} ${operation.args.join()} ${means}`;
    case "vector":
    case "element":
    case "if":
    case "default":
    case "prev":
      return `${operation.op} ${operation.args.join()} ${means}`;
    default:
      return `${JSON.stringify(operation)} ${means}`;
  }
}

function typeKey(type: ValueType): string {
  if (type.kind === "vector") return `${type.of}*${type.size}${type.order ?? ""}${type.members ? "m" : ""}`;
  return type.kind === "number" || type.kind === "bool" ? type.kind : JSON.stringify(type);
}

/** Infinite bounds become null, which JSON can write; undefined where nothing is known. */
export function rangeOf(interval: Interval): Range | undefined {
  const [lo, hi] = boundsOf(interval);
  return lo === null && hi === null ? undefined : [lo, hi];
}

/** The same where a range is always written. */
export function boundsOf({ lo, hi }: Interval): Range {
  return [Number.isFinite(lo) ? lo : null, Number.isFinite(hi) ? hi : null];
}
