#!/usr/bin/env node
// Runs `telos` from a clone of the repository: installs and builds it first where that has not happened yet. Arguments are passed on.
// @ts-check
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "./npm.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const cli = path.join(root, "dist", "cli.cjs");

try {
  if (!fs.existsSync(cli)) build();
  const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(status ?? 2);
} catch (problem) {
  console.error(`telos: ${/** @type {Error} */ (problem).message}`);
  process.exit(2);
}

function build() {
  if (Number.parseInt(process.versions.node, 10) < 20) throw new Error(`Node 20 or later is needed; this is ${process.version}.`);
  // Nothing of a package is run while it is installed.
  if (!fs.existsSync(path.join(root, "node_modules", "esbuild")))
    npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], root);
  // A report on the standard output must stay a report.
  const script = path.join(root, "scripts", "build.mjs");
  const { status } = spawnSync(process.execPath, [script, "--production", "--only", "cli"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("it could not be built; see above.");
}
