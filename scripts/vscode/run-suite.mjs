// Runs the tests of the extension host in a real VS Code. Exit code 0: passed, 1: failed, 2: no verdict.
//   node scripts/vscode/run-suite.mjs [--backend auto|server|desktop] [--grep words] [--suite folder] [--extension folder] [--workspace folder]
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { printTests, reportCounts } from "../report.mjs";
import { bundleSuite } from "./bundle-suite.mjs";
import { runOnDesktop } from "./host-on-desktop.mjs";
import { runOnServer } from "./host-on-server.mjs";
import { root } from "./provision.mjs";
import { makeRunFolder } from "./run-folder.mjs";
import { judge } from "./verdict.mjs";

const { values } = parseArgs({
  options: {
    backend: { type: "string", default: "auto" },
    grep: { type: "string", default: "" },
    suite: { type: "string", default: path.join(root, "test", "host", "suite") },
    extension: { type: "string", default: root },
    workspace: { type: "string", default: path.join(root, "test", "host", "workspace") },
    timeout: { type: "string", default: "180" },
  },
});
const backends = { auto: process.env.VSCODE_PATH ? runOnDesktop : runOnServer, server: runOnServer, desktop: runOnDesktop };

/** @returns {Promise<0 | 1 | 2>} */
async function main() {
  const start = backends[/** @type {keyof typeof backends} */ (values.backend)];
  if (!start) throw new Error(`Unknown backend ${values.backend}. Known: ${Object.keys(backends).join(", ")}.`);
  const run = makeRunFolder(path.resolve(values.workspace));
  const suite = path.join(run.path, "suite.cjs");
  await bundleSuite(path.resolve(values.suite), suite);
  const end = await start({
    run,
    suite,
    extensions: [path.resolve(values.extension)],
    env: { TELOS_HOST_RESULTS: run.results, TELOS_HOST_GREP: values.grep },
    timeout: Number(values.timeout) * 1000,
  });
  const results = fs.existsSync(run.results) ? JSON.parse(fs.readFileSync(run.results, "utf8")) : null;
  const verdict = judge({ code: end.code, results, trouble: end.trouble });
  printTests(results?.tests ?? []);
  reportCounts(verdict);
  if (verdict.exit !== 0) {
    run.keep();
    fs.writeFileSync(path.join(run.path, "vscode.log"), end.log);
    if (verdict.exit === 2) console.error(`${end.log.split("\n").slice(-30).join("\n")}\n`);
    console.error(`${verdict.reason} Kept for a look: ${run.path}`);
  }
  return verdict.exit;
}

try {
  process.exit(await main());
} catch (problem) {
  console.error(/** @type {Error} */ (problem).message);
  process.exit(2);
}
