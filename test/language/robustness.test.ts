// Any text has a sound compilation: specs cut off anywhere, and specs with random changes.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printPython } from "../../compiler/emit/python.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";
import { expectSound } from "./invariants.ts";
import { mutants } from "./mutate.ts";
import { readSuite } from "./suite.ts";

const root = new URL("../../", import.meta.url);
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".reward"))
    .map((file) => `${folder}${file}`);
const files = [...filesIn("examples/"), ...filesIn("test/parity/specs/")];
const read = (file: string) => readFileSync(new URL(file, root), "utf8");

describe("every beginning of a file", () => {
  it.each(files.map((file, index) => [file, index] as const))("%s", (file, index) => {
    const text = read(file);
    const whole = expectSound(text);
    // Another seventh of the places in each file; their number is what takes time.
    for (let end = index % 7; end < text.length; end += 7) {
      const { model } = expectSound(text.slice(0, end));
      const definitions = model.rewards.flatMap((reward) => reward.definitions);
      const kept = new Set(definitions.map(({ name, kind }) => `${kind} ${name}`));
      const finished = whole.model.rewards
        .flatMap((reward) => reward.definitions)
        .filter(({ declaration }) => declaration.end < end);
      for (const { name, kind } of finished) expect(kept, `cut at ${end}`).toContain(`${kind} ${name}`);
    }
  });
});

describe("random changes", () => {
  const folder = new URL("./", import.meta.url);
  const suites = readdirSync(folder).filter((file) => file.endsWith(".md"));
  const specs = [...files.map(read), ...suites.flatMap((suite) => readSuite(new URL(suite, folder)).map((one) => one.text))];

  it("leave something that can be reported, evaluated and printed", () => {
    fc.assert(
      fc.property(mutants(specs), (text) => {
        for (const program of expectSound(text).programs) {
          for (const scenario of program.scenarios.filter(({ segments }) => segments.every(({ steps }) => steps < 200))) {
            evaluate(program, [scenarioEpisode(program, scenario)]);
          }
          printTypeScript(program);
          printPython(program);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 1500) },
    );
  });
});
