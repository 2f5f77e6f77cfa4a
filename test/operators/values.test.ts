// Numbers of the operators by hand, from papers and from the original code.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { modulo } from "../../runtime/operators/arithmetic/modulo.ts";
import { clip } from "../../runtime/operators/bounding/clip.ts";
import { ramp } from "../../runtime/operators/bounding/ramp.ts";
import { sigmoid } from "../../runtime/operators/bounding/sigmoid.ts";
import { softplus } from "../../runtime/operators/bounding/softplus.ts";
import { tolerance } from "../../runtime/operators/bounding/tolerance.ts";
import { par } from "../../runtime/operators/combining/par.ts";
import { between } from "../../runtime/operators/comparison/between.ts";
import { round } from "../../runtime/operators/elementary/round.ts";
import { wrapAngle } from "../../runtime/operators/elementary/wrap-angle.ts";
import { and } from "../../runtime/operators/logic/and.ts";
import { or } from "../../runtime/operators/logic/or.ts";
import { all } from "../../runtime/operators/reduction/all.ts";
import { any } from "../../runtime/operators/reduction/any.ts";
import { count } from "../../runtime/operators/reduction/count.ts";
import { first } from "../../runtime/operators/reduction/first.ts";
import { last } from "../../runtime/operators/reduction/last.ts";
import { max, maximum } from "../../runtime/operators/reduction/max.ts";
import { mean } from "../../runtime/operators/reduction/mean.ts";
import { median } from "../../runtime/operators/reduction/median.ts";
import { minimum } from "../../runtime/operators/reduction/min.ts";
import { product } from "../../runtime/operators/reduction/product.ts";
import { std } from "../../runtime/operators/reduction/std.ts";
import { sum } from "../../runtime/operators/reduction/sum.ts";
import { variance } from "../../runtime/operators/reduction/var.ts";
import { dot } from "../../runtime/operators/vector/dot.ts";

interface Recorded<Inputs> {
  cases: { inputs: Inputs; expected: number | number[] }[];
}

function recorded<Inputs>(name: string): Recorded<Inputs>["cases"] {
  const text = readFileSync(new URL(`../parity/cases/${name}.json`, import.meta.url), "utf8");
  return (JSON.parse(text) as Recorded<Inputs>).cases;
}

function near(got: number, wanted: number, relative = 1e-9): void {
  expect(Math.abs(got - wanted), `${got} for ${wanted}`).toBeLessThanOrEqual(1e-9 + relative * Math.abs(wanted));
}

describe("tolerance", () => {
  const kinds = ["gaussian", "hyperbolic", "long_tail", "reciprocal", "cosine", "linear", "quadratic", "tanh_squared"];

  it("gives the recorded numbers of all kinds", () => {
    const cases = recorded<{ x: number }[]>("dmc_tolerance_kinds");
    expect(cases.length).toBeGreaterThan(50);
    for (const { inputs, expected } of cases) {
      const { x } = inputs[0]!;
      const got =
        tolerance(x, 0.5, 1, 0.8) +
        2 * tolerance(x, -1, 0, 1.5, 0.2, "hyperbolic") +
        3 * tolerance(x, 0, 0, 1, 0.3, "long_tail") +
        4 * tolerance(x, 2, 3, 0.5, 0.05, "reciprocal") +
        5 * tolerance(x, 0, 1, 2, 0, "cosine") +
        6 * tolerance(x, -0.5, 0.5, 1, 0.25, "linear") +
        7 * tolerance(x, 1, 1, 2, 0, "quadratic") +
        8 * tolerance(x, -2, -1, 0.7, 0.5, "tanh_squared") +
        9 * tolerance(x, 0, 2);
      near(got, [expected].flat()[0]!);
    }
  });

  it.each(kinds)("%s is 1 inside and value_at_margin at the margin", (kind) => {
    expect(tolerance(1, 0, 2, 3, 0.3, kind)).toBe(1);
    expect(tolerance(5, 0, 2, 3, 0.3, kind)).toBeCloseTo(0.3, 12);
    expect(tolerance(-3, 0, 2, 3, 0.3, kind)).toBeCloseTo(0.3, 12);
    expect(tolerance(Number.POSITIVE_INFINITY, 0, 2, 3, 0.3, kind)).toBe(0);
  });

  it("takes infinite ends, and 0 outside without a margin", () => {
    expect(tolerance(1e9, 0, Number.POSITIVE_INFINITY, 1)).toBe(1);
    expect([tolerance(2, 0, 1), tolerance(1, 0, 1)]).toEqual([0, 1]);
  });

  it("takes 0 at the margin for three kinds only, and nothing senseless", () => {
    expect(kinds.filter((kind) => !Number.isNaN(tolerance(3, 0, 1, 1, 0, kind)))).toEqual(["cosine", "linear", "quadratic"]);
    expect(
      [tolerance(3, 1, 0), tolerance(3, 0, 1, -1), tolerance(3, 0, 1, 1, 1), tolerance(3, 0, 1, 1, 0.1, "square")].every(
        Number.isNaN,
      ),
    ).toBe(true);
  });
});

