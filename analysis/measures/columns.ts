// Columns of numbers, as every measure takes them: equally long arrays, one entry per sample. It must not know any measure.
//
// What cannot be computed is NaN for a number and undefined for anything with parts; nothing here throws or invents a value.

export type Column = readonly number[];

/** Σ x / n; NaN of nothing. */
export function meanOf(xs: Column): number {
  return xs.length === 0 ? Number.NaN : xs.reduce((sum, x) => sum + x, 0) / xs.length;
}

/** Σ (x − mean)² / n; NaN of nothing. */
export function varianceOf(xs: Column): number {
  const mean = meanOf(xs);
  return meanOf(xs.map((x) => (x - mean) ** 2));
}

/** Whether all entries are the same number, which a spread of rounding errors would hide. Nothing is constant. */
export function isConstant(xs: Column): boolean {
  return xs.every((x) => x === xs[0]);
}

/** Whether there is something, equally much of each, and all of it finite. */
export function areComparable(...columns: Column[]): boolean {
  const { length } = columns[0] ?? [];
  return length > 0 && columns.every((column) => column.length === length && column.every(Number.isFinite));
}

/** Whether a number is a probability or a share. */
export const isShare = (p: number): boolean => p >= 0 && p <= 1;
