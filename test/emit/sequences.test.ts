// Sequences and limits in generated code: the same values as the evaluator gives, and what a trainer needs to know of a limit.
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import type { Episode } from "../../runtime/trajectory.ts";
import { runJavaScript, runTypeScript } from "./run-module.ts";

const { programs, diagnostics } = compile(`reward R {
  horizon 40 steps
  dt 0.5 [s]
  signal a : bool
  signal b : bool
  signal hit : bool
  sequence order = a then b within 2 [s] then a for 1 [s] avoiding hit
  sequence plain = b then a for 3 steps within 5 steps then b
  objective steps = delta(order.progress)
  objective done weight 5 once = plain.done
  penalty failed_order = order.failed
  probe stage = plain.stage
  limit hits  = mean(any(hit) over steps) over episodes <= 0.1
  limit worth = min(return) over episodes >= 0
}`);

/** A small generator of its own, so that the episodes are the same on every run. */
function episodes(): Episode[] {
  let seed = 7;
  const chance = (percent: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648 < percent / 100;
  };
  return Array.from({ length: 60 }, (_, id) => ({
    id: String(id),
    steps: Array.from({ length: 1 + (id % 20) }, () => ({ a: chance(60), b: chance(50), hit: chance(4) })),
  }));
}

it("sequences pay the same in generated code, and every outcome occurs", () => {
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [program] = programs;
  const modules = [runJavaScript(printJavaScript(program!)), runTypeScript(printTypeScript(program!))];
  const given = episodes();
  const results = evaluate(program!, given);
  for (const module of modules) expect(given.map((episode) => module.score(episode))).toEqual(results);
  const sums = (name: string) => results.map(({ terms }) => terms[name]!.reduce((sum, value) => sum + value, 0));
  expect(Math.max(...sums("done"))).toBe(5);
  expect(Math.min(...sums("failed_order"))).toBeLessThan(0);
  expect(Math.max(...sums("steps"))).toBeGreaterThan(0.6);
});

it("limits are described, and every episode says what it adds", () => {
  const text = printTypeScript(programs[0]!);
  expect(text).toContain('{ name: "hits", fold: "mean", comparison: "<=", bound: 0.1 },');
  const [first] = evaluate(programs[0]!, [{ id: "x", steps: [{ a: false, b: false, hit: true }] }]);
  expect(first!.limits).toEqual({ hits: 1, worth: -1 });
});
