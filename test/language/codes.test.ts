// One code, one rule: a code that stands for two things could be neither allowed nor looked up.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** `complain(…, "N001", "unknown-name", …)`, `{ code: "N001", rule: "unknown-name" }`, and tables `N001: "unknown-name"`. */
const PAIRS = [
  /"([A-Z]\d{3})",\s*"([a-z][a-z0-9-]+)"/g,
  /code:\s*"([A-Z]\d{3})",\s*rule:\s*"([a-z][a-z0-9-]+)"/g,
  /\b([A-Z]\d{3}):\s*"([a-z][a-z0-9-]+)"/g,
];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes(".generated."))
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

it("gives every code to one rule", () => {
  const rules = new Map<string, Set<string>>();
  for (const text of ["compiler", "analysis", "grammar"].flatMap(sources))
    for (const pair of PAIRS)
      for (const [, code, rule] of text.matchAll(pair)) rules.set(code!, (rules.get(code!) ?? new Set()).add(rule!));
  expect(rules.size).toBeGreaterThan(150);
  expect([...rules].filter(([, names]) => names.size > 1).map(([code, names]) => `${code}: ${[...names].join(", ")}`)).toEqual(
    [],
  );
});
