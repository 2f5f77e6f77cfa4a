// What the general range test hardly reaches: probabilities, groups a value is one of, bands that fit; and acceptance numbers
// over many elements, episodes and groups.
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { contains, type Interval } from "../../runtime/interval.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { runJavaScript } from "../emit/run-module.ts";

const record = (name: string) => operatorByName.get(name)!;
const call = (name: string, ...args: unknown[]) => (record(name).evaluate as (...a: unknown[]) => unknown)(...args);
const fold = (name: string, values: number[], ...extra: (string | number)[]) => record(name).reduce!(values, ...extra);
const many = (n: number, value: number) => Array.from({ length: n }, () => value);

const unit = fc.oneof(fc.constantFrom(0, 1, 0.5, 1e-9, 1 - 1e-9), fc.double({ min: 0, max: 1, noNaN: true }));
const around = (values: number[]): Interval => ({ lo: Math.min(...values), hi: Math.max(...values) });

const folds = ["steps_agg", "claims", "logprob", "avg_logprob", "seq_prob", "avg_prob", "jepo", "entropy", "pref_strength"];

it.each(folds)("the range of %s contains its value on probabilities, for every option", (name) => {
  const options = record(name).parameters[1]?.options ?? [undefined];
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 1, maxLength: 9 }),
      fc.constantFrom(...options),
      fc.boolean(),
      (given, option, known) => {
        const total = given.reduce((sum, x) => sum + x, 0);
        const values = name === "entropy" && total > 0 ? given.map((x) => x / total) : given;
        const value = option === undefined ? fold(name, values) : fold(name, values, option);
        const count = known ? { lo: values.length, hi: values.length } : { lo: 0, hi: Number.POSITIVE_INFINITY };
        const settings = option === undefined ? [] : [{ lo: 0, hi: 0, option }];
        const ranges = [
          record(name).reduceRange!(around(values), count, ...settings),
          record(name).reduceRange!(around(values), count),
        ];
        if (!Number.isNaN(value))
          for (const range of ranges) expect(contains(range, value), `${value} in ${range.lo}..${range.hi}`).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

it("bounds what a sample gets by the size of its group", () => {
  const kinds = ["grpo", "dr_grpo", "rloo", "logavgexp"];
  const number = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.constantFrom(1e-9, 0.1),
  );
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 8 }), fc.constantFrom(...kinds), fc.nat(1), (group, kind, ddof) => {
      const value = call("group_adv", group[0], group, kind, ddof, 0, 1) as number;
      const counts = [undefined, { lo: 1, hi: group.length }];
      const settings = [ddof, 0, 1].map((x) => ({ lo: x, hi: x }));
      const ranges = [around([group[0]!]), around(group), { lo: 0, hi: 0 }, ...settings];
      const range = record("group_adv").range!(ranges, [undefined, undefined, kind], counts);
      if (!Number.isNaN(value)) expect(contains(range, value), `${kind} ${value} in ${range.lo}..${range.hi}`).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it("bounds bands by their values", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 }),
      fc.array(unit, { minLength: 4, maxLength: 4 }),
      fc.nat(9),
      (edges, values, n) => {
        const rising = edges.sort((a, b) => a - b);
        const given = values.slice(0, rising.length - 1);
        const value = call("length_band", n, rising, given, 0.25) as number;
        const range = record("length_band").range!([around([n]), around(rising), around(given), { lo: 0.25, hi: 0.25 }], []);
        expect(contains(range, value)).toBe(true);
      },
    ),
  );
});

it("does not pay for more steps", () => {
  const sum = (values: unknown) => (values as number[]).reduce((total, value) => total + value, 0);
  expect(sum(many(50, 0.9))).toBeCloseTo(45, 4);
  expect(sum(call("prm_clip", many(50, 0.9), 0.5))).toBe(0);
  expect(sum(call("prm_delta", many(50, 0.9)))).toBeCloseTo(0.9, 12);
  expect(call("prm_delta", [])).toEqual([]);
  expect(call("prm_delta", [0.4, NaN])).toEqual([0.4, NaN]);
  expect(call("prm_min", [0.4, 0.2], 0)).toEqual([NaN, NaN]);
  expect(call("redistribute", 1, [])).toBeNull();
});

it("bounds what one novelty can be farmed for", () => {
  const visits = Array.from({ length: 100_000 }, (_, k) => call("novelty", 1, k + 1) as number);
  expect(visits.reduce((total, value) => total + value, 0)).toBeCloseTo(1.202057, 5);
  expect(call("novelty", 1, 0)).toBeNaN();
});

