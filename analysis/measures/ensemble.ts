// Whether the members of an ensemble err together, so that no way of combining them helps. It must not know how they were trained.
//
// Formula: e_m = a·r_m + b − gold with a, b by least squares per member; ρ(e_m, e_m′) by Pearson. Herding: mean and minimum both put a
// sample of lower gold above one of higher gold. ∂/∂rᵢ of mean − λ·var (ddof 0) is 1/n − 2λ(rᵢ − mean)/n.
// Needs: one column of scores per member over the same samples, and gold.
// Limits: without gold shared errors cannot be seen at all: agreement looks the same as being right.
// Source: Eisenstein et al., Helping or Herding?, 2024; Coste et al., Reward Model Ensembles, 2024.
import { areComparable, type Column, isConstant, meanOf, varianceOf } from "./columns.ts";
import { pearson } from "./correlation.ts";

/** What is wrong with a member's scores beyond scale and offset, in the unit of gold; undefined where columns do not fit together. */
export function memberErrors(scores: Column, gold: Column): number[] | undefined {
  if (!areComparable(scores, gold)) return undefined;
  const [mr, mg] = [meanOf(scores), meanOf(gold)];
  const slope = isConstant(scores) ? 0 : meanOf(scores.map((r, i) => (r - mr) * (gold[i]! - mg))) / varianceOf(scores);
  return scores.map((r, i) => mg + slope * (r - mr) - gold[i]!);
}

/** Correlation of the errors of every two members, by member and member; NaN where one has no error or columns do not fit. */
export function errorCorrelations(members: readonly Column[], gold: Column): number[][] {
  const errors = members.map((scores) => memberErrors(scores, gold) ?? []);
  return errors.map((one) => errors.map((other) => pearson(one, other)));
}

export interface Herding {
  /** Per sample. */
  mean: number[];
  min: number[];
  /** Pairs of samples [better by gold, preferred by both aggregates]: no combination in between mends them. */
  pairs: [number, number][];
}

/** Undefined where columns do not fit together or there is no member. */
export function findHerding(members: readonly Column[], gold: Column): Herding | undefined {
  if (members.length === 0 || !areComparable(gold, ...members)) return undefined;
  const bySample = gold.map((_, i) => members.map((scores) => scores[i]!));
  const mean = bySample.map(meanOf);
  const min = bySample.map((scores) => scores.reduce((a, b) => Math.min(a, b)));
  const pairs = gold.flatMap((better, i) =>
    gold.flatMap((worse, j): [number, number][] => (better > worse && mean[j]! > mean[i]! && min[j]! > min[i]! ? [[i, j]] : [])),
  );
  return { mean, min, pairs };
}

/** How the mean less λ times the variance moves with one member: negative where raising that score lowers the reward. */
export function uncertaintyGradient(scores: Column, weight: number, member: number): number {
  const own = scores[member];
  return own === undefined ? Number.NaN : (1 - 2 * weight * (own - meanOf(scores))) / scores.length;
}
