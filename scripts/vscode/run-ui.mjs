// Runs the tests that use VS Code as a person does, test/host/ui/*.mts, each on a fresh page. Exit code 0: passed, 1: failed, 2: could not run.
//   node scripts/vscode/run-ui.mjs [--tests folder] [--extension folder] [--workspace folder] [--only words]
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "../browser.mjs";
import { printTests, reportCounts } from "../report.mjs";
import { importTypeScript } from "../run.mjs";
import { drive } from "./drive.mjs";
import { provision, root } from "./provision.mjs";
import { makeRunFolder, resetWorkspace } from "./run-folder.mjs";
import { serve } from "./serve.mjs";
import { addressOf, linkExtension, openWorkbench } from "./workbench.mjs";

/**
 * What a test file exports as default. Steps build on each other: after the first that fails the rest of the file is skipped.
 * @typedef {{ name: string, file: string, steps: readonly [title: string, run: (ui: import("./drive.mjs").Ui) => Promise<void>][] }} UiTest
 * @typedef {{ title: string, state: "passed" | "failed" | "skipped", ms: number, error?: string }} Outcome
 */

const { values } = parseArgs({
  options: {
    tests: { type: "string", default: path.join(root, "test", "host", "ui") },
    extension: { type: "string", default: root },
    workspace: { type: "string", default: path.join(root, "test", "host", "workspace") },
    only: { type: "string", default: "" },
  },
});

async function main() {
  const folder = path.resolve(values.tests);
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".mts") && name.includes(values.only))
    .sort();
  if (files.length === 0) throw new Error(`There are no tests (*.mts) in ${folder}.`);
  const workspace = path.resolve(values.workspace);
  const run = makeRunFolder(workspace);
  const served = await serve({ server: provision(), dataFolder: run.data, driver: true });
  const browser = await launchBrowser();
  const extension = linkExtension(path.resolve(values.extension), run.path);
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const name of files) {
    const test = /** @type {UiTest} */ ((await importTypeScript(path.join(folder, name))).default);
    resetWorkspace(run, workspace);
    const address = addressOf(served.origin, {
      folder: run.workspace,
      extensions: [extension],
      file: path.join(run.workspace, test.file),
    });
    const page = await openWorkbench(browser, address);
    outcomes.push(...(await runSteps(test, page, path.join(run.path, `${path.parse(name).name}.png`))));
    await page.context().close();
  }
  await browser.close();
  await served.stop();
  printTests(outcomes);
  const count = (/** @type {string} */ state) => outcomes.filter((outcome) => outcome.state === state).length;
  reportCounts({ passed: count("passed"), failed: count("failed"), skipped: count("skipped") });
  if (count("failed") === 0) return 0;
  run.keep();
  fs.writeFileSync(path.join(run.path, "vscode.log"), served.log());
  console.error(`Kept for a look: ${run.path}`);
  return 1;
}

/**
 * @param {UiTest} test
 * @param {import("playwright-core").Page} page
 * @param {string} picture written when a step fails
 */
async function runSteps(test, page, picture) {
  const ui = drive(page);
  /** @type {Outcome[]} */
  const outcomes = [];
  let broken = false;
  for (const [title, step] of test.steps) {
    const started = performance.now();
    /** @type {(state: Outcome["state"], error?: string) => void} */
    const outcome = (state, error) => {
      outcomes.push({ title: `${test.name} › ${title}`, state, ms: performance.now() - started, error });
    };
    if (broken) {
      outcome("skipped");
      continue;
    }
    try {
      await step(ui);
      outcome("passed");
    } catch (problem) {
      broken = true;
      await page.screenshot({ path: picture }).catch(() => {});
      outcome("failed", /** @type {Error} */ (problem).stack);
    }
  }
  return outcomes;
}

try {
  process.exit(await main());
} catch (problem) {
  console.error(/** @type {Error} */ (problem).message);
  process.exit(2);
}
