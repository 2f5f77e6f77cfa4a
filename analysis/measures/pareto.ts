// Which of several candidates is not beaten in every respect, and how much they cover together. Every objective is maximised.
//
// Formula: b dominates a where b ≥ a in all and b > a in one; the hypervolume is the volume between the reference point and the front.
// Needs: points with the same number of objectives; for the volume a reference point below what counts.
// Limits: the volume depends on the units of the objectives and on the reference; it takes nᵈ⁻¹ time for d objectives.
// Source: Zitzler and Thiele, 1999 (hypervolume).
import type { Column } from "./columns.ts";

/** The points that no other dominates, in the order given; equal points stay together. Points with NaN are left out. */
export function paretoFront<P extends Column>(points: readonly P[]): P[] {
  const known = points.filter((point) => point.every((x) => !Number.isNaN(x)));
  return known.filter((point) => !known.some((other) => dominates(other, point)));
}

export function dominates(a: Column, b: Column): boolean {
  return a.length === b.length && a.every((x, i) => x >= b[i]!) && a.some((x, i) => x > b[i]!);
}

/** Volume covered above the reference; a point not above it in every objective adds nothing. NaN where lengths or numbers are amiss. */
export function hypervolume(points: readonly Column[], reference: Column): number {
  if (reference.length === 0 || points.some((point) => point.length !== reference.length || !point.every(Number.isFinite))) {
    return Number.NaN;
  }
  return volume(points.map((point) => point.map((x, i) => x - reference[i]!)).filter((point) => point.every((x) => x > 0)));
}

/** Slices along the last objective, from the top down. */
function volume(points: number[][]): number {
  if (points.length === 0) return 0;
  if (points[0]!.length === 1) return points.reduce((most, [x]) => Math.max(most, x!), 0);
  const sorted = [...points].sort((a, b) => b.at(-1)! - a.at(-1)!);
  return sorted.reduce((sum, point, k) => {
    const height = point.at(-1)! - (sorted[k + 1]?.at(-1) ?? 0);
    return height === 0 ? sum : sum + height * volume(sorted.slice(0, k + 1).map((other) => other.slice(0, -1)));
  }, 0);
}
