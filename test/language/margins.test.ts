// The sign of a margin agrees with the truth of its formula, and windows cost one pass however wide they are.
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { alwaysWithin, eventuallyWithin, untilWithin } from "../../runtime/temporal.ts";
import { runJavaScript, runTypeScript } from "../emit/run-module.ts";

const predicate = fc.constantFrom(
  ..."x < 3|x >= y|y > 1|x != 2|x == 2|x in 1..4|1 < x <= y|not x < 2|b|rising(b)|if b then x < 2 else y < 1".split("|"),
  ..."all(v < [1, 3])|any(v > 1)|prev(x) < x|not (b or x > 4)|all(d < 2 for d in v)|ema(x, 2) < y|held(b, 2)".split("|"),
);
const window = fc.constantFrom("", ", within: 0..2", ", within: 1..3", ", within: 2..2", ", within: 0..0.3 [s]");

const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    predicate,
    fc.tuple(tie("formula"), window).map(([part, within]) => `always(${part}${within})`),
    fc.tuple(tie("formula"), window).map(([part, within]) => `eventually(${part}${within})`),
    fc.tuple(tie("formula"), tie("formula"), window).map(([a, b, within]) => `until(${a}, ${b}${within})`),
    fc.tuple(tie("formula"), tie("formula")).map(([a, b]) => `((${a}) and (${b}))`),
    fc.tuple(tie("formula"), tie("formula")).map(([a, b]) => `((${a}) or not (${b}))`),
  ),
}));

const record = fc.record({
  x: fc.integer({ min: 0, max: 5 }),
  y: fc.integer({ min: -2, max: 4 }),
  b: fc.boolean(),
  v: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
});
const episode = fc.array(record, { minLength: 1, maxLength: 7 });

/** The formula asked on the first step, and its margins; a raw one that may be missing has a default. */
function compiled(text: string, otherwise = "") {
  const asked = `eventually(${text}, within: 0..0)`;
  const { programs, diagnostics } = compile(`reward R {
  dt 0.1 [s]
  horizon 10 steps
  signal x : 0..5
  signal y : -2..4
  signal b : bool
  signal v : vector(2) in 0..4
  goal holds  = ${asked}
  goal margin = robustness(${asked})
  goal raw    = robustness(${asked}, raw: true)${otherwise}
  objective paid = 1
}`);
  if (otherwise === "" && diagnostics.some(({ code }) => code === "T020")) return compiled(text, " ?? 0");
  return { program: programs[0], errors: diagnostics.filter(({ severity }) => severity === "error") };
}

it("is positive only where the formula holds, negative only where it does not, in every target", () => {
  let decided = 0;
  fc.assert(
    fc.property(formula, fc.array(episode, { minLength: 3, maxLength: 3 }), (text, episodes) => {
      const { program, errors } = compiled(text);
      expect(errors.map(({ message }) => message)).toEqual([]);
      const script = runJavaScript(printJavaScript(program!));
      for (const steps of episodes) {
        const [result] = evaluate(program!, [{ id: "", steps }]);
        const goals = result!.goal as { holds: boolean | null; margin: number | null; raw: number | null };
        expect(script.score({ id: "", steps }).goal).toStrictEqual(goals);
        expect(goals.holds).not.toBeNull();
        for (const margin of [goals.margin, goals.raw]) {
          if (margin === 0) continue;
          decided++;
          expect(Math.sign(margin!), `${text} on ${JSON.stringify(steps)}`).toBe(goals.holds ? 1 : -1);
        }
        const range = program!.nodes[program!.goals[1]!.node]!.range;
        expect(goals.margin! >= (range?.[0] ?? -Infinity) && goals.margin! <= (range?.[1] ?? Infinity)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
  expect(decided).toBeGreaterThan(100);
});

it("means the same in TypeScript", () => {
  const text = "always(not (x < 3) or until(y > 1, b and eventually(x in 1..4, within: 1..3), within: 0..0.5 [s]))";
  const { program } = compiled(text);
  const module = runTypeScript(printTypeScript(program!));
  fc.assert(
    fc.property(episode, (steps) => {
      expect(module.score({ id: "", steps }).goal).toStrictEqual(evaluate(program!, [{ id: "", steps }])[0]!.goal);
    }),
    { numRuns: 100 },
  );
});

it("takes one pass over 100,000 steps, whatever the width of the window", () => {
  const n = 100_000;
  const values = Float64Array.from({ length: n }, (_, t) => Math.sin(t * t));
  const started = performance.now();
  for (const width of [10, 1000, 50_000, Number.POSITIVE_INFINITY]) {
    alwaysWithin(values, 3, width, [-1, 1]);
    eventuallyWithin(values, 3, width, [-1, 1]);
    untilWithin(values, values.toReversed(), 3, width, [-1, 1]);
  }
  expect(performance.now() - started).toBeLessThan(1500);
});

it("looks at a window through all its steps", () => {
  const values = Float64Array.from([3, 1, 2, 5, 4]);
  const plain = (from: number, to: number, of: (...numbers: number[]) => number, nothing: number) =>
    Array.from(values, (_, t) => {
      const inside = [...values].filter((_, k) => k >= t + from && k <= t + to);
      return inside.length === 0 ? nothing : of(...inside);
    });
  for (const [from, to] of [
    [0, 0],
    [0, 1],
    [1, 2],
    [2, 2],
    [0, 9],
    [4, 6],
    [7, 8],
  ] as const) {
    expect([...alwaysWithin(values, from, to, [-9, 9])]).toEqual(plain(from, to, Math.min, 9));
    expect([...eventuallyWithin(values, from, to, [-9, 9])]).toEqual(plain(from, to, Math.max, -9));
  }
});
