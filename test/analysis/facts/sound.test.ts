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
  ),
})).value;
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
      formula,
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
