// The kernel of temporal logic: whole episodes at once, because each step looks at later ones. It must not know formulas.
import { STEP } from "../columns.ts";
import type { Node } from "../program.ts";
import { alwaysWithin, eventuallyWithin, untilWithin } from "../temporal.ts";
import type { Kernel, Wiring } from "./kernel.ts";

type Temporal = Extract<Node, { op: "temporal" }>;

/** What stands for "not at all" and for "wholly" where a window has no step left. */
export function boundsOf(node: Temporal): [least: number, greatest: number] {
  if (node.nothing === undefined) return [0, 1];
  const size = node.nothing ?? Number.POSITIVE_INFINITY;
  return [-size, size];
}

/** It runs once over all rows of a block; the state before the first step has no value. */
export function buildTemporal(node: Temporal, wiring: Wiring): Kernel {
  const { out, current } = wiring;
  const [a, b] = node.args.map((arg) => wiring.column(arg, STEP));
  const to = node.to ?? Number.POSITIVE_INFINITY;
  const bounds = boundsOf(node);
  return (from, until) => {
    const { begin, end, episodes } = current.block.frame;
    out.data.fill(Number.NaN, from, until);
    for (let e = 0; e < episodes; e++) {
      const [first, second] = [a, b].map((column) => column?.data.subarray(begin[e], end[e]) ?? new Float64Array());
      const values =
        node.operator === "until"
          ? untilWithin(first, second, node.from, to, bounds)
          : (node.operator === "always" ? alwaysWithin : eventuallyWithin)(first, node.from, to, bounds);
      out.data.set(values, begin[e]);
    }
  };
}
