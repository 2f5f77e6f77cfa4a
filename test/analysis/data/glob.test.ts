// Paths of data blocks: *, ** and ?, and nothing outside the workspace.
import { describe, expect, it } from "vitest";
import { globProblem, matchGlob } from "../../../analysis/data/glob.ts";

describe("matchGlob", () => {
  it.each([
    ["logs/run.jsonl", "logs/run.jsonl", true],
    ["./logs/run.jsonl", "logs/run.jsonl", true],
    ["logs/*.jsonl", "logs/run.jsonl", true],
    ["logs/*.jsonl", "logs/deep/run.jsonl", false],
    ["logs/**/*.jsonl", "logs/run.jsonl", true],
    ["logs/**/*.jsonl", "logs/a/b/run.jsonl", true],
    ["**", "a/b/c", true],
    ["**/run?.csv", "a/run1.csv", true],
    ["**/run?.csv", "a/run12.csv", false],
    ["*", ".env", false],
    [".env", ".env", true],
    ["*.csv", "a.csv.bak", false],
    ["a[1].csv", "a[1].csv", true],
    ["../secrets/*", "../secrets/a", false],
    ["**", "../secrets", false],
  ])("%s against %s is %s", (pattern, path, expected) => {
    expect(matchGlob(pattern, path)).toBe(expected);
  });

  it("takes no long time over many stars", () => {
    const start = performance.now();
    expect(matchGlob(`${"**/".repeat(30)}x`, `${"a/".repeat(60)}y`)).toBe(false);
    expect(matchGlob("*a".repeat(30), "a".repeat(2000))).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("globProblem", () => {
  it.each(["", "/etc/passwd", "C:/logs/a.csv", "file:///a.csv", "../a.csv", "a/../../b.csv", "logs\\a.csv"])(
    "refuses %s",
    (pattern) => {
      expect(globProblem(pattern)).toMatch(/\.$/);
    },
  );

  it("accepts relative paths", () => {
    expect(globProblem("logs/**/*.csv")).toBeUndefined();
  });
});