describe("par", () => {
  it("gives the recorded numbers of the original code", () => {
    const cases = recorded<{ reward: number; reference_rewards: number[] }>("par_relative_sigmoid");
    for (const { inputs, expected } of cases) near(par(inputs.reward, inputs.reference_rewards), expected as number);
  });

  it("gives the numbers worked out by hand", () => {
    expect(par(2, [0, 1, 2])).toBeCloseTo(0.703952, 5);
    expect(par(1, [1])).toBe(0.5);
    expect(par(1, [1, NaN, Number.POSITIVE_INFINITY])).toBe(0.5);
    expect(par(1, [])).toBeNaN();
    expect(par(NaN, [1])).toBeNaN();
  });
});

describe("bounding", () => {
  it("sigmoid and softplus neither overflow nor lose their tails", () => {
    expect(sigmoid(1)).toBeCloseTo(0.731059, 5);
    expect([sigmoid(1000), sigmoid(-1000), sigmoid(0, 5)]).toEqual([1, 0, 0.5]);
    expect(sigmoid(-700)).toBeGreaterThan(0);
    expect(softplus(0)).toBeCloseTo(Math.LN2, 12);
    expect(-softplus(3)).toBeCloseTo(-3.048587, 5);
    expect(-softplus(-3)).toBeCloseTo(-0.048587, 5);
    expect(-softplus(1000)).toBe(-1000);
  });

  it("clip and ramp", () => {
    expect([clip(6, 0, 5), clip(-1, 0, 5), clip(3, 0, 5), clip(1, 2, 0)]).toEqual([5, 0, 3, 0]);
    expect([ramp(0, 1, 3), ramp(2, 1, 3), ramp(9, 1, 3)]).toEqual([0, 0.5, 1]);
    expect([ramp(0.9, 1, 1), ramp(1, 1, 1)]).toEqual([0, 1]);
    expect(ramp(1, 3, 1)).toBeNaN();
  });
});

describe("arithmetic", () => {
  it("modulo has the sign of the divisor, bit for bit as in Python", () => {
    expect([modulo(-1, 3), modulo(1, -3), modulo(-7, -3), modulo(7, 3)]).toEqual([2, -2, -1, 1]);
    expect([modulo(-1e-20, 3), modulo(5, Number.POSITIVE_INFINITY), modulo(-6, 3), modulo(6, -3)]).toEqual([3, 5, 0, -0]);
    expect(modulo(1, 0)).toBeNaN();
  });

  it("round takes halves to the even neighbour", () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 0.49999999999999994, 2 ** 53].map(round)).toEqual([0, 2, 2, -0, -2, 2, 0, 2 ** 53]);
  });

  it("wrap_angle gives the recorded angles of a pendulum", () => {
    expect(wrapAngle(Math.PI)).toBe(-Math.PI);
    expect(wrapAngle(-Math.PI)).toBe(-Math.PI);
    expect(wrapAngle(3 * Math.PI)).toBeCloseTo(-Math.PI, 12);
    expect(wrapAngle(-4)).toBeCloseTo(2 * Math.PI - 4, 12);
  });
});

describe("conditions", () => {
  it("cannot be evaluated where the first part cannot", () => {
    expect([and(1, 0), and(0, NaN), or(1, NaN), or(0, 1)]).toEqual([0, 0, 1, 1]);
    expect([and(NaN, 0), and(1, NaN), or(NaN, 1), or(0, NaN)].every(Number.isNaN)).toBe(true);
    expect([between(1, 0, 1), between(1.1, 0, 1), between(2, NaN, 1)]).toEqual([1, 0, 0]);
    expect(between(0.5, NaN, 1)).toBeNaN();
  });

  it("any and all let one element decide, whatever stands before it", () => {
    expect([any([NaN, 1]), any([1, NaN]), all([NaN, 0]), all([0, NaN])]).toEqual([1, 1, 0, 0]);
    expect([any([NaN, 0]), all([1, NaN]), count([1, NaN])].every(Number.isNaN)).toBe(true);
  });
});

describe("over nothing", () => {
  it("sum 0, product 1, count 0, any false, all true, the others missing", () => {
    expect([sum([]), product([]), count([]), any([]), all([])]).toEqual([0, 1, 0, 0, 1]);
    expect([mean, minimum, maximum, std, variance, median, first, last].map((f) => f([])).every(Number.isNaN)).toBe(true);
  });
});

describe("reductions", () => {
  it("give the numbers worked out by hand", () => {
    expect([variance([10, 10, 10, -20]), mean([10, 10, 10, -20])]).toEqual([168.75, 2.5]);
    expect(std([1, 0.5, -0.3])).toBeCloseTo(0.535413, 5);
    expect([variance([2, 1, 0], 1), variance([5], 1)]).toEqual([1, NaN]);
    expect([product([0.9, 0.8, 0.5]), minimum([0.9, 0.8, 0.5]), maximum([-2, -1])]).toEqual([0.9 * 0.8 * 0.5, 0.5, -1]);
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([10, 9, 100])]).toEqual([2, 2.5, 10]);
    expect([max(1, 3, 2), dot([1, 2], [3])]).toEqual([3, NaN]);
  });
});
