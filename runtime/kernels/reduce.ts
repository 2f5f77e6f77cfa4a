// Folds: the elements of one vector or list, the steps of an episode, the episodes of a group.
// It must not know which operators fold; the frequent ones have a loop here, and a test compares those with the records.
import { EPISODE, STEP } from "../columns.ts";
import { operatorByName } from "../operators/index.ts";
import type { NodeId } from "../program.ts";
import { type Fold, folds } from "./folds.ts";
import type { Kernel, Wiring } from "./kernel.ts";

type Reduce = (values: ArrayLike<number>, ...extra: number[]) => number;

const nothing: Reduce = () => Number.NaN;

function reducer(name: string): { fold?: Fold; reduce: Reduce } {
  const operator = operatorByName.get(name);
  return { fold: folds.get(operator?.name ?? name), reduce: operator?.reduce ?? nothing };
}

/** Elements of one vector or list, per row. Missing for a missing list. */
export function buildReduce(name: string, args: readonly NodeId[], wiring: Wiring): Kernel {
  const { fold, reduce } = reducer(name);
  const { out, program } = wiring;
  const extras = args.slice(1).map((arg) => wiring.reader(arg) as (row: number) => number);
  if (fold && extras.length === 0 && program.nodes[args[0]].type.kind === "vector") {
    const vector = wiring.column(args[0]);
    const { stride } = vector;
    return (from, to) => {
      for (let row = from; row < to; row++) out.data[row] = fold(vector.data, row * stride, (row + 1) * stride, 1);
    };
  }
  const values = wiring.reader(args[0]);
  return (from, to) => {
    for (let row = from; row < to; row++) {
      const whole = values(row) as ArrayLike<number> | null;
      const result: unknown = whole === null ? null : reduce(whole, ...extras.map((extra) => extra(row)));
      if (out.stride === 0) out.items[row] = result ?? null;
      else out.data[row] = (result as number | null) ?? Number.NaN;
    }
  };
}

/** Values along an axis, per episode; of a vector component by component, of texts and lists only the first or last. */
export function buildAggregate(name: string, axis: "steps" | "group", args: readonly NodeId[], wiring: Wiring): Kernel {
  const { out, current } = wiring;
  const values = wiring.column(args[0], axis === "steps" ? STEP : EPISODE);
  const bounds = () => {
    const { begin, end, groupBegin, groupEnd } = current.block.frame;
    return axis === "steps" ? [begin, end] : [groupBegin, groupEnd];
  };
  if (values.stride === 0) {
    return (from, to) => {
      const [begin, end] = bounds();
      for (let e = from; e < to; e++)
        out.items[e] = begin[e] === end[e] ? null : values.items[name === "first" ? begin[e] : end[e] - 1];
    };
  }
  const { fold, reduce } = reducer(name);
  const extras = args.slice(1).map((arg) => wiring.reader(arg) as (episode: number) => number);
  const stride = values.stride;
  return (from, to) => {
    const [begin, end] = bounds();
    for (let e = from; e < to; e++) {
      for (let k = 0; k < stride; k++) {
        const [first, last] = [begin[e] * stride + k, end[e] * stride];
        if (fold && extras.length === 0) out.data[e * stride + k] = fold(values.data, first, last, stride);
        else out.data[e * stride + k] = reduce(strided(values.data, first, last, stride), ...extras.map((extra) => extra(e)));
      }
    }
  };
}

function strided(values: Float64Array, from: number, to: number, stride: number): Float64Array {
  if (stride === 1) return values.subarray(from, to);
  const picked = new Float64Array(Math.max(0, Math.ceil((to - from) / stride)));
  for (let i = 0; i < picked.length; i++) picked[i] = values[from + i * stride];
  return picked;
}
