// Runs every layer of tests this machine can run, then says what passed, what failed and what did not run and why.
//   node scripts/test.mjs [--only build,unit] [--strict]      --strict: a layer that cannot run, or not all of it, is a failure
// @ts-check
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { layers, root } from "./layers.mjs";
import { atExit, startGroup } from "./process-group.mjs";
import { sentence } from "./report.mjs";

const { values } = parseArgs({ options: { only: { type: "string" }, strict: { type: "boolean", default: false } } });
const only = values.only?.split(",");
const unknown = only?.filter((name) => !layers.some((layer) => layer.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no layer ${unknown.join(", ")}. There are: ${layers.map((layer) => layer.name).join(", ")}.`);
  process.exit(2);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "telos-test-"));
atExit(() => fs.rmSync(folder, { recursive: true, force: true }));

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failed = [];
/** @type {string[]} */
const notRun = [];

for (const layer of layers) {
  if (only && !only.includes(layer.name)) continue;
  const broken = layer.after?.find((name) => failed.includes(name));
  const reason = broken ? `the layer ${broken} failed.` : layer.missing?.();
  console.log(`\n── ${layer.title}`);
  if (reason) {
    console.log(`Not run: ${reason}`);
    notRun.push(`${layer.title}: ${reason}`);
    continue;
  }
  const part = layer.missingPart?.();
  if (part) notRun.push(`${layer.title}, ${part}`);
  const counts = await run(layer);
  for (const state of /** @type {const} */ (["passed", "failed", "skipped"])) total[state] += counts[state];
  if (counts.failed > 0) failed.push(layer.name);
}

console.log("");
for (const line of notRun) console.log(`Did not run — ${line}`);
if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}.`);
console.log(sentence(total));
process.exit(failed.length > 0 || (values.strict && notRun.length > 0) ? 1 : 0);

/**
 * @param {import("./layers.mjs").Layer} layer
 * @returns {Promise<import("./report.mjs").Counts>}
 */
async function run(layer) {
  const file = path.join(folder, `${layer.name}.json`);
  const args = layer.command.map((word) => word.replace("{counts}", file));
  const { child, exited } = startGroup(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TELOS_COUNTS: file, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }) },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
  const code = await exited;
  const counts = layer.count(file, output, code ?? 1);
  // An exit code says more than a count: never call a run that failed a success.
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}
