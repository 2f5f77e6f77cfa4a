// Packs the extension into a VSIX and tells its size.
// @ts-check
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
const vsix = `${name}-${version}.vsix`;

// Everything is bundled, so no dependency is looked for; without a public repository, relative links stay as they are.
const args = ["package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", vsix];
const vsce = path.join(root, "node_modules", "@vscode", "vsce", "vsce");
const run = spawnSync(process.execPath, [vsce, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
if (run.status !== 0) {
  console.error("vsce could not pack the extension; see above.");
  process.exit(1);
}
console.log(`${vsix}  ${Math.ceil(fs.statSync(path.join(root, vsix)).size / 1024)} KB`);
