// What every stage makes of every example, kept beside this file to be reviewed: tokens, tree, types, program, diagnostics and
// the part of the generated TypeScript that is the reward's own. TELOS_UPDATE=1 writes them anew and removes what is left over.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Compilation, compile } from "../../compiler/compilation.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import { printDiagnostics } from "./print-diagnostics.ts";
import { printPrograms } from "./print-program.ts";
import { printTokens } from "./print-tokens.ts";
import { printTree } from "./print-tree.ts";
import { printTypes } from "./print-types.ts";

const examples = join(import.meta.dirname, "../../examples");
const baselines = import.meta.dirname;
const update = Boolean(process.env.TELOS_UPDATE);

const filesIn = (folder: string, end: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(end))
    .sort();
const specs = filesIn(examples, ".reward");
const read = (path: string) => {
  const file = join(examples, path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};

const stages: Readonly<Record<string, (compilation: Compilation) => string>> = {
  "tokens.txt": ({ text }) => printTokens(text),
  "ast.txt": ({ file, text }) => printTree(file, text),
  "types.txt": ({ model }) => printTypes(model),
  "program.json": ({ programs }) => printPrograms(programs),
  "diagnostics.txt": printDiagnostics,
  "typescript.ts": ({ programs }) => programs.map((program) => ownPart(printTypeScript(program))).join("\n"),
};

/** Without what is the same in every compiled reward; that is pinned where the printer is tested. */
function ownPart(text: string): string {
  const end = text.indexOf("// What follows is the same");
  expect(end).toBeGreaterThan(0);
  return text.slice(0, end);
}

const nameOf = (spec: string) => spec.slice(0, -".reward".length);

describe.each(specs)("%s", (spec) => {
  const compilation = compile(read(spec)!, { path: spec, read });
  it.each(Object.keys(stages))("%s", (stage) => {
    const file = join(baselines, nameOf(spec), stage);
    const text = stages[stage]!(compilation);
    if (update) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file) ? readFileSync(file, "utf8") : "no baseline: run with TELOS_UPDATE=1").toBe(text);
  });
});

it("no baseline is left of an example that is gone", () => {
  const kept = new Set(specs.flatMap((spec) => Object.keys(stages).map((stage) => `${nameOf(spec)}/${stage}`)));
  const left = filesIn(baselines, "").filter((file) => /\/[^/]*\.(txt|json|ts)$/.test(file) && !kept.has(file));
  if (update) for (const file of left) rmSync(join(baselines, file));
  else expect(left).toEqual([]);
});
