// What a judge or verifier gives to answers that say nothing. It must not know the judge.
//
// Formula: false positive rate = share of probes at or above the threshold; a probe passes where it is at most the median of what
// wrong answers get; percentile = share of samples below, ties half.
// Needs: rewards of empty, generic and format-only probes; for the comparison rewards of answers known to be wrong.
// Limits: a handful of probes finds known master keys only; a judge that passes may still fall for others.
// Source: Zhao et al., One Token to Fool LLM-as-a-Judge, 2025; A-13 of the analyses.
import { areComparable, type Column } from "./columns.ts";

/** 0..1; NaN without a probe or where a reward is not finite. */
export const falsePositiveRate = (rewards: Column, threshold = 0.5): number =>
  areComparable(rewards) ? rewards.filter((reward) => reward >= threshold).length / rewards.length : Number.NaN;

/** Share of samples that a value lies above, ties half: 0..1; NaN without samples. */
export function percentileOf(value: number, samples: Column): number {
  if (!areComparable(samples) || Number.isNaN(value)) return Number.NaN;
  const below = samples.filter((sample) => sample < value).length;
  const same = samples.filter((sample) => sample === value).length;
  return (below + same / 2) / samples.length;
}

/** Whether every probe gets at most the median of the wrong answers; undefined without wrong answers or probes. */
export function probesPass(probes: Column, wrong: Column): boolean | undefined {
  if (!areComparable(probes) || !areComparable(wrong)) return undefined;
  const sorted = [...wrong].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
  return probes.every((reward) => reward <= median);
}
