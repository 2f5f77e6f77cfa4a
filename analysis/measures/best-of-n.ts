// What picking the best of n samples by a proxy yields, and how far that moves the policy. It must not know where scores come from.
//
// Formula: sorted by proxy ascending, Eₙ[x] = Σᵢ₌ₙᴺ C(i−1, n−1) / C(N, n) · x₍ᵢ₎; KL(n) = ln n − (n−1)/n; distance d = √KL.
// Needs: one proxy score and one value (the proxy itself, or gold) per sample of the same prompt.
// Limits: the KL is an upper bound, exact only where ties have probability 0; n cannot exceed the number of samples.
// Source: Coste et al., Reward Model Ensembles Help Mitigate Overoptimization, 2024; Gao et al., Scaling Laws, 2023.
import { areComparable, type Column, meanOf } from "./columns.ts";

/**
 * Expected value of the sample with the highest proxy among n drawn without replacement, for every n asked for (1 … N if left out).
 * Samples of equal proxy share the mean of their values. Undefined where columns differ in length, are empty or hold a number that
 * is not finite; NaN for an n that is not a whole number in 1 … N. O(N) per n.
 */
export function bestOfN(proxy: Column, values: Column, ns?: readonly number[]): number[] | undefined {
  if (!areComparable(proxy, values)) return undefined;
  const sorted = inProxyOrder(proxy, values);
  return (ns ?? proxy.map((_, i) => i + 1)).map((n) => expectBest(sorted, n));
}

function inProxyOrder(proxy: Column, values: Column): number[] {
  const order = proxy.map((_, i) => i).sort((a, b) => proxy[a]! - proxy[b]!);
  const sorted: number[] = [];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && proxy[order[to]!] === proxy[order[from]!]) to++;
    const shared = meanOf(order.slice(from, to).map((i) => values[i]!));
    while (from < to) sorted[from++] = shared;
  }
  return sorted;
}

function expectBest(sorted: Column, n: number): number {
  const N = sorted.length;
  if (!Number.isInteger(n) || n < 1 || n > N) return Number.NaN;
  // From the top down, so that no binomial coefficient is ever formed.
  let weight = n / N;
  let sum = 0;
  for (let i = N; i >= n; i--) {
    sum += weight * sorted[i - 1]!;
    weight *= (i - n) / (i - 1 || 1);
  }
  return sum;
}

/** KL divergence of best-of-n from the policy, in nat; NaN below n = 1. n need not be whole. */
export function klOfBestOfN(n: number): number {
  return n >= 1 && Number.isFinite(n) ? Math.log(n) - (n - 1) / n : Number.NaN;
}

/** √KL, the axis on which over-optimisation curves are drawn. */
export function distanceOfBestOfN(n: number): number {
  return Math.sqrt(klOfBestOfN(n));
}

/** The n, not whole, whose KL is this many nat: the inverse of `klOfBestOfN`. NaN for a negative KL or one beyond doubles. */
export function samplesAtKl(kl: number): number {
  if (!(kl >= 0)) return Number.NaN;
  // With u = ln n: KL(u) = u − 1 + e^(−u) rises, and lies between u − 1 and u.
  let lo = kl;
  let hi = kl + 1;
  for (let round = 0; round < 100; round++) {
    const middle = (lo + hi) / 2;
    if (middle + Math.expm1(-middle) < kl) lo = middle;
    else hi = middle;
  }
  const n = Math.exp(hi);
  return Number.isFinite(n) ? n : Number.NaN;
}

export interface OverOptimisation {
  /** The n at which gold is best; the smallest of several. */
  peak: number;
  /** How far gold has fallen from there at the last n. */
  drop: number;
  /** The peak lies before the end and the drop exceeds the share of gold's range. */
  overOptimised: boolean;
}

/** Reads a curve of gold over rising n. `range` is highest minus lowest gold of the samples. Undefined without a curve. */
export function findOverOptimisation(
  ns: readonly number[],
  gold: Column,
  range: number,
  share = 0.01,
): OverOptimisation | undefined {
  if (!areComparable(gold) || ns.length !== gold.length) return undefined;
  const best = gold.reduce((a, b) => Math.max(a, b));
  const at = gold.indexOf(best);
  const drop = best - gold.at(-1)!;
  return { peak: ns[at]!, drop, overOptimised: at < ns.length - 1 && drop > share * range };
}

/** How much gold is lost by taking the sample with the highest proxy; samples tied at the top count with their mean. NaN as above. */
export function proxyRegret(proxy: Column, gold: Column): number {
  const chosen = bestOfN(proxy, gold, [proxy.length]);
  return chosen === undefined ? Number.NaN : gold.reduce((a, b) => Math.max(a, b)) - chosen[0]!;
}
