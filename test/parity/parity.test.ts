// Real rewards written as specs pay what the original code paid, case by case, in the evaluator and in the emitted JavaScript.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import type { Episode, Row } from "../../runtime/trajectory.ts";

interface Cases {
  scope: "step" | "completion";
  tolerance: { abs: number; rel: number };
  cases: { inputs: Row | Row[]; expected: number | number[] }[];
}

const folder = new URL("./", import.meta.url);
const names = readdirSync(new URL("cases/", folder)).map((file) => file.replace(/\.json$/, ""));

describe.each(names)("%s", (name) => {
  const recorded = JSON.parse(readFileSync(new URL(`cases/${name}.json`, folder), "utf8")) as Cases;
  const text = readFileSync(new URL(`specs/${name}.reward`, folder), "utf8");
  const compilation = compile(text);
  const program = compilation.programs[0];

  it("has no error", () => {
    expect(compilation.diagnostics.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
  });

  it(`pays the ${recorded.cases.length} recorded numbers`, () => {
    const episodes = recorded.cases.map((one, index) => episodeOf(one.inputs, String(index)));
    const results = evaluate(program!, episodes);
    expect(results).toHaveLength(recorded.cases.length);
    for (const [index, one] of recorded.cases.entries()) {
      const result = results[index]!;
      expect(result.invalid, `case ${index}`).toEqual([]);
      const expected = [one.expected].flat();
      expect(result.rewards).toHaveLength(expected.length);
      for (const [step, value] of expected.entries()) {
        const allowed = recorded.tolerance.abs + recorded.tolerance.rel * Math.abs(value);
        expect(
          Math.abs(result.rewards[step]! - value),
          `case ${index} step ${step}: ${result.rewards[step]} for ${value}`,
        ).toBeLessThanOrEqual(allowed);
      }
    }
  });
});

function episodeOf(inputs: Row | Row[], id: string): Episode {
  return Array.isArray(inputs) ? { id, steps: inputs } : { id, steps: [inputs] };
}
