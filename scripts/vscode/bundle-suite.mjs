// Bundles the test modules of the extension host into one file that exports `run`, as VS Code wants it.
// @ts-check
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as esbuild from "esbuild";
import { root } from "./provision.mjs";

const require = createRequire(import.meta.url);

/** Mocha is loaded from where it is installed, wherever the bundle lies. */
const installedMocha = {
  name: "installed-mocha",
  setup(/** @type {import("esbuild").PluginBuild} */ { onResolve }) {
    onResolve({ filter: /^mocha$/ }, () => ({ path: require.resolve("mocha"), external: true }));
  },
};

/**
 * @param {string} folder holds *.test.ts
 * @param {string} outfile
 */
export async function bundleSuite(folder, outfile) {
  const modules = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts"))
    .sort();
  if (modules.length === 0) throw new Error(`There are no tests (*.test.ts) in ${folder}.`);
  const loads = modules.map((name) => `() => import(${JSON.stringify(path.join(folder, name))})`);
  const runMocha = path.join(root, "test", "host", "run-mocha.ts");
  await esbuild.build({
    stdin: {
      contents: `import { runMocha } from ${JSON.stringify(runMocha)};\nexport const run = () => runMocha([${loads.join(", ")}]);\n`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "warning",
    plugins: [installedMocha],
  });
}
