// Directions and term worths hold on random records: raising a signal never moves a value the other way, no episode pays outside.
import fc from "fast-check";
import { expect, it } from "vitest";
import { factsOf } from "../../../analysis/facts/facts.ts";
import { compile } from "../../../compiler/compilation.ts";
import { evaluate } from "../../../runtime/evaluate.ts";

const leaf = fc.constantFrom("x", "y", "z", "0.5", "2", "-1");
const formula: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.tuple(tie("value"), fc.constantFrom("+", "-", "*"), tie("value")).map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    fc.tuple(fc.constantFrom("abs", "exp", "tanh", "sigmoid"), tie("value")).map(([name, a]) => `${name}(clip(${a}, -3, 3))`),
    fc.tuple(fc.constantFrom("min", "max"), tie("value"), tie("value")).map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc
      .tuple(tie("value"), tie("value"), tie("value"), tie("value"))
      .map(([a, b, c, d]) => `(if ${a} < ${b} then ${c} else ${d})`),
    tie("value").map((a) => `prev(${a})`),
    tie("value").map((a) => `ema(${a}, 2)`),
    fc.tuple(fc.constantFrom("max", "mean", "std", "sum"), tie("value")).map(([fold, a]) => `(${fold}(${a}) over last 2 steps)`),
    fc.tuple(tie("value"), tie("value")).map(([a, b]) => `(sum(${a} where ${b} > 0) over last 2 steps)`),
    fc.tuple(tie("value"), tie("value")).map(([a, b]) => `robustness(${a} < ${b} or ${a} > 1)`),
  ),
})).value;
/** What is known at the end. */
const whole = fc.oneof(
  { weight: 5, arbitrary: formula },
  { weight: 1, arbitrary: formula.map((a) => `discounted(${a}, discount: 0.9) over steps`) },
  { weight: 1, arbitrary: formula.map((a) => `robustness(always(${a} > 0.5, within: 1..2))`) },
  { weight: 1, arbitrary: formula.map((a) => `eventually(always(${a} > 0.5), within: 0..1)`) },
  { weight: 1, arbitrary: formula.map((a) => `robustness(until(${a} > 0.5, eventually(${a} <= 0, within: 1..3)))`) },
);
const reading = fc.record({
  x: fc.double({ min: 0, max: 4, noNaN: true }),
  y: fc.double({ min: -2, max: 2, noNaN: true }),
  z: fc.double({ min: -3, max: -1, noNaN: true }),
});

const reward = (value: string) =>
  `reward R {\n  horizon 4 steps\n  signals { x : 0..4  y : -2..2  z : -3..-1 }\n  objective o weight 2 = ${value}\n}`;

it("holds what it says about directions and bounds", () => {
  fc.assert(
    fc.property(
      whole,
      fc.array(reading, { minLength: 1, maxLength: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (value, rows, share) => {
        const [program] = compile(reward(value)).programs;
        if (program === undefined) return;
        const facts = factsOf(program);
        const raised = rows.map((row) => ({ ...row, x: row.x + share * (4 - row.x) }));
        const [before, after] = evaluate(program, [
          { id: "a", steps: rows },
          { id: "b", steps: raised },
        ]).map((result) => result.terms.o!);
        const direction = facts.direction(program.terms[0]!.node, "x");
        for (const [step, paid] of before!.entries()) {
          if (program.terms[0]!.timing !== "step" && step < rows.length - 1) continue;
          const slack = 1e-9 * (1 + Math.abs(paid));
          if (direction === "+") expect(after![step]).toBeGreaterThanOrEqual(paid - slack);
          if (direction === "-") expect(after![step]).toBeLessThanOrEqual(paid + slack);
          if (direction === "0") expect(after![step]).toBe(paid);
          expect(paid).toBeGreaterThanOrEqual(facts.paid[0]!.once.lo);
          expect(paid).toBeLessThanOrEqual(facts.paid[0]!.once.hi);
        }
        const sum = before!.reduce((total, paid) => total + paid, 0);
        expect(sum).toBeGreaterThanOrEqual(facts.paid[0]!.episode.lo - 1e-9);
        expect(sum).toBeLessThanOrEqual(facts.paid[0]!.episode.hi + 1e-9);
      },
    ),
    { numRuns: 300 },
  );
});
