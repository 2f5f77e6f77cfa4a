// The conflict-averse direction between several gradients, clipped so that no objective outgrows its weight. Analysis-time only.
//
// Formula: g₀ = Σ wᵢgᵢ; p* = argmin over the simplex of G_p·g₀ + c‖g₀‖‖G_p‖ with G_p = Σ pᵢgᵢ; p̃ᵢ = min(p*ᵢ, wᵢ);
// G₀ = g₀ + c‖g₀‖·G_p̃ / ‖G_p̃‖, and g₀ where G_p̃ is zero.
// Needs: one gradient per objective over the same signals, weights that are shares of 1.
// Limits: p* is found by exact line searches between pairs of objectives; where G_p passes through zero it may stop at that kink.
// Source: Liu et al., CAGrad, 2021; clipping as in work on reward-adaptive conflict (RACO), checked against a public reproduction.
import { type Column, isShare } from "./columns.ts";
import { cosine, dotOf, normOf } from "./cosine.ts";

export interface ConflictAverse {
  /** The weighted sum of the gradients. */
  plain: number[];
  /** p*, shares of 1. */
  mixture: number[];
  /** p̃, at most the weights. */
  clipped: number[];
  /** Cosine of G_p* and of G_p̃ with the plain direction; NaN where one of them is zero. */
  agreement: number;
  clippedAgreement: number;
  direction: number[];
}

/** Undefined where weights are no shares of 1 (within 1e-6), gradients differ in length, or c is negative. */
export function clipConflict(gradients: readonly Column[], weights: Column, c: number): ConflictAverse | undefined {
  const width = gradients[0]?.length ?? 0;
  const fits = gradients.length === weights.length && gradients.every((g) => g.length === width && g.every(Number.isFinite));
  const shares = weights.every(isShare) && Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1) <= 1e-6;
  if (width === 0 || !fits || !shares || !(c >= 0)) return undefined;
  const mix = (p: Column) => Array.from({ length: width }, (_, k) => gradients.reduce((sum, g, i) => sum + p[i]! * g[k]!, 0));
  const plain = mix(weights);
  const reach = c * normOf(plain);
  const mixture = worstMixture(gradients, plain, reach, weights);
  const clipped = mixture.map((p, i) => Math.min(p, weights[i]!));
  const towards = mix(clipped);
  const size = normOf(towards);
  return {
    plain,
    mixture,
    clipped,
    agreement: cosine(mix(mixture), plain),
    clippedAgreement: cosine(towards, plain),
    direction: size === 0 ? plain : plain.map((x, k) => x + (reach * towards[k]!) / size),
  };
}

/** Share that still moves; below it the mixture has settled. */
const SETTLED = 1e-14;
const ROUNDS = 2000;

function worstMixture(gradients: readonly Column[], plain: Column, reach: number, start: Column): number[] {
  const products = gradients.map((a) => gradients.map((b) => dotOf(a, b)));
  const slopes = gradients.map((g) => dotOf(g, plain));
  const p = [...start];
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let i = 0; i < p.length; i++) for (let j = 0; j < i; j++) moved = Math.max(moved, Math.abs(shift(i, j)));
    if (moved < SETTLED) break;
  }
  return p;

  /** Moves share from j to i, to where the convex objective is lowest along that line: its slope is bisected. */
  function shift(i: number, j: number): number {
    const along = p.map((_, k) => products[i]![k]! - products[j]![k]!);
    const curve = along[i]! - along[j]!;
    const value = dotOf(along, p);
    const square = p.reduce((sum, x, k) => sum + x * dotOf(products[k]!, p), 0);
    const slope = (t: number) => {
      const size = Math.sqrt(Math.max(0, square + 2 * t * value + t * t * curve));
      return slopes[i]! - slopes[j]! + (size === 0 ? 0 : (reach * (value + t * curve)) / size);
    };
    let [lo, hi] = [-p[i]!, p[j]!];
    if (slope(lo) >= 0) hi = lo;
    else if (slope(hi) <= 0) lo = hi;
    for (let step = 0; step < 60 && hi > lo; step++) {
      const middle = (lo + hi) / 2;
      if (slope(middle) < 0) lo = middle;
      else hi = middle;
    }
    const by = (lo + hi) / 2;
    p[i] = Math.max(0, p[i]! + by);
    p[j] = Math.max(0, p[j]! - by);
    return by;
  }
}
