// Runs every generator, scripts/generate-*.mts, one after the other. With --check nothing is written and a stale file is an error.
// @ts-check
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const scripts = path.dirname(fileURLToPath(import.meta.url));
const flags = process.argv.slice(2);
const generators = fs
  .readdirSync(scripts)
  .filter((name) => /^generate-.+\.mts$/.test(name))
  .sort();

const failed = generators.filter((name) => {
  const run = spawnSync(process.execPath, [path.join(scripts, "run.mjs"), path.join(scripts, name), ...flags], {
    cwd: path.dirname(scripts),
    stdio: "inherit",
  });
  console.log(`${run.status === 0 ? "ok    " : "failed"} ${name}`);
  return run.status !== 0;
});

if (failed.length > 0) {
  const advice = flags.includes("--check") ? "Run `npm run generate` and commit what changed." : "See the messages above.";
  console.error(`${failed.length} of ${generators.length} generators failed: ${failed.join(", ")}. ${advice}`);
  process.exit(1);
}
