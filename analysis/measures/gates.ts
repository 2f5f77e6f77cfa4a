// How likely it is that every gate of a reward is open. It must not know the conditions.
//
// Formula: Π pᵢ, for independent conditions that hold with probability pᵢ; from samples, the share in which all hold.
// Needs: a probability per gate, or per sample whether each gate is open.
// Limits: gates are seldom independent: compare the product with the share in the samples. Where it is near 0 there is nothing to learn
// from.
// Source: gates of RecGPT-V2 and CGPO (Xu et al., 2024); behaviour constraints (Roy et al., 2022).
import { type Column, isShare } from "./columns.ts";

/** 0..1, 1 without a gate; NaN where a probability is none. */
export const passProbability = (ps: Column): number =>
  ps.every(isShare) ? ps.reduce((product, p) => product * p, 1) : Number.NaN;

/** Share of samples in which every gate is open; NaN without a sample. */
export const passShare = (samples: readonly (readonly boolean[])[]): number =>
  samples.length === 0 ? Number.NaN : samples.filter((gates) => gates.every(Boolean)).length / samples.length;
