// Columns: the values of one node or signal for a block of episodes, side by side, so that kernels run over plain arrays.
// It must not know episodes as people write them, nor what a node computes.
import type { Node, NodeId, Program, ValueType } from "./program.ts";

/** How many values a node has: one at all, one per episode, or one per row (a step, or the state before the first). */
export const CONSTANT = 0;
export const EPISODE = 1;
export const STEP = 2;
export type Lane = typeof CONSTANT | typeof EPISODE | typeof STEP;

export interface Column {
  lane: Lane;
  /** Numbers in a row: 1, or the size of a vector. 0 where the values are texts, patterns or lists. */
  stride: number;
  /** Numbers, and bools as 1, 0 or NaN. */
  data: Float64Array;
  /** Texts, patterns and lists; null where missing. */
  items: unknown[];
}

const NOTHING = new Float64Array(0);

/** Numbers per row for a type; 0 for texts and lists. */
export function strideOf(type: ValueType): number {
  if (type.kind === "vector") return type.size;
  return type.kind === "number" || type.kind === "bool" ? 1 : 0;
}

/** A column without rows; `reserve` gives it some. */
export function emptyColumn(lane: Lane, stride: number): Column {
  return { lane, stride, data: NOTHING, items: [] };
}

/** Makes room for `rows` rows, keeping what fits. What is in new rows is unspecified. */
export function reserve(column: Column, rows: number): void {
  if (column.stride === 0) {
    while (column.items.length < rows) column.items.push(null);
  } else if (column.data.length < rows * column.stride) column.data = new Float64Array(rows * column.stride);
}

/** The lane of every node: the finest of its arguments, or what its own kind says. */
export function lanesOf(program: Program): Lane[] {
  const timings = new Map(program.signals.map((signal) => [signal.name, signal.timing]));
  const lanes: Lane[] = [];
  for (const node of program.nodes) lanes.push(laneOf(node, lanes, timings));
  return lanes;
}

function laneOf(node: Node, lanes: Lane[], timings: Map<string, string>): Lane {
  switch (node.op) {
    case "constant":
    case "infinity":
    case "param":
    case "scenario":
      return CONSTANT;
    case "signal":
      return timings.get(node.name) === "step" ? STEP : EPISODE;
    case "builtin":
      return node.name === "training" ? CONSTANT : node.name === "group_size" ? EPISODE : STEP;
    case "aggregate":
      return EPISODE;
    case "prev":
    case "state":
    case "previous":
    case "window":
    case "terms":
    case "term":
    case "column":
    case "temporal":
      return STEP;
    case "pattern":
      return "args" in node ? finestOf(node.args, lanes) : CONSTANT;
    default:
      return finestOf(node.args, lanes);
  }
}

function finestOf(args: readonly NodeId[], lanes: readonly Lane[]): Lane {
  return args.reduce<Lane>((finest, id) => (lanes[id] > finest ? lanes[id] : finest), CONSTANT);
}
