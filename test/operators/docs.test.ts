// The pages in docs/operators are what the records say, and their links lead somewhere.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { operators } from "../../runtime/operators/index.ts";
import { operatorPages, stalePages } from "../../scripts/generate-operator-docs.mts";

it("are up to date (npm run generate)", () => {
  expect(stalePages()).toEqual([]);
});

it("show every operator once, and link to it", () => {
  const pages = operatorPages();
  for (const { name, category } of operators) {
    expect(pages.get(`${category}.md`)!.split(`<a id="${name}"></a>`), name).toHaveLength(2);
    expect(pages.get("README.md")).toContain(`(${category}.md#${name})`);
  }
});

it("describe the pattern language beside them", () => {
  const text = readFileSync(new URL("../../docs/operators/patterns.md", import.meta.url), "utf8");
  expect(text).toContain("29 characters");
});
