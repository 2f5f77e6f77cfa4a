// One direction for several objectives in conflict: record and value.
import { EVERYTHING } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";

/** Σ pᵢgᵢ. */
export function mixVectors(vectors: ArrayLike<ArrayLike<number>>, shares: ArrayLike<number>): number[] {
  return Array.from(vectors[0], (_, k) => {
    let sum = 0;
    for (let i = 0; i < vectors.length; i++) sum += shares[i] * vectors[i][k];
    return sum;
  });
}

/** Whether there are vectors of one length, one weight for each, the weights shares of 1, and c is not negative. */
export function isConflict(gradients: ArrayLike<ArrayLike<number> | null>, weights: ArrayLike<number>, c: number): boolean {
  const vectors = Array.from(gradients);
  const width = vectors[0]?.length ?? 0;
  const shares = Array.from(weights);
  return (
    width > 0 &&
    shares.length === vectors.length &&
    vectors.every((g) => g !== null && g.length === width && Array.from(g).every(Number.isFinite)) &&
    shares.every((w) => w >= 0 && w <= 1) &&
    Math.abs(shares.reduce((sum, w) => sum + w, 0) - 1) <= 1e-6 &&
    c >= 0 &&
    c < Infinity
  );
}

/**
 * The shares p of 1 with the least G_p·g₀ + reach·‖G_p‖: the mixture that the plain direction serves worst. The objective is convex;
 * share is moved between two vectors at a time, to where its slope along that line is 0, until nothing moves.
 */
export function worstMixture(
  gradients: ArrayLike<ArrayLike<number>>,
  plain: ArrayLike<number>,
  reach: number,
  start: ArrayLike<number>,
): number[] {
  const p = Array.from(start);
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    let sum = 0;
    for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
    return sum;
  };
  const move = (i: number, j: number) => {
    const mixed = mixVectors(gradients, p);
    const along = Array.from(gradients[i], (x, k) => x - gradients[j][k]);
    const rise = dot(along, plain);
    const square = dot(mixed, mixed);
    const cross = dot(mixed, along);
    const curve = dot(along, along);
    const slope = (t: number) => {
      const size = Math.sqrt(Math.max(0, square + 2 * t * cross + t * t * curve));
      return rise + (size === 0 ? 0 : (reach * (cross + t * curve)) / size);
    };
    let lo = -p[i];
    let hi = p[j];
    if (slope(lo) >= 0) hi = lo;
    else if (slope(hi) <= 0) lo = hi;
    for (let step = 0; step < 60 && hi > lo; step++) {
      const middle = (lo + hi) / 2;
      if (slope(middle) < 0) lo = middle;
      else hi = middle;
    }
    const by = (lo + hi) / 2;
    p[i] = Math.max(0, p[i] + by);
    p[j] = Math.max(0, p[j] - by);
    return Math.abs(by);
  };
  for (let round = 0; round < 1000; round++) {
    let moved = 0;
    for (let i = 1; i < p.length; i++) for (let j = 0; j < i; j++) moved = Math.max(moved, move(i, j));
    if (moved < 1e-14) break;
  }
  return p;
}

/** The plain direction plus a step of c times its length towards what it serves worst, clipped to the weights; null where there is none. */
export function cagradClip(
  gradients: ArrayLike<ArrayLike<number> | null>,
  weights: ArrayLike<number>,
  c: number,
): number[] | null {
  if (!isConflict(gradients, weights, c)) return null;
  const vectors = gradients as ArrayLike<ArrayLike<number>>;
  const plain = mixVectors(vectors, weights);
  const reach = c * Math.sqrt(plain.reduce((sum, x) => sum + x * x, 0));
  const clipped = worstMixture(vectors, plain, reach, weights).map((p, i) => Math.min(p, weights[i]));
  const towards = mixVectors(vectors, clipped);
  const size = Math.sqrt(towards.reduce((sum, x) => sum + x * x, 0));
  return size === 0 ? plain : plain.map((x, k) => x + (reach * towards[k]) / size);
}

function resultType([gradients]: readonly ValueType[]): ValueType | { problem: string } {
  const one = gradients?.kind === "list" ? gradients.of : undefined;
  if (one?.kind === "vector") return { kind: "vector", size: one.size, of: "number" };
  if (one?.kind === "list" && (one.of.kind === "number" || one.of.kind === "bool"))
    return { kind: "list", of: { kind: "number" } };
  return { problem: "'cagrad_clip' needs a list of gradients, each a vector or list of numbers: one per objective." };
}

export const operator: Operator = {
  name: "cagrad_clip",
  category: "combining",
  summary: "One direction for several objectives in conflict, in which none is sacrificed.",
  doc: "With the plain direction `g₀ = Σ wᵢgᵢ`: the mixture `p*` of shares with the least `G_p·g₀ + c·‖g₀‖·‖G_p‖`, where `G_p = Σ pᵢgᵢ`, is what `g₀` serves worst; clipped, `p̃ᵢ = min(p*ᵢ, wᵢ)`, no objective outgrows its weight; the result is `g₀ + c·‖g₀‖·G_p̃ / ‖G_p̃‖`, and `g₀` where that mixture is zero. `c: 0` gives `g₀`; where `g₀` is zero so is the result. Meant for probes and analyses, over gradients or features of the terms. Missing where the weights are no shares of 1 (within 1e-6), the gradients differ in length, one is not finite, or `c` is negative. Its bounds are not known beforehand.",
  parameters: [
    { name: "gradients", type: "list", doc: "One vector per objective, all over the same signals." },
    { name: "weights", type: "values", doc: "One weight per objective: shares of 1." },
    { name: "c", type: "number", doc: "How far to lean towards what is served worst, not negative; usually 0.5." },
  ],
  result: "list of number",
  resultType,
  unit: "pure",
  elementwise: false,
  evaluate: cagradClip,
  range: () => EVERYTHING,
  monotone: ["?", "?", "?"],
  examples: [
    { expression: "cagrad_clip([[1, -4], [-1, 1]], [0.2, 0.8], 0.5)", value: [-0.882999, -0.099557], tolerance: 1e-4 },
    { expression: "cagrad_clip([[1, 0], [0, 1]], [0.5, 0.5], c: 0)", value: [0.5, 0.5] },
  ],
  source: "Liu et al., CAGrad, 2021; clipped as in work on conflicting rewards (RACO), whose figures it gives",
};
