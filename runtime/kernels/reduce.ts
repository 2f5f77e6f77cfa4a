// Folds the elements of one vector or list.
// It must not know which operators fold; the frequent ones have a loop here, and a test compares those with the records.
import { operatorByName } from "../operators/index.ts";
import type { NodeId } from "../program.ts";
import { type Fold, folds } from "./folds.ts";
import type { Kernel, Wiring } from "./kernel.ts";

export type Reduce = (values: ArrayLike<number>, ...extra: (number | string)[]) => number;

const nothing: Reduce = () => Number.NaN;

/** How an operator folds: a loop of its own where it has one, and the record's function. */
export function reducer(name: string): { fold?: Fold; reduce: Reduce } {
  const operator = operatorByName.get(name);
  return { fold: folds.get(operator?.name ?? name), reduce: operator?.reduce ?? nothing };
}

/** Elements of one vector or list, per row. Missing for a missing list. */
export function buildReduce(name: string, args: readonly NodeId[], wiring: Wiring): Kernel {
  const { fold, reduce } = reducer(name);
  const { out, program } = wiring;
  const extras = args.slice(1).map((arg) => wiring.reader(arg) as (row: number) => number | string);
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
