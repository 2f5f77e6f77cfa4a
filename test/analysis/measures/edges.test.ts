// Measures at their edges: nothing given, ties, constant columns, lengths that differ. What cannot be computed is missing.
import { describe, expect, it } from "vitest";
import * as measures from "../../../analysis/measures/index.ts";

const {
  advantageGap,
  allFail,
  allSame,
  bestOfN,
  breakEvenAmbiguity,
  brierScore,
  calibrationError,
  chanceAccuracy,
  compareOneToMany,
  compareVerdicts,
  compromise,
  contrastConsistency,
  correctedAccuracy,
  cosine,
  cycleValue,
  deadShare,
  degenerateShare,
  denseAgainstTerminal,
  eventRate,
  falsePositiveRate,
  findBlindSpots,
  findHerding,
  findOverOptimisation,
  flipAddition,
  flipWeight,
  incomeOf,
  kendall,
  klOfBestOfN,
  largestJump,
  majorityWrong,
  memberErrors,
  mutualInformation,
  needsRefinement,
  noisyCorrelation,
  noisyMean,
  noisyPairs,
  normalisedEntropy,
  optimumOf,
  partialCorrelation,
  passProbability,
  passShare,
  pearson,
  pearsonDistance,
  percentileOf,
  probesPass,
  proxyRegret,
  redistributionLoss,
  reliability,
  rewardDensity,
  rewardGap,
  samplesAtKl,
  saturation,
  sharesOfSize,
  sharesOfVariance,
  spearman,
  uncertaintyGradient,
} = measures;

const { NaN: none, POSITIVE_INFINITY: infinite } = Number;

/** Each is missing: NaN, undefined, or NaN in every part. */
const missing: [string, unknown][] = [
  ["best of nothing", bestOfN([], [])],
  ["best of columns that differ", bestOfN([1, 2], [1])],
  ["best of scores with NaN", bestOfN([1, none], [1, 2])],
  ["best of none", bestOfN([1, 2], [1, 2], [0])],
  ["best of more than there are", bestOfN([1, 2], [1, 2], [3, 1.5])],
  ["KL below one sample", klOfBestOfN(0.5)],
  ["KL of infinitely many", klOfBestOfN(infinite)],
  ["samples at a negative KL", samplesAtKl(-1)],
  ["samples at a KL beyond doubles", samplesAtKl(1e4)],
  ["a peak without a curve", findOverOptimisation([], [], 1)],
  ["regret of nothing", proxyRegret([], [])],
  ["a law without a maximum", optimumOf("best_of_n", 1, 0)],
  ["a law that only rises", optimumOf("reinforcement", 1, -1)],
  ["a law beyond doubles", optimumOf("reinforcement", 1, 1e-9)],
  ["flips above 1", noisyMean(0.5, 1.1)],
  ["pairs flipped with NaN", noisyPairs(none)],
  ["correlation of a constant reward", noisyCorrelation(1, 0.2)],
  ["half a vote", majorityWrong(1.5, 0.2)],
  ["correlation of nothing", pearson([], [])],
  ["correlation with a constant that does not round", pearson([0.1, 0.1, 0.1], [1, 2, 3])],
  ["correlation of columns that differ", pearson([1, 2], [1, 2, 3])],
  ["correlation with infinity", pearson([1, infinite], [1, 2])],
  ["partial correlation given the same", partialCorrelation([1, 2, 4], [1, 3, 2], [2, 4, 8])],
  ["rank correlation of a constant", spearman([1, 1], [1, 2])],
  ["Kendall of a constant", kendall([1, 2], [3, 3])],
  ["Kendall of one", kendall([1], [3])],
  ["cosine with zero", cosine([0, 0], [1, 2])],
  ["distance beyond correlation", pearsonDistance(1.5)],
  ["distance below correlation", pearsonDistance(-1.5)],
  ["one to nobody", compareOneToMany(1, [])],
  ["NaN to many", compareOneToMany(none, [1])],
  ["contrast of one", contrastConsistency([[1]])],
  ["contrast of a table that is not square", contrastConsistency([[1, 2], [3]])],
  ["shares of nothing paid", sharesOfSize({ a: [0, 0], b: [0, 0] })],
  ["shares where nothing varies", sharesOfVariance({ a: [1, 1] })],
  ["shares of columns that differ", sharesOfSize({ a: [1, 2], b: [1] })],
  ["income for ever without discount", incomeOf(1, infinite, 1)],
  ["income at a discount above 1", incomeOf(1, 5, 1.1)],
  ["ratio to an ending that pays nothing", denseAgainstTerminal(1, 5, 1, 0).ratio],
  ["an empty cycle", cycleValue([], 0.9)],
  ["a cycle without discount", cycleValue([1, -1], 1)],
  ["deception without errors", findBlindSpots([]).deception],
  ["saturation of nothing", saturation([], 5)],
  ["entropy over one level", normalisedEntropy([1], 1)],
  ["entropy of more levels than there are", normalisedEntropy([1, 2, 3], 2)],
  ["health of nothing", needsRefinement([], 5, 6)],
  ["a flip of equal slopes", flipWeight([1, 0], [0.5, -0.5])],
  ["a flip outside 0..1", flipWeight([1, 1], [0.9, 0.5])],
  ["a flip of an addition that is the same", flipAddition([2, 1], [1, 1])],
  ["a negative flip of an addition", flipAddition([2, 1], [1, 0])],
  ["compromise of nobody", compromise([], [])],
  ["compromise without a weight", compromise([[1, 2]], [])],
  ["degenerate among no groups", degenerateShare([[]])],
  ["failing of nobody", allFail(0.5, 0)],
  ["the same of half a sample", allSame(0.5, 1.5)],
  ["break-even of parallel pay-offs", breakEvenAmbiguity({ askAmbiguous: 1, askClear: 0, actAmbiguous: 2, actClear: 1 })],
  ["chance of no answer", chanceAccuracy(0)],
  ["more than the only answer", correctedAccuracy(1, 1)],
  ["errors of columns that differ", memberErrors([1], [1, 2])],
  ["herding of nobody", findHerding([], [1, 2])],
  ["gradient of nobody", uncertaintyGradient([1, 2], 1, 2)],
  ["Brier of a probability above 1", brierScore([1.1], [1])],
  ["Brier of half an outcome", brierScore([0.5], [0.5])],
  ["bins of nothing", reliability([], [])],
  ["calibration of nothing", calibrationError([], [])],
  ["rate of nothing", eventRate([], 0.1)],
  ["rate of two per episode", eventRate([2], 0.1)],
  ["dead zone of an empty range", deadShare((x) => x, 1, 1)],
  ["dead zone with a pole", deadShare((x) => 1 / x, 0, 1)],
  ["jump of one point", largestJump([1], 1)],
  ["density of nothing", rewardDensity([])],
  ["passing a gate above 1", passProbability([1.2])],
  ["passing gates without samples", passShare([])],
  ["gap of no probability", advantageGap(1.2, 0)],
  ["gap without wrong answers", rewardGap([1, 0], [true, true])],
  ["false positives among no probes", falsePositiveRate([])],
  ["percentile among nothing", percentileOf(1, [])],
  ["probes without wrong answers", probesPass([1], [])],
  ["information of nothing", mutualInformation([], [])],
  ["information of columns that differ", mutualInformation([1], [1, 2])],
  ["agreement of nobody", compareVerdicts([], []).agree],
  ["loss without steps", redistributionLoss(1, [])],
];

