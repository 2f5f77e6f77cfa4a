// Every ```reward fence in the documentation is a spec without errors whose expectations pass.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../analysis/check.ts";
import { compile } from "../../compiler/compilation.ts";
import type { Host } from "../../compiler/files/host.ts";
import { runExpectations } from "../../runtime/expectations.ts";
import { readSuite } from "./suite.ts";

const root = new URL("../../", import.meta.url);
const pages = [
  "README.md",
  ...readdirSync(new URL("docs/", root))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const specs = readdirSync(new URL("examples/", root), { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".reward"),
);

function verify(text: string, host?: Host) {
  const compilation = compile(text, host);
  const serious = check(compilation).filter((diagnostic) => diagnostic.severity === "error");
  expect(serious.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`)).toEqual([]);
  for (const program of compilation.programs) {
    for (const result of runExpectations(program)) expect(`${result.status} ${result.message}`).toMatch(/^passed/);
  }
}

describe.each(pages)("%s", (page) => {
  for (const one of readSuite(new URL(page, root))) it(one.name, () => verify(one.text, one.host));
  it("is there", () => expect(readFileSync(new URL(page, root), "utf8").length).toBeGreaterThan(0));
});

/** Its warnings are what it shows. */
const warned = new Set(["boat-race/boat-race.reward"]);

describe("examples", () => {
  const read = (path: string) => readFileSync(new URL(`examples/${path}`, root), "utf8");
  it.each(specs.filter((spec) => !warned.has(spec)))("%s has no warning and no claim that is open", (spec) => {
    const found = check(compile(read(spec), { path: spec, read }));
    expect(found.filter(({ severity }) => severity !== "hint").map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
  it.each(specs)("%s", (spec) => verify(read(spec), { path: spec, read }));
});
