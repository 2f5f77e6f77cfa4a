// Values along an axis, per episode: the steps of an episode, or the episodes of a group, folded to one value or collected.
// It must not know which operators fold.
import { type Column, EPISODE, type Lane, STEP } from "../columns.ts";
import type { Node } from "../program.ts";
import type { Kernel, Wiring } from "./kernel.ts";
import { reducer } from "./reduce.ts";

type Aggregate = Node & { op: "aggregate" };

/** Row numbers `from` up to `to`, those left out that do not meet the condition. */
type Rows = (from: number, to: number) => readonly number[];

export function buildAggregate(node: Aggregate, wiring: Wiring): Kernel {
  const lane: Lane = node.axis === "steps" ? STEP : EPISODE;
  const values = wiring.column(node.args[0], lane);
  const rows = node.where === undefined ? undefined : rowsWhere(wiring.column(node.where, lane));
  if (node.operator === "collect") return collect(node, values, rows ?? everyRow, wiring);
  return values.stride === 0 ? pickItem(node, values, rows ?? everyRow, wiring) : foldNumbers(node, values, rows, wiring);
}

/** First and last row of each episode's part of the axis. */
function boundsOf(node: Aggregate, { current }: Wiring): [begin: ArrayLike<number>, end: ArrayLike<number>] {
  const { begin, end, groupBegin, groupEnd } = current.block.frame;
  return node.axis === "steps" ? [begin, end] : [groupBegin, groupEnd];
}

const everyRow: Rows = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

export function rowsWhere(where: Column): Rows {
  return (from, to) => everyRow(from, to).filter((row) => where.data[row] === 1);
}

/** The values themselves, as a list. */
function collect(node: Aggregate, values: Column, rows: Rows, wiring: Wiring): Kernel {
  const { stride } = values;
  const at = (row: number): unknown => {
    if (stride === 0) return values.items[row] ?? null;
    if (wiring.program.nodes[node.args[0]].type.kind !== "vector") return values.data[row];
    return Array.from(values.data.subarray(row * stride, (row + 1) * stride));
  };
  return (from, to) => {
    const [begin, end] = boundsOf(node, wiring);
    for (let e = from; e < to; e++) wiring.out.items[e] = rows(begin[e], end[e]).map(at);
  };
}

/** Of texts and lists only the first or last. */
function pickItem(node: Aggregate, values: Column, rows: Rows, wiring: Wiring): Kernel {
  return (from, to) => {
    const [begin, end] = boundsOf(node, wiring);
    for (let e = from; e < to; e++) {
      const row = rows(begin[e], end[e]).at(node.operator === "first" ? 0 : -1);
      wiring.out.items[e] = row === undefined ? null : (values.items[row] ?? null);
    }
  };
}

/** Of a vector component by component. */
function foldNumbers(node: Aggregate, values: Column, rows: Rows | undefined, wiring: Wiring): Kernel {
  const { out } = wiring;
  const { fold, reduce } = reducer(node.operator);
  const extras = node.args.slice(1).map((arg) => wiring.reader(arg) as (episode: number) => number | string);
  const { stride } = values;
  return (from, to) => {
    const [begin, end] = boundsOf(node, wiring);
    for (let e = from; e < to; e++) {
      for (let k = 0; k < stride; k++) {
        const [first, last] = [begin[e] * stride + k, end[e] * stride];
        const direct = fold !== undefined && extras.length === 0 && rows === undefined;
        if (direct) out.data[e * stride + k] = fold(values.data, first, last, stride);
        else {
          const picked = rows === undefined ? strided(values.data, first, last, stride) : pick(values, rows(begin[e], end[e]), k);
          out.data[e * stride + k] = reduce(picked, ...extras.map((extra) => extra(e)));
        }
      }
    }
  };
}

function pick({ data, stride }: Column, rows: readonly number[], component: number): number[] {
  return rows.map((row) => data[row * stride + component]);
}

function strided(values: Float64Array, from: number, to: number, stride: number): Float64Array {
  if (stride === 1) return values.subarray(from, to);
  const picked = new Float64Array(Math.max(0, Math.ceil((to - from) / stride)));
  for (let i = 0; i < picked.length; i++) picked[i] = values[from + i * stride];
  return picked;
}
