// Measures against what they claim: invariances, inverses and slow second computations.
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  bestOfN,
  calibrationError,
  canonicalReward,
  clipConflict,
  type DecisionProcess,
  dotOf,
  epicCanonical,
  epicDistance,
  errorCorrelations,
  findHerding,
  findOverOptimisation,
  fitLaw,
  hypervolume,
  klOfBestOfN,
  mutualInformation,
  normOf,
  optimumOf,
  paretoFront,
  partialCorrelation,
  probesPass,
  reliability,
  rewardAt,
  samplesAtKl,
  starcDistance,
  sweepWeights,
  type TransitionReward,
} from "../../../analysis/measures/index.ts";

const small = fc.integer({ min: -8, max: 8 });
const column = (length: number) => fc.array(small, { minLength: length, maxLength: length });

it("best of n is the mean over all ways to draw n and to break ties", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }).chain((n) => fc.tuple(column(n), column(n))),
      ([proxy, gold]) => {
        const curve = bestOfN(proxy, gold)!;
        for (const [at, value] of curve.entries()) {
          const draws = subsets(
            proxy.map((_, i) => i),
            at + 1,
          ).map((drawn) => {
            const top = Math.max(...drawn.map((i) => proxy[i]!));
            const tied = drawn.filter((i) => proxy[i] === top);
            return tied.reduce((sum, i) => sum + gold[i]!, 0) / tied.length;
          });
          expect(value).toBeCloseTo(draws.reduce((a, b) => a + b, 0) / draws.length, 9);
        }
      },
    ),
  );
});

function subsets(items: number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}

it("finds the peak of gold, and speaks of over-optimisation only where it falls after it", () => {
  const gold = bestOfN([0.1, 0.2, 0.3, 0.4], [0, 1, 2, 1])!;
  expect(findOverOptimisation([1, 2, 3, 4], gold, 2)).toEqual({ peak: 2, drop: gold[1]! - gold[3]!, overOptimised: true });
  expect(findOverOptimisation([1, 2, 3], [0, 1, 2], 2)).toMatchObject({ peak: 3, overOptimised: false });
  expect(findOverOptimisation([1, 2], [1, 0.999], 2)).toMatchObject({ peak: 1, overOptimised: false });
});

it("inverts the KL of best-of-n", () => {
  for (const n of [1, 1.5, 2, 16, 1e6, 1e100]) expect(samplesAtKl(klOfBestOfN(n)) / n).toBeCloseTo(1, 6);
});

it.each(["best_of_n", "reinforcement"] as const)(
  "the optimum of %s is where its law is highest, and a fit finds the law",
  (form) => {
    const { distance, reward } = optimumOf(form, 1.3, 0.4);
    expect(rewardAt(form, 1.3, 0.4, distance)).toBeCloseTo(reward, 12);
    for (const other of [0.9, 1.1]) expect(rewardAt(form, 1.3, 0.4, distance * other)).toBeLessThan(reward);
    const distances = [0, 0.5, 1, 2, 4];
    const law = fitLaw(
      form,
      distances,
      distances.map((d) => rewardAt(form, 1.3, 0.4, d)),
    )!;
    expect([law.alpha, law.beta, law.error]).toEqual([expect.closeTo(1.3, 9), expect.closeTo(0.4, 9), expect.closeTo(0, 9)]);
    expect(fitLaw(form, [2, 2], [1, 1])).toBeUndefined();
  },
);

const world: DecisionProcess = [
  [
    [
      { to: 0, probability: 0.5 },
      { to: 1, probability: 0.5 },
    ],
    [{ to: 2, probability: 1 }],
  ],
  [
    [{ to: 0, probability: 1 }],
    [
      { to: null, probability: 0.3 },
      { to: 2, probability: 0.7 },
    ],
  ],
  [[{ to: 1, probability: 1 }], [{ to: null, probability: 1 }]],
];
const table = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 24, maxLength: 24 });
const paying =
  (rewards: number[]): TransitionReward =>
  (state, action, to) =>
    rewards[state * 8 + action * 4 + (to ?? 3)]!;

it("STARC does not see scale and shaping, and sees the opposite", () => {
  fc.assert(
    fc.property(table, fc.array(small, { minLength: 3, maxLength: 3 }), (rewards, potential) => {
      const plain = paying(rewards);
      const size = normOf(canonicalReward(world, plain, 0.9)!.flat());
      fc.pre(size > 1e-3);
      const phi = (state: number | null) => (state === null ? 0 : potential[state]!);
      const same: TransitionReward = (s, a, to) => 7 * plain(s, a, to) + 0.9 * phi(to) - phi(s);
      expect(starcDistance(world, plain, same, 0.9)).toBeCloseTo(0, 5);
      expect(starcDistance(world, plain, (s, a, to) => -plain(s, a, to), 0.9)).toBeCloseTo(2, 9);
      expect(starcDistance(world, plain, () => 0, 0.9)).toBeCloseTo(1, 9);
    }),
  );
});

