// Memory of a plan's kept columns, one set per block, so that a block can be taken up again when only weights changed.
// It must not know what the columns hold.

import { type Column, STEP } from "./columns.ts";
import type { Frame } from "./frame.ts";

export type Kept = { data: Float64Array; items: unknown[] }[];

/** Fresh memory for a block. */
export function makeKept(columns: readonly Column[], frame: Frame): Kept {
  return columns.map(({ lane, stride }) => ({
    data: new Float64Array(stride * (lane === STEP ? frame.rows : frame.episodes)),
    items: [],
  }));
}

/** Puts the columns onto this memory. */
export function useKept(columns: readonly Column[], kept: Kept): void {
  columns.forEach((column, i) => {
    column.data = kept[i].data;
    column.items = kept[i].items;
  });
}

/** Takes the columns off any memory that is kept. */
export function dropKept(columns: readonly Column[]): void {
  for (const column of columns) {
    column.data = new Float64Array(0);
    column.items = [];
  }
}
