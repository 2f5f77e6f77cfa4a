// The layers of `npm test`, fast ones first. Data only: what each runs, what it needs, how its tests are counted.
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { browserAdvice, findBrowser } from "./browser.mjs";
import { noPython } from "./python.mjs";
import { provision, root } from "./vscode/provision.mjs";

/**
 * @typedef {import("./report.mjs").Counts} Counts
 * @typedef {object} Layer
 * @property {string} name
 * @property {string} title
 * @property {readonly string[]} command arguments for node; `{counts}` stands for a file the layer may write
 * @property {(file: string, output: string, code: number) => Counts} count
 * @property {() => string | undefined} [missing] why it cannot run on this machine
 * @property {() => string | undefined} [missingPart] what of it cannot run on this machine, and why
 * @property {readonly string[]} [after] layers that must have passed
 */

const bin = (/** @type {string} */ file) => path.join("node_modules", file);

/** A step that is one check: done or not. Only its failure counts as a test. */
const check = (/** @type {string} */ _file, /** @type {string} */ _output, /** @type {number} */ code) => ({
  passed: 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
});

/** Written by reportCounts of report.mjs. A run that ended without writing is a failure. */
const ownCounts = (/** @type {string} */ file, /** @type {string} */ output, /** @type {number} */ code) =>
  fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : check(file, output, code || 1);

const vitestCounts = (/** @type {string} */ file, /** @type {string} */ output, /** @type {number} */ code) => {
  if (!fs.existsSync(file)) return check(file, output, code || 1);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(fs.readFileSync(file, "utf8"));
  // A file that could not be loaded has no tests that could fail.
  const failed = success ? numFailedTests : Math.max(1, numFailedTests);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
};

/** vscode-tmgrammar-test prints one mark a file. */
const grammarCounts = (/** @type {string} */ _file, /** @type {string} */ output, /** @type {number} */ code) => {
  const passed = output.match(/^\s*✓/gmu)?.length ?? 0;
  const failed = output.match(/^\s*✖/gmu)?.length ?? 0;
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), skipped: 0 };
};

const noBrowser = () => (findBrowser() ? undefined : `there is no Chromium-based browser. ${browserAdvice}`);

const noVscode = () => {
  const browserMissing = noBrowser();
  if (browserMissing) return browserMissing;
  try {
    provision();
  } catch (problem) {
    return /** @type {Error} */ (problem).message;
  }
};

/** @type {readonly Layer[]} */
export const layers = [
  { name: "build", title: "Build", command: ["scripts/build.mjs", "--production"], count: check },
  { name: "types", title: "Types", command: [bin("typescript/bin/tsc"), "-p", "."], count: check },
  {
    name: "unit",
    title: "Unit, property and in-process tests",
    command: [bin("vitest/vitest.mjs"), "run", "--reporter=dot", "--reporter=json", "--outputFile.json={counts}"],
    count: vitestCounts,
    missingPart: () => {
      const reason = noPython();
      return reason && `generated Python against the evaluator: ${reason}`;
    },
  },
  {
    name: "grammar",
    title: "TextMate grammar",
    command: [bin("vscode-tmgrammar-test/dist/unit.js"), "test/grammar/textmate/*.reward", "test/grammar/textmate/*.md"],
    count: grammarCounts,
  },
  {
    name: "webview",
    title: "The preview page in Chromium",
    command: [
      bin("vitest/vitest.mjs"),
      "run",
      "--config",
      "test/webview/vitest.config.ts",
      "--reporter=dot",
      "--reporter=json",
      "--outputFile.json={counts}",
    ],
    count: vitestCounts,
    missing: noBrowser,
    after: ["build"],
  },
  {
    name: "host",
    title: "The extension inside a real VS Code",
    command: ["scripts/vscode/run-suite.mjs"],
    count: ownCounts,
    missing: noVscode,
    after: ["build"],
  },
  {
    name: "ui",
    title: "A real VS Code, used by hand",
    command: ["scripts/vscode/run-ui.mjs"],
    count: ownCounts,
    missing: noVscode,
    after: ["build"],
  },
  {
    name: "start",
    title: "npm start",
    command: ["scripts/vscode/run-start.mjs"],
    count: ownCounts,
    missing: noVscode,
    after: ["build"],
  },
];

export { root };
