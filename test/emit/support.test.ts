// The embedded source text is that of the functions the evaluator calls, in TypeScript and, without types, in JavaScript.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { expect, it } from "vitest";
import { operatorFunctions, support } from "../../compiler/emit/support.generated.ts";
import { javaScriptOf, supportTexts } from "../../compiler/emit/support.ts";
import { operators } from "../../runtime/operators/index.ts";
import { generateSupport } from "../../scripts/generate-support.mts";

const root = join(import.meta.dirname, "../..");

it("is what the sources say now", () => {
  const written = readFileSync(join(root, "compiler/emit/support.generated.ts"), "utf8");
  expect(generateSupport(root) === written, "run `npm run generate`").toBe(true);
});

it("has a function for every operator that does not print itself", () => {
  for (const { name, evaluate, reduce, print, rewritten } of operators) {
    if (rewritten) continue;
    const functions = operatorFunctions[name] ?? {};
    if (evaluate && !print) expect(support, name).toHaveProperty([functions.evaluate ?? ""]);
    if (reduce) expect(support, name).toHaveProperty([functions.reduce ?? ""]);
  }
});

it("loses its types and nothing else on the way to JavaScript", () => {
  for (const [name, entry] of Object.entries(support)) {
    if (entry.kind === "type") continue;
    const plain = (text: string, loader: "ts" | "js") => transformSync(text, { loader, target: "es2022" }).code;
    expect(plain(javaScriptOf(entry), "js"), name).toBe(plain(entry.ts, "ts"));
  }
});

it("brings along what a function uses, and no more", () => {
  const texts = supportTexts(["par"], false).join("\n");
  expect(texts).toMatch(/function par\(/);
  expect(texts).toMatch(/function sigmoid\(/);
  expect(texts.match(/^function /gm)).toHaveLength(2);
});
