// Real rewards written as specs pay what the original code paid, case by case, in the evaluator and in the emitted JavaScript.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import type { Episode, Row } from "../../runtime/trajectory.ts";
import { runJavaScript } from "../emit/run-module.ts";

interface Cases {
  scope: "step" | "completion" | "episode";
  /** One case is the samples of one prompt, with a number each. */
  group?: boolean;
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
    for (const [index, one] of recorded.cases.entries()) {
      const episodes = episodesOf(one.inputs, String(index), recorded.group === true);
      const expected = [one.expected].flat();
      const paid = run(episodes, expected.length);
      for (const [at, value] of expected.entries()) {
        const allowed = recorded.tolerance.abs + recorded.tolerance.rel * Math.abs(value);
        expect(Math.abs(paid[at]! - value), `case ${index}, ${at}: ${paid[at]} for ${value}`).toBeLessThanOrEqual(allowed);
      }
    }
  });

  it("pays the same in the emitted JavaScript, to the bit", () => {
    const module = runJavaScript(printJavaScript(program!));
    for (const [index, one] of recorded.cases.entries()) {
      const episodes = episodesOf(one.inputs, String(index), recorded.group === true);
      const results = module.scoreGroup ? module.scoreGroup(episodes) : episodes.map((episode) => module.score(episode));
      expect(results, `case ${index}`).toEqual(evaluate(program!, episodes));
    }
  });

  function run(episodes: Episode[], wanted: number): number[] {
    const results = evaluate(program!, episodes);
    expect(results.flatMap(({ invalid }) => invalid)).toEqual([]);
    const paid =
      recorded.scope === "episode" ? results.map((result) => result.return!) : results.flatMap(({ rewards }) => rewards);
    expect(paid).toHaveLength(wanted);
    return paid;
  }
});

function episodesOf(inputs: Row | Row[], id: string, isGroup: boolean): Episode[] {
  if (!Array.isArray(inputs)) return [{ id, steps: [inputs] }];
  return isGroup ? inputs.map((row) => ({ id, group: id, steps: [row] })) : [{ id, steps: inputs }];
}
