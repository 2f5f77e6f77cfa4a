// Kernels that lay a column out in another lane: constants and values of an episode to every row, scalars over vectors, and the
// last row of an episode where one value is wanted of it. It must not know nodes.
import { CONSTANT, type Column, EPISODE, STEP } from "../columns.ts";
import type { Current, Kernel } from "./kernel.ts";

/** Which row of `source` belongs to a row of a column in `lane`; -1 where an episode has no step. */
export function rowMap(source: Column, lane: Column["lane"], current: Current): (row: number) => number {
  if (source.lane === lane) return (row) => row;
  if (source.lane === CONSTANT) return () => 0;
  if (source.lane === EPISODE && lane === STEP) return (row) => current.block.frame.episodeOf[row];
  if (source.lane === STEP && lane === EPISODE) {
    return (episode) => {
      const { begin, end } = current.block.frame;
      return end[episode] > begin[episode] ? end[episode] - 1 : -1;
    };
  }
  return () => -1;
}

/** Fills `out` from a column of another lane or with one number where `out` has several. */
export function buildExpansion(source: Column, out: Column, current: Current): Kernel {
  const rowOf = rowMap(source, out.lane, current);
  if (out.stride === 0) {
    return (from, to) => {
      for (let row = from; row < to; row++) {
        const at = rowOf(row);
        out.items[row] = at < 0 ? null : source.items[at];
      }
    };
  }
  if (source.lane === CONSTANT && source.stride === 1) {
    return (from, to) => {
      out.data.fill(source.data[0], from * out.stride, to * out.stride);
    };
  }
  const fits = source.stride === 1 || source.stride === out.stride;
  return (from, to) => {
    const [target, numbers, stride, width] = [out.data, source.data, out.stride, source.stride];
    for (let row = from; row < to; row++) {
      const at = rowOf(row);
      for (let k = 0; k < stride; k++) {
        target[row * stride + k] = at < 0 || !fits ? Number.NaN : numbers[width === 1 ? at : at * width + k];
      }
    }
  };
}
