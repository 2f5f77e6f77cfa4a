// A run in the extension host counts as passed only when every witness agrees.
import { expect, test } from "vitest";
import { judge } from "../../scripts/vscode/verdict.mjs";
import type { HostTest } from "../host/run-mocha.ts";

const passed: HostTest = { title: "a", state: "passed", ms: 1 };
const failed: HostTest = { title: "b", state: "failed", ms: 1, error: "no" };
const skipped: HostTest = { title: "c", state: "skipped", ms: 0 };

test.each([
  ["all passed", { code: 0, results: { done: true, tests: [passed, skipped] } }, 0],
  ["one failed", { code: 1, results: { done: true, tests: [passed, failed] } }, 1],
  ["nothing written: the suite could not be loaded", { code: 1, results: null }, 2],
  ["the host was killed, and VS Code says 0", { code: 0, results: { done: false, tests: [passed] } }, 2],
  ["nothing ran", { code: 0, results: { done: true, tests: [] } }, 2],
  ["only skipped", { code: 0, results: { done: true, tests: [skipped] } }, 2],
  ["VS Code says 0, the suite says failed", { code: 0, results: { done: true, tests: [failed] } }, 2],
  ["VS Code says 1, the suite says passed", { code: 1, results: { done: true, tests: [passed] } }, 2],
  ["VS Code says nothing", { code: null, results: { done: true, tests: [passed] } }, 2],
  ["a time-out", { code: null, results: { done: false, tests: [passed] }, trouble: "No result after 180 seconds." }, 2],
] as const)("%s", (_, evidence, exit) => {
  const { results } = evidence;
  expect(judge({ ...evidence, results: results && { ...results, tests: [...results.tests] } }).exit).toBe(exit);
});

test("counts come from what the suite wrote", () => {
  expect(judge({ code: 1, results: { done: true, tests: [passed, failed, skipped] } })).toMatchObject({
    passed: 1,
    failed: 1,
    skipped: 1,
  });
});