it("keeps the logarithm where the product vanishes", () => {
  const tokens = many(200, 0.5);
  expect(fold("seq_prob", tokens)).toBeCloseTo(6.223015277861142e-61, 70);
  expect(fold("logprob", tokens)).toBeCloseTo(-138.629436, 5);
  expect(fold("avg_logprob", tokens)).toBeCloseTo(-Math.LN2, 5);
  expect([1.5, -0.1].map((p) => fold("logprob", [p]))).toEqual([NaN, NaN]);
  for (const name of folds) expect(fold(name, []), name).toBeNaN();
});

it("weighs a question by what was open", () => {
  const open = [
    [0.25, 0.25, 0.25, 0.25],
    [0.5, 0.5],
  ];
  expect(
    call("info_gain", open, [
      [1, 0, 0, 0],
      [0.5, 0.5],
    ]),
  ).toBe(2);
  expect(call("info_gain", [many(2, 1 / 2)], [[1, 0]])).toBe(1);
  expect(call("info_gain", [many(16, 1 / 16)], [[1, ...many(15, 0)]])).toBe(4);
  expect(call("info_gain", open, [[1, 0, 0, 0]])).toBeNaN();
  expect(call("info_gain", [], [])).toBeNaN();
  expect(call("info_gain", [[0.5, 0.4]], [[1, 0]])).toBeNaN();
});

const text = `reward Grouped {
  group 4
  signal score : 0..1 from verifier
  objective adv   = group_adv(score, kind: "grpo", ddof: 1)
  objective plain = group_adv(score)
  objective loo   = group_adv(score, kind: "rloo")
  objective soft  = group_adv(score, kind: "logavgexp")
  objective boost = amplify_positive(score)
  objective paper = amplify_positive(score, variant: "paper")
}`;

const wanted: [number[], string, number[]][] = [
  [[1, 0, 0, 0], "adv", [1.5, -0.5, -0.5, -0.5]],
  [[0.001, 0, 0, 0], "adv", [1.5, -0.5, -0.5, -0.5]],
  [[1, 0, 0, 0], "plain", [1.732051, -0.57735, -0.57735, -0.57735]],
  [[1, 0, 0, 0], "loo", [1, -0.333333, -0.333333, -0.333333]],
  [[1, 0, 0, 0], "soft", [1 - 0.357374, -0.357374, -0.357374, -0.357374]],
  [[1, 0, 0, 0], "boost", [1, -0.25, -0.25, -0.25]],
  [[1, 0, 0, 0], "paper", [3, -0.25, -0.25, -0.25]],
  [[0.5, 0, 0, 0], "boost", [1.125, -0.125, -0.125, -0.125]],
  [[1, 1, 1, 1], "boost", [1, 1, 1, 1]],
  [[0.1, 0.1, 0.1, 0.1], "plain", [0, 0, 0, 0]],
];

it.each(wanted)("compares the samples of a group: %j, %s", (scores, term, values) => {
  const { programs, diagnostics } = compile(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const episodes = scores.map((score, i) => ({ id: `${i}`, group: "g", steps: [{ score }] }));
  const results = evaluate(programs[0]!, episodes);
  const generated = runJavaScript(printJavaScript(programs[0]!)).scoreGroup!(episodes);
  for (const [i, value] of values.entries()) {
    expect(Math.abs(results[i]!.terms[term]!.at(-1)! - value)).toBeLessThanOrEqual(5e-5);
    expect(generated[i]!.terms[term]).toEqual(results[i]!.terms[term]);
  }
});

const shaped = (gamma: number, potential: string) =>
  compile(`reward Shaped {
  discount ${gamma}
  horizon 9 steps
  signal d : -10..10
  shaping s = ${potential}
  objective o = 0 * d
}`).programs[0]!;

function discounted(gamma: number, potential: string, values: number[], terminated: boolean): number {
  const [start, ...rest] = values;
  const steps = rest.map((d, k) => ({ d, ...(terminated && k === rest.length - 1 ? { terminated: true } : {}) }));
  return evaluate(shaped(gamma, potential), [{ id: "one", start: { d: start! }, steps }])[0]!.discounted!;
}

it("sums shaping to where an episode begins and ends", () => {
  expect(discounted(0.9, "potential(d)", [0, 1, 2, 5], true)).toBeCloseTo(0, 9);
  expect(discounted(0.9, "potential(d)", [0, 1, 2, 5], false)).toBeCloseTo(3.645, 9);
  expect(discounted(1, "progress(d)", [2, 1, 2, 1, 2, 1], false)).toBeCloseTo(1, 9);
  expect(discounted(0.9, "progress(d)", [2, 1, 2, 1, 2, 1], false)).toBeCloseTo(1.40951, 9);
  expect(discounted(0.99, "progress(d)", [10, 10], false)).toBeCloseTo(0.1, 9);
});
