// The last values up to a row folded to one, on every row; fewer at the start of an episode. It must not know which operators fold.
import { START } from "../frame.ts";
import type { Node } from "../program.ts";
import type { Kernel, Wiring } from "./kernel.ts";
import { reducer } from "./reduce.ts";

export function buildWindow(node: Node & { op: "window" }, wiring: Wiring): Kernel {
  const { out, current } = wiring;
  const values = wiring.column(node.args[0]);
  const where = node.where === undefined ? undefined : wiring.column(node.where);
  wiring.lasting(values);
  if (where) wiring.lasting(where);
  const { reduce } = reducer(node.operator);
  const extras = node.args.slice(1).map((arg) => wiring.reader(arg) as (row: number) => number | string);
  const collects = node.operator === "collect";
  const items = values.stride === 0 || collects;
  const at = (row: number): unknown => {
    if (values.stride === 0) return values.items[row] ?? null;
    if (wiring.program.nodes[node.args[0]].type.kind !== "vector") return values.data[row];
    return Array.from(values.data.subarray(row * values.stride, (row + 1) * values.stride));
  };
  /** Nothing has happened in the state before the first step. */
  const seen = (row: number): number[] => {
    const { flags, begin, episodeOf } = current.block.frame;
    if (flags[row] >= START) return [];
    const first = Math.max(begin[episodeOf[row]], row - node.steps + 1);
    const rows = Array.from({ length: row - first + 1 }, (_, i) => first + i);
    return where === undefined ? rows : rows.filter((each) => where.data[each] === 1);
  };
  return (from, to) => {
    const { flags } = current.block.frame;
    for (let row = from; row < to; row++) {
      const rows = seen(row);
      const isStart = flags[row] >= START;
      if (collects) out.items[row] = isStart ? null : rows.map(at);
      else if (items) out.items[row] = rows.length === 0 ? null : at(rows.at(node.operator === "first" ? 0 : -1)!);
      else if (isStart) out.data[row] = Number.NaN;
      else
        out.data[row] = reduce(
          rows.map((each) => values.data[each]),
          ...extras.map((extra) => extra(row)),
        );
    }
  };
}