it("STARC says nothing where values do not settle", () => {
  const forever: DecisionProcess = [[[{ to: 0, probability: 1 }]]];
  expect(
    starcDistance(
      forever,
      () => 1,
      () => 2,
      1,
    ),
  ).toBeNaN();
  expect(
    starcDistance(
      world,
      () => Number.NaN,
      () => 2,
      0.9,
    ),
  ).toBeNaN();
  expect(canonicalReward([[[{ to: 4, probability: 1 }]]], () => 1, 0.9)).toBeUndefined();
  expect(canonicalReward([[[{ to: 0, probability: 0.4 }]]], () => 1, 0.9)).toBeUndefined();
  expect(canonicalReward(world, () => 1, 1)).toBeDefined();
});

it("EPIC does not see scale and shaping either", () => {
  const rewards = [
    [
      [1, 0],
      [2, -1],
    ],
    [
      [0, 3],
      [1, 1],
    ],
  ];
  const shaped = rewards.map((actions, s) =>
    actions.map((row) => row.map((r, next) => 2 * r + 0.9 * [1, -4][next]! - [1, -4][s]!)),
  );
  const halved = epicCanonical(shaped, 0.9)
    .flat(2)
    .map((c) => expect.closeTo(c / 2, 12));
  expect(epicCanonical(rewards, 0.9).flat(2)).toEqual(halved);
  expect(epicDistance(rewards, shaped, 0.9)).toBeCloseTo(0, 6);
  expect(
    epicDistance(
      rewards,
      rewards.map((a) => a.map((row) => row.map((r) => -r))),
      0.9,
    ),
  ).toBeCloseTo(1, 9);
});

it("finds the mixture that no other of three beats", () => {
  const vector = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(vector, { minLength: 3, maxLength: 3 }), (gradients) => {
      const found = clipConflict(gradients, [0.5, 0.3, 0.2], 0.4)!;
      const reach = 0.4 * normOf(found.plain);
      const cost = (p: number[]) => {
        const mixed = [0, 1, 2].map((k) => gradients.reduce((sum, g, i) => sum + p[i]! * g[k]!, 0));
        return dotOf(mixed, found.plain) + reach * normOf(mixed);
      };
      const least = Math.min(...sweepWeights([[0, 0, 0]], 40).map(({ weights }) => cost(weights)));
      expect(cost(found.mixture)).toBeLessThanOrEqual(least + 1e-6);
      expect(found.mixture.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    }),
    { numRuns: 60 },
  );
  expect(clipConflict([[1], [2]], [0.5, 0.6], 1)).toBeUndefined();
  expect(
    clipConflict(
      [
        [0, 0],
        [0, 0],
      ],
      [0.5, 0.5],
      1,
    )!.direction,
  ).toEqual([0, 0]);
});

it("measures the volume of a front like counting cells", () => {
  const point = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 6 }), (points) => {
      const cells = sides(4).filter((cell) => points.some((p) => p.every((x, i) => x > cell[i]!))).length;
      expect(hypervolume(points, [0, 0, 0])).toBe(cells);
      expect(hypervolume(paretoFront(points), [0, 0, 0])).toBe(cells);
    }),
  );
});

const sides = (n: number) => Array.from({ length: n ** 3 }, (_, k) => [k % n, Math.floor(k / n) % n, Math.floor(k / n / n)]);

it("sees that both aggregates prefer the worse sample, and that errors are shared", () => {
  const members = [
    [0.9, 0.95],
    [0.8, 0.9],
    [0.85, 0.99],
  ];
  expect(findHerding(members, [1, 0])!.pairs).toEqual([[0, 1]]);
  expect(findHerding(members, [0, 1])!.pairs).toEqual([]);
  // The mean prefers the worse sample, the minimum does not: a more cautious combination mends it.
  expect(
    findHerding(
      [
        [0.5, 0.4],
        [0.5, 0.9],
      ],
      [1, 0],
    )!.pairs,
  ).toEqual([]);
  const gold = [1, 2, 3, 4];
  const off = [0.3, -0.2, -0.4, 0.3];
  const shared = [gold.map((g, i) => 2 * g + off[i]!), gold.map((g, i) => 5 - g - off[i]! / 2)];
  expect(errorCorrelations(shared, gold)[0]![1]).toBeCloseTo(1, 1);
});

it("takes off what a third column explains", () => {
  const z = [1, 2, 3, 4, 5, 6];
  const x = z.map((value, i) => value + [1, -1, 0, 0, -1, 1][i]!);
  const y = z.map((value, i) => value + [0, 0, 1, -1, 0, 0][i]!);
  expect(Math.abs(partialCorrelation(x, y, z))).toBeLessThan(0.2);
});

it("knows how much one column tells of another", () => {
  expect(mutualInformation(["a", "b", "a", "b"], [0, 1, 0, 1])).toBeCloseTo(1, 12);
  expect(mutualInformation([1, 1, 1], [1, 2, 3])).toBe(0);
});

it("compares promises with outcomes by bins, and probes with wrong answers", () => {
  expect(calibrationError([1, 1, 0, 0], [1, 1, 0, 0])).toBe(0);
  expect(calibrationError([0.9, 0.9], [1, 0])).toBeCloseTo(0.4, 12);
  expect(calibrationError([1, 1], [0, 0])).toBe(1);
  expect(reliability([0, 0.5, 1], [0, 1, 1], 2)!.map(({ count }) => count)).toEqual([1, 2]);
  expect([probesPass([0.2], [0.1, 0.3, 0.2]), probesPass([0.25], [0.1, 0.3, 0.2, 0.2])]).toEqual([true, false]);
});
