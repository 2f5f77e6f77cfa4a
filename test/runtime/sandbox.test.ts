// The evaluator runs where nothing but the language is there: no Node, no browser, and code from texts is forbidden.
import { resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";
import type { EpisodeResult } from "../../runtime/trajectory.ts";
import { buildProgram, TEXT } from "./build-program.ts";

test("needs no surroundings and makes no code", () => {
  const bundle = buildSync({
    entryPoints: [resolve(import.meta.dirname, "../../runtime/evaluate.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "telos",
    logLevel: "silent",
  });
  const b = buildProgram();
  const pattern = b.node({ op: "pattern", pattern: "a+", flags: "i", literal: false, type: TEXT, timing: "constant" });
  b.objective("said", b.apply("matches", b.signal("say", { type: TEXT }), pattern));
  b.objective(
    "sum",
    b.track("sum", b.constant(0), (before) => b.apply("add", before, b.apply("exp", b.signal("x")))),
  );
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  runInContext(bundle.outputFiles[0].text, context);
  expect(() => runInContext("new Function('return 1')", context)).toThrow();
  const episodes = [
    {
      id: "e",
      steps: [
        { say: "AH", x: 0 },
        { say: "oh", x: 0 },
      ],
    },
  ];
  const call = `JSON.stringify(telos.evaluate(${JSON.stringify(b.program)}, ${JSON.stringify(episodes)}))`;
  const [result] = JSON.parse(runInContext(call, context)) as EpisodeResult[];
  expect(result.terms).toEqual({ said: [1, 0], sum: [1, 2] });
});
