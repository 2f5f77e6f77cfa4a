// Every ```reward fence in the documentation is a spec without errors whose expectations pass.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../analysis/check.ts";
import { compile } from "../../compiler/compilation.ts";
import type { Host } from "../../compiler/files/host.ts";
import { runExpectations } from "../../runtime/expectations.ts";
import { readSuite } from "./suite.ts";

const root = new URL("../../", import.meta.url);
const pages = [
  "README.md",
  ...readdirSync(new URL("docs/", root), { recursive: true, encoding: "utf8" })
    // The fences of the rules show what is wrong, too; they are run with the patterns.
    .filter((file) => file.endsWith(".md") && !/^rules\b/.test(file))
    .map((file) => `docs/${file.replaceAll("\\", "/")}`),
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

const proseOf = (text: string) => text.replace(/```[\s\S]*?```/g, "");

/** What a link may point at in a page: its headings as GitHub names them, and its anchors. */
function targetsOf(text: string): Set<string> {
  const prose = proseOf(text);
  const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
  return new Set([...headings, ...[...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id!)]);
}

it("links lead to pages and headings that are there", () => {
  for (const page of pages) {
    const text = readFileSync(new URL(page, root), "utf8");
    for (const [, to = "", at] of proseOf(text).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
      const target = new URL(to === "" ? page.split("/").at(-1)! : to, new URL(page, root));
      expect(existsSync(target), `${page}: ${to}`).toBe(true);
      if (at !== undefined) expect(targetsOf(readFileSync(target, "utf8")), `${page}: ${to}#${at}`).toContain(at);
    }
  }
});

/** Its warnings are what it shows. */
const warned = new Set(["boat-race/boat-race.reward"]);

describe("examples", () => {
  const read = (path: string) => readFileSync(new URL(`examples/${path}`, root), "utf8");
  it.each(specs)("%s", (spec) => verify(read(spec), { path: spec, read }));

  it.each(specs.filter((spec) => !warned.has(spec)))("%s has no warning and no claim that is open", (spec) => {
    const found = check(compile(read(spec), { path: spec, read }));
    expect(found.filter(({ severity }) => severity !== "hint").map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
