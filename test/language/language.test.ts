// The language as the suites beside this file describe it: what is reported, and what scenarios pay.
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { lineStarts, positionAt } from "../../grammar/positions.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";
import { readSuite } from "./suite.ts";

const folder = new URL("./", import.meta.url);
const suites = readdirSync(folder).filter((file) => file.endsWith(".md"));

describe.each(suites)("%s", (suite) => {
  for (const one of readSuite(new URL(suite, folder))) {
    it(one.name, () => {
      const compilation = compile(one.text);
      const starts = lineStarts(one.text);
      const asserted = one.diagnostics.map(({ line, severity, code }) => `${line + 1}: ${severity} ${code}`).sort();
      const found = compilation.diagnostics
        .filter(
          (diagnostic) => diagnostic.severity !== "hint" || one.diagnostics.some((wanted) => wanted.code === diagnostic.code),
        )
        .map((diagnostic) => ({ line: positionAt(starts, diagnostic.start).line, diagnostic }));
      expect(
        found.map(({ line, diagnostic }) => `${line + 1}: ${diagnostic.severity} ${diagnostic.code}`).sort(),
        describeAll(found),
      ).toEqual(asserted);
      for (const wanted of one.diagnostics) {
        const messages = found
          .filter(({ line, diagnostic }) => line === wanted.line && diagnostic.code === wanted.code)
          .map(({ diagnostic }) => diagnostic.message);
        expect(
          messages.some((message) => message.includes(wanted.text)),
          `${wanted.text} in ${messages.join(" | ")}`,
        ).toBe(true);
      }
      for (const { scenario, value } of one.pays) expect(paidBy(compilation, scenario)).toBeCloseTo(value, 9);
    });
  }
});

function paidBy(compilation: ReturnType<typeof compile>, name: string): number {
  for (const program of compilation.programs) {
    const scenario = program.scenarios.find((candidate) => candidate.name === name);
    if (scenario !== undefined) return evaluate(program, [scenarioEpisode(program, scenario)])[0]!.unshaped ?? Number.NaN;
  }
  throw new Error(`no program has a scenario ${name}`);
}

function describeAll(found: { line: number; diagnostic: { message: string } }[]): string {
  return found.map(({ line, diagnostic }) => `line ${line + 1}: ${diagnostic.message}`).join("\n");
}
