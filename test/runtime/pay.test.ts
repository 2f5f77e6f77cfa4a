// The rules of payment, one by one, on numbers worked out by hand.
import { describe, expect, test } from "vitest";
import {
  byStep,
  chargeable,
  contribution,
  contributions,
  discountRows,
  isActive,
  openLedger,
  reported,
  settleEpisode,
  settleSteps,
  settleTotal,
  shape,
  sumTerms,
  type TermRule,
} from "../../runtime/pay.ts";

const objective: TermRule = { name: "good", role: "objective", rate: "step", lo: -1, hi: 1 };
const penalty: TermRule = { name: "bad", role: "penalty", rate: "step", lo: 0, hi: 5 };
const of = (...numbers: number[]) => Float64Array.from(numbers);
const paidBy = (
  rule: TermRule,
  values: Float64Array,
  weight: number | Float64Array,
  when: Float64Array | null = null,
  dt = 1,
) => {
  const out = new Float64Array(values.length);
  const ledger = openLedger();
  contributions(rule, values, when, weight, dt, 0, values.length, out, ledger);
  return { out: Array.from(out), ledger };
};

describe("what a term pays", () => {
  test("weight times value, a penalty with the other sign", () => {
    expect(paidBy(objective, of(1, 0.5), 2).out).toEqual([2, 1]);
    expect(paidBy(penalty, of(1, 3), 2).out).toEqual([-2, -6]);
    expect(paidBy(objective, of(1, 0.5), of(2, 4)).out).toEqual([2, 2]);
  });

  test("nothing is 0 and not −0, so that a penalty of 0 does not turn a sum into −0", () => {
    expect(paidBy(penalty, of(0), 2).out).toEqual([0]);
  });

  test("per second: times dt, after the weight", () => {
    expect(paidBy({ ...objective, rate: "second" }, of(1, 0.5), 2, null, 0.02).out).toEqual([0.04, 0.02]);
  });

  test("once: on the first step where it is not 0, then never again", () => {
    expect(paidBy({ ...objective, rate: "once" }, of(0, 0.5, 1, 0), 2).out).toEqual([0, 1, 0, 0]);
  });

  test("once: a step on which it is inactive does not use it up", () => {
    expect(paidBy({ ...objective, rate: "once" }, of(1, 1, 1), 2, of(0, 1, 1)).out).toEqual([0, 2, 0]);
  });

  test("when: false pays nothing; unknown is off for an objective and on for a penalty, and reported", () => {
    const off = paidBy(objective, of(1, 1, 1), 1, of(1, 0, Number.NaN));
    expect(off.out).toEqual([1, 0, 0]);
    expect(off.ledger.invalid).toMatchObject([{ step: 2, signal: null, term: "good" }]);
    const on = paidBy(penalty, of(1, 1, 1), 1, of(1, 0, Number.NaN));
    expect(on.out).toEqual([-1, 0, -1]);
    expect(on.ledger.invalid).toMatchObject([{ step: 2, term: "bad" }]);
    expect(off.ledger.valid && on.ledger.valid).toBe(true);
  });

  test("a value that is not finite fails closed: lowest of an objective, highest of a penalty", () => {
    const low = paidBy(objective, of(Number.NaN, Number.POSITIVE_INFINITY, 0.5), 2);
    expect(low.out).toEqual([-2, -2, 1]);
    expect(low.ledger.invalid.map(({ step }) => step)).toEqual([0, 1]);
    expect(low.ledger.invalid[0].reason).toBe("the value cannot be computed; its lowest value -1 was used");
    expect(paidBy(penalty, of(Number.NaN), 2).out).toEqual([-10]);
  });

  test("without a bound to fail to, the episode is not valid", () => {
    const { out, ledger } = paidBy({ ...penalty, hi: null }, of(1, Number.NaN), 2);
    expect(out).toEqual([-2, Number.NaN]);
    expect(ledger.valid).toBe(false);
    expect(reported(1, ledger)).toBeNull();
    expect(paidBy({ ...objective, hi: null }, of(Number.NaN), 1).ledger.valid).toBe(true);
  });

  test("a negative penalty is charged as 0 and reported", () => {
    const { out, ledger } = paidBy(penalty, of(-3, 2), 2);
    expect(out).toEqual([0, -4]);
    expect(ledger.invalid).toMatchObject([{ step: 0, term: "bad", value: -3 }]);
    expect(ledger.valid).toBe(true);
  });

  test("a weight that is not finite leaves no return", () => {
    const { out, ledger } = paidBy(objective, of(1, 1), Number.POSITIVE_INFINITY);
    expect(out).toEqual([Number.NaN, Number.NaN]);
    expect(ledger).toMatchObject({ valid: false, invalid: [{ step: null, term: "good" }] });
    expect(paidBy(objective, of(1, 1), of(1, Number.NaN)).out).toEqual([1, Number.NaN]);
  });

  test("a term of the end follows the same rules, its faults stand for the episode", () => {
    const ledger = openLedger();
    expect(contribution(penalty, 2, 1, 0.5, 1, ledger)).toBe(-1);
    expect(contribution({ ...objective, rate: "second" }, 2, 1, 0.5, 0.1, ledger)).toBe(0.1);
    expect(contribution(objective, 2, 0, 0.5, 1, ledger)).toBe(0);
    expect(ledger.invalid).toEqual([]);
    expect(contribution(objective, Number.NaN, 1, 0.5, 1, ledger)).toBe(-0.5);
    expect(contribution(objective, 1, 1, Number.NaN, 1, ledger)).toBeNaN();
    expect(ledger.invalid.map(({ step }) => step)).toEqual([null, null]);
    expect(ledger.valid).toBe(false);
  });

  test("the two ways to ask agree", () => {
    for (const rule of [objective, penalty]) {
      for (const value of [0.5, -0.5, 0, Number.NaN, Number.POSITIVE_INFINITY]) {
        for (const when of [1, 0, Number.NaN]) {
          const ledger = openLedger();
          expect(paidBy(rule, of(value), 2, of(when), 0.5).out[0]).toBe(contribution(rule, value, when, 2, 0.5, ledger));
        }
      }
    }
    expect(chargeable(objective, 3, 0, openLedger())).toBe(3);
    expect(isActive(objective, 1, 0, openLedger())).toBe(true);
  });
});

