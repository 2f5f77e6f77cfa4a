// What is printed for five small rewards, word for word. The text has to pass `tsc --strict`, run in a plain Node, and pay what
// was worked out by hand. The programs are kept as data beside their specs, so that only the printer is under test;
// TELOS_UPDATE=1 compiles the specs anew and writes the baselines.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import type { Program } from "../../runtime/program.ts";
import type { EpisodeResult } from "../../runtime/trajectory.ts";

const specs = join(import.meta.dirname, "specs");
const baselines = join(import.meta.dirname, "../baselines/emit");
const names = readdirSync(specs).flatMap((file) => (file.endsWith(".reward") ? [file.slice(0, -".reward".length)] : []));

function programOf(name: string): Program {
  const file = join(specs, `${name}.json`);
  if (process.env.TELOS_UPDATE) {
    const compilation = compile(readFileSync(join(specs, `${name}.reward`), "utf8"));
    expect(compilation.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    // One node a line, for the sake of diffs.
    writeFileSync(file, `${JSON.stringify(compilation.programs[0]).replace(/\{"op":/g, "\n$&")}\n`);
  }
  return JSON.parse(readFileSync(file, "utf8")) as Program;
}

const javascript = (name: string): string => readFileSync(join(baselines, `${name}.js`), "utf8");

it.each(names)("%s is printed as agreed", (name) => {
  const program = programOf(name);
  for (const [ending, text] of [
    ["ts", printTypeScript(program)],
    ["js", printJavaScript(program)],
  ]) {
    const file = join(baselines, `${name}.${ending}`);
    if (process.env.TELOS_UPDATE) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, "utf8"));
    expect(text).not.toMatch(/^\s*import\b/m);
  }
});

function problems(ending: "ts" | "js", options: ts.CompilerOptions): string[] {
  const files = names.map((name) => join(baselines, `${name}.${ending}`));
  const program = ts.createProgram(files, {
    ...options,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    lib: ["lib.es2022.d.ts"],
    skipLibCheck: true,
    noEmit: true,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const where = file && start !== undefined ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ` : "";
    return where + ts.flattenDiagnosticMessageText(messageText, "\n");
  });
}

it("TypeScript passes tsc --strict", () => {
  expect(problems("ts", { strict: true })).toEqual([]);
});

it("JavaScript tells its types well enough for checkJs", () => {
  expect(problems("js", { strict: false, allowJs: true, checkJs: true })).toEqual([]);
});

/** Runs the printed module in a Node of its own. */
function scoreInNode(name: string, episode: object, options: object = {}): EpisodeResult {
  const call = `\nconsole.log(JSON.stringify(score(${JSON.stringify(episode)}, ${JSON.stringify(options)})));`;
  const output = execFileSync(process.execPath, ["--input-type=module"], {
    input: javascript(name) + call,
    encoding: "utf8",
    stdio: "pipe",
  });
  return JSON.parse(output) as EpisodeResult;
}

it("a one-shot reward takes a flat record or an episode", () => {
  const flat = scoreInNode("hello", { id: "q1", correct: true, tokens: 2548 });
  expect(flat).toMatchObject({ id: "q1", return: 0.9, terms: { right: [1], long: [-0.1] }, invalid: [] });
  expect(scoreInNode("hello", { id: "q1", steps: [{}], end: { correct: true, tokens: 2548 } })).toEqual(flat);
});

it("options replace parameters and weights", () => {
  const record = { completion: "\\boxed{42}", tokens: 2048, correct: 1, rm: 1, rm_ref: [1, 1, 1, 1] };
  const plain = scoreInNode("maths", record);
  // 1 + 0.5 · σ(0) − 0.2 · (2048 − 1024) / (8192 − 1024)
  expect(plain.return).toBeCloseTo(1 + 0.25 - (0.2 * 1024) / 7168, 12);
  const options = { params: { free: 2048 }, weights: { quality: 0 } };
  expect(scoreInNode("maths", record, options)).toMatchObject({ return: 1, terms: { quality: [0], verbose: [0] }, goal: true });
});

it("a violated constraint caps the episode", () => {
  const record = { completion: "\\boxed{41} or \\boxed{42}", tokens: 0, correct: true, rm: 5, rm_ref: [0, 0, 0, 0] };
  const result = scoreInNode("maths", record);
  expect(result).toMatchObject({
    return: -1,
    rewards: [-1],
    goal: false,
    violations: [{ require: "one_answer", step: null, cap: -1 }],
  });
});

it("a missing value fails closed, or throws where asked to", () => {
  const result = scoreInNode("hello", { correct: true });
  expect(result.return).toBe(0.8);
  expect(result.invalid.map(({ signal, reason }) => [signal, reason])).toContainEqual(["tokens", "is missing"]);
  expect(() => scoreInNode("hello", { correct: true }, { onInvalid: "throw" })).toThrow(/tokens is missing/);
});

it("tracks, outcomes, total and shaping work step by step", () => {
  const at = (x: number, more: object = {}) => ({
    position: [x, 0],
    velocity: [0, 0],
    legs: [false, false],
    crashed: false,
    engine: "off",
    ...more,
  });
  const down = { legs: [true, true] };
  const result = scoreInNode("lander", { start: at(1), steps: [at(0.5, { engine: "main", fuel: 0.5 }), at(0, down)] });
  expect(result.terms).toMatchObject({ touchdown: [0, 100], contact: [0, 20], burn: [-0.3, 0] });
  // Φ is −1, −0.5, then 0 because the episode is over.
  expect(result.terms.near[0]).toBeCloseTo(0.99 * -0.5 + 1, 12);
  expect(result.terms.near[1]).toBeCloseTo(0.5, 12);
  expect(result.rewards[1]).toBeCloseTo(100 + 0.5, 12);
  expect(result.goal).toEqual({ landed: true, saved: 1 });
  expect(scoreInNode("lander", { steps: [at(0, { crashed: true })] }).unshaped).toBe(-100);
});

it("only what a reward uses is printed", () => {
  const text = readFileSync(join(baselines, "hello.ts"), "utf8");
  for (const name of ["addShaping", "settleEpisode", "settleSteps", "settleOutcome", "readVector", "readText", "for (let t"]) {
    expect(text).not.toContain(name);
  }
  const own = text.slice(0, text.indexOf("// What follows is the same"));
  expect(own.split("\n").length).toBeLessThan(80);
});