const isMissing = (value: unknown): boolean =>
  value === undefined ||
  Number.isNaN(value) ||
  (typeof value === "object" && value !== null && Object.values(value).every(isMissing));

it.each(missing)("%s is missing", (_, value) => {
  expect(isMissing(value), JSON.stringify(value)).toBe(true);
});

describe("ties", () => {
  it("share the mean of what they stand for", () => {
    expect(bestOfN([1, 1], [0, 4])).toEqual([2, 2]);
    expect(proxyRegret([1, 2, 2], [5, 0, 4])).toBe(3);
    expect(measures.ranksOf([3, 1, 3])).toEqual([2.5, 1, 2.5]);
    // τ_b by hand: 4 concordant, none discordant, of 6 pairs one ties in x and one in y.
    expect(kendall([1, 1, 2, 3], [1, 2, 3, 3])).toBeCloseTo(4 / 5, 12);
  });

  it("count against the answer that should win", () => {
    expect(compareOneToMany(0.5, [0.5, 0.1])).toEqual({ accuracy: 0, accuracyWithTies: 1, reciprocalRank: 0.5, pairwise: 0.5 });
    expect(
      contrastConsistency([
        [1, 1],
        [0, 1],
      ]),
    ).toEqual({ responses: 0.5, instructions: 0.5, joint: 0 });
  });

  it("stay on the front, and add their volume once", () => {
    expect(
      measures.paretoFront([
        [1, 2],
        [1, 2],
        [1, 1],
      ]),
    ).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(
      measures.hypervolume(
        [
          [1, 2],
          [1, 2],
          [1, 1],
        ],
        [0, 0],
      ),
    ).toBe(2);
  });
});

it("takes a group of one as degenerate, and an even vote as undecided", () => {
  expect(degenerateShare([[1], [0, 1]])).toBe(0.5);
  expect(allSame(0.3, 1)).toBe(1);
  expect(majorityWrong(2, 0.5)).toBeCloseTo(0.25, 12);
  expect(majorityWrong(1001, 0.5)).toBeCloseTo(0.5, 9);
  expect([majorityWrong(3, 0), majorityWrong(3, 1)]).toEqual([0, 1]);
});

it("says of what never moves that it is dead, of what always moves that it is not", () => {
  expect(deadShare(() => 3, 0, 1)).toBe(1);
  expect(deadShare((x) => 2 * x, 0, 1)).toBe(0);
  expect(deadShare((x) => Math.max(0, x - 0.5), 0, 1, 0.01, 2)).toBeCloseTo(0.25 + 0.005, 9);
  expect(deadShare((x) => Math.max(0, x - 0.25), 0, 1)).toBeCloseTo(0.25, 3);
});