describe("what an episode pays", () => {
  test("terms add up in order, from 0", () => {
    const out = of(9, 9);
    sumTerms([of(0.1, 1), of(0.2, -1), of(0.3, 2)], 0, 2, out);
    expect(Array.from(out)).toEqual([0.1 + 0.2 + 0.3, 2]);
    sumTerms([], 0, 2, out);
    expect(Array.from(out)).toEqual([0, 0]);
  });

  test("a total that is not finite falls to its lowest value, else the episode is not valid", () => {
    const pay = of(1, Number.NaN, Number.POSITIVE_INFINITY);
    const ledger = openLedger();
    settleTotal(-2, 0, 3, pay, ledger);
    expect(Array.from(pay)).toEqual([1, -2, -2]);
    expect(ledger.valid).toBe(true);
    expect(ledger.invalid.map(({ step }) => step)).toEqual([1, 2]);
    settleTotal(null, 0, 1, of(Number.NaN), ledger);
    expect(ledger.valid).toBe(false);
  });

  test("a violated step constraint caps the step; of several the lowest cap holds", () => {
    const pay = of(1, -3, 2, 0.5);
    const ledger = openLedger();
    settleSteps({ name: "safe", lowest: -1 }, of(1, 0, 0, Number.NaN), of(-1, -1, -1, -1), 0, 4, pay, ledger);
    settleSteps({ name: "calm", lowest: -2 }, of(0, 1, 0, 1), of(0.25, 0, -2, 0), 0, 4, pay, ledger);
    expect(Array.from(pay)).toEqual([0.25, -3, -2, -1]);
    expect(ledger.violations).toEqual([
      { require: "safe", step: 1, cap: -1 },
      { require: "safe", step: 2, cap: -1 },
      { require: "safe", step: 3, cap: -1 },
      { require: "calm", step: 0, cap: 0.25 },
      { require: "calm", step: 2, cap: -2 },
    ]);
    expect(ledger.invalid).toMatchObject([{ step: 3, signal: null }]);
  });

  test("a violated episode constraint is settled on the last step", () => {
    const rules = [
      { name: "a", lowest: -1 },
      { name: "b", lowest: -2 },
      { name: "c", lowest: -9 },
    ];
    const pay = of(1, 2, 4);
    const ledger = openLedger();
    settleEpisode(rules, [0, Number.NaN, 1], [-1, -2, -9], 0, 3, pay, ledger);
    expect(Array.from(pay)).toEqual([1, 2, -5]);
    expect(ledger.violations.map(({ require, step, cap }) => [require, step, cap])).toEqual([
      ["a", null, -1],
      ["b", null, -2],
    ]);
  });

  test("violating never pays more: an episode below its cap stays as it is", () => {
    const pay = of(-4, 1);
    settleEpisode([{ name: "a", lowest: -1 }], [0], [-1], 0, 2, pay, openLedger());
    expect(Array.from(pay)).toEqual([-4, 1]);
  });

  test("a cap that cannot be computed falls to its lowest value, else the episode is not valid", () => {
    const ledger = openLedger();
    const pay = of(5);
    settleSteps({ name: "a", lowest: -3 }, of(0), of(Number.NaN), 0, 1, pay, ledger);
    expect(pay[0]).toBe(-3);
    expect(ledger.valid).toBe(true);
    settleSteps({ name: "a", lowest: null }, of(0), of(Number.NaN), 0, 1, pay, ledger);
    expect(ledger.valid).toBe(false);
    expect(ledger.violations[1].cap).toBeNull();
  });

  test("discounting multiplies γ up", () => {
    expect(discountRows(of(1, 1, 1), 0.5, 0, 3)).toBe(1.75);
  });

  test("faults come by step: start state, steps, episode", () => {
    const fault = (step: number | null, reason: string) => ({ step, signal: null, value: null, reason });
    const sorted = byStep([fault(null, "a"), fault(2, "b"), fault(-1, "c"), fault(0, "d"), fault(2, "e"), fault(null, "f")]);
    expect(sorted.map(({ reason }) => reason).join("")).toBe("cdbeaf");
  });
});

