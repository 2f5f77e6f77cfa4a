// The conflict-averse direction between several gradients, clipped so that no objective outgrows its weight. What the operator
// `cagrad_clip` gives, with the steps on the way. It must not know specs.
//
// Formula: g₀ = Σ wᵢgᵢ; p* = argmin over the simplex of G_p·g₀ + c‖g₀‖‖G_p‖ with G_p = Σ pᵢgᵢ; p̃ᵢ = min(p*ᵢ, wᵢ);
// G₀ = g₀ + c‖g₀‖·G_p̃ / ‖G_p̃‖, and g₀ where G_p̃ is zero.
// Needs: one gradient per objective over the same signals, weights that are shares of 1.
// Limits: p* is found by exact line searches between pairs of objectives; where G_p passes through zero it may stop at that kink.
// Source: Liu et al., CAGrad, 2021; clipping as in work on reward-adaptive conflict (RACO), checked against a public reproduction.
import { cagradClip, mixVectors, worstMixture } from "../../runtime/operators/combining/cagrad-clip.ts";
import type { Column } from "./columns.ts";
import { cosine, normOf } from "./cosine.ts";

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

/** Undefined where weights are no shares of 1 (within 1e-6), gradients differ in length or are not finite, or c is negative. */
export function clipConflict(gradients: readonly Column[], weights: Column, c: number): ConflictAverse | undefined {
  const direction = cagradClip(gradients, weights, c);
  if (direction === null) return undefined;
  const plain = mixVectors(gradients, weights);
  const mixture = worstMixture(gradients, plain, c * normOf(plain), weights);
  const clipped = mixture.map((p, i) => Math.min(p, weights[i]!));
  return {
    plain,
    mixture,
    clipped,
    agreement: cosine(mixVectors(gradients, mixture), plain),
    clippedAgreement: cosine(mixVectors(gradients, clipped), plain),
    direction,
  };
}
