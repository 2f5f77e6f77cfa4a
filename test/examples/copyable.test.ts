// What people copy has to be in order: nothing above a hint is reported, every claim is proved, the formatter has nothing to do,
// every log is read without a problem, and the index names every spec.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../analysis/check.ts";
import { judgeClaims } from "../../analysis/claims/judge.ts";
import { readEpisodes } from "../../analysis/data/read.ts";
import { compile } from "../../compiler/compilation.ts";
import { format } from "../../grammar/print.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { runExpectations } from "../../runtime/expectations.ts";

const folder = join(import.meta.dirname, "../../examples");
const specs = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".reward"))
  .sort();
const read = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : undefined);

/** They show what is reported. */
const meantToBeReported = new Map([["boat-race/boat-race.reward", ["RH303"]]]);

describe.each(specs)("%s", (spec) => {
  const text = read(spec)!;
  const compilation = compile(text, { path: spec, read });
  const { programs } = compilation;

  it("reports only what it means to show", () => {
    const found = check(compilation).filter(({ severity }) => severity !== "hint");
    expect(found.map(({ code }) => code)).toEqual(meantToBeReported.get(spec) ?? []);
  });

  it("keeps what it promises", () => {
    const claims = programs.flatMap((program) => judgeClaims(program, programs)).map(({ name, status }) => `${status}: ${name}`);
    expect(claims.filter((claim) => !claim.startsWith("proved"))).toEqual([]);
    const results = programs.flatMap((program) => runExpectations(program)).map(({ name, status }) => `${status}: ${name}`);
    expect(results.filter((result) => !result.startsWith("passed"))).toEqual([]);
  });

  it("is formatted", () => expect(format(text)).toBe(text));

  it("reads its logs", () => {
    for (const program of programs) {
      for (const data of program.data) {
        const bytes = readFileSync(join(folder, dirname(spec), data.glob));
        const { episodes, problems } = readEpisodes([{ name: data.glob, bytes }], program, data);
        expect(problems).toEqual([]);
        expect(episodes.length).toBeGreaterThan(2);
        for (const result of evaluate(program, episodes)) expect(result.invalid, result.id).toEqual([]);
      }
    }
  });
});

describe("the index", () => {
  const index = read("README.md")!;
  const linked = [...index.matchAll(/\]\(([^)]+\.reward)\)/g)].map(([, path]) => path!);

  it("names every spec, and no other", () => expect([...linked].sort()).toEqual(specs));

  it("says of each what to look at", () => {
    const rows = index.split("\n").filter((line) => /^\|.*\.reward\)/.test(line));
    for (const row of rows)
      expect(
        row
          .split("|")
          .map((cell) => cell.trim())
          .filter(Boolean),
        row,
      ).toHaveLength(3);
    expect(rows.length).toBeGreaterThan(30);
  });
});

describe("logs made by hand", () => {
  const logs = readdirSync(join(folder, "language-models")).filter((file) => file.endsWith(".jsonl"));
  it.each(logs)("%s says so on every line", (log) => {
    const records = read(`language-models/${log}`)!
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { made_by?: string });
    expect(records.length).toBeGreaterThanOrEqual(5);
    expect(records.length).toBeLessThanOrEqual(20);
    expect(records.every(({ made_by }) => made_by === "hand")).toBe(true);
  });
});
