// Runs every measurement, bench/*.mts, one after the other (or those whose names contain the words given).
// @ts-check
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const scripts = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(scripts);
const wanted = process.argv.slice(2);
const benches = fs
  .readdirSync(path.join(root, "bench"))
  .filter((name) => name.endsWith(".mts") && (wanted.length === 0 || wanted.some((word) => name.includes(word))))
  .sort();

if (benches.length === 0) {
  console.error(`No measurement in bench/${wanted.length > 0 ? ` has a name with ${wanted.join(" or ")}` : ""}.`);
  process.exit(1);
}
const failed = benches.filter((name) => {
  console.log(`\n${name}`);
  const run = spawnSync(process.execPath, [path.join(scripts, "run.mjs"), path.join(root, "bench", name)], {
    cwd: root,
    stdio: "inherit",
  });
  return run.status !== 0;
});
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}.`);
  process.exit(1);
}