describe("shaping", () => {
  const shaped = (potential: number[], terminated: number[], before = Number.NaN, discount = 0.9, weight = 1) => {
    const out = new Float64Array(potential.length);
    const ledger = openLedger();
    shape(
      "near",
      Float64Array.from(potential),
      before,
      Float64Array.from(terminated),
      discount,
      weight,
      0,
      potential.length,
      out,
      ledger,
    );
    return { out: Array.from(out), ledger };
  };
  const discounted = (numbers: number[], discount: number) => numbers.reduce((sum, x, t) => sum + discount ** t * x, 0);

  test("from Φ = 0 over 1 and 2 into a terminal step it pays 0.9, 0.8, −2, which discounts to −Φ(s₀) = 0", () => {
    const { out } = shaped([1, 2, 5], [0, 0, 1], 0);
    expect(out).toEqual([0.9, 0.8, -2]);
    expect(discounted(out, 0.9)).toBeCloseTo(0, 12);
  });

  test("telescopes to −Φ(s₀) from any start state, whatever the way", () => {
    const { out } = shaped([3, -1, 4, 1, 5, 9, 2], [0, 0, 0, 0, 0, 0, 1], 2.5);
    expect(discounted(out, 0.9)).toBeCloseTo(-2.5, 12);
  });

  test("after truncation Φ of the last state stays: γⁿ·Φ(sₙ) − Φ(s₀)", () => {
    const { out } = shaped([3, -1, 4], [0, 0, 0], 2);
    expect(discounted(out, 0.9)).toBeCloseTo(0.9 ** 3 * 4 - 2, 12);
  });

  test("without a start state the first step pays nothing", () => {
    expect(shaped([3, 5], [0, 0], Number.NaN, 1).out).toEqual([0, 2]);
    expect(shaped([3], [1], Number.NaN, 1).out).toEqual([0]);
  });

  test("where Φ is unknown it keeps its last value and the fault is listed", () => {
    const { out, ledger } = shaped([3, Number.NaN, 5], [0, 0, 0], 1, 1);
    expect(out).toEqual([2, 0, 2]);
    expect(ledger.invalid).toMatchObject([{ step: 1, term: "near" }]);
    expect(ledger.valid).toBe(true);
    expect(shaped([Number.NaN, 4, 5], [0, 0, 0], Number.NaN, 1).out).toEqual([0, 0, 1]);
  });

  test("records after a terminated step start from Φ = 0", () => {
    expect(shaped([1, 2, 4], [0, 1, 0], 0, 1).out).toEqual([1, -1, 4]);
  });

  test("the weight scales it and must be finite", () => {
    expect(shaped([1, 2], [0, 0], 0, 1, 3).out).toEqual([3, 3]);
    expect(shaped([1, 2], [0, 0], 0, 1, Number.NaN).ledger.valid).toBe(false);
  });
});
