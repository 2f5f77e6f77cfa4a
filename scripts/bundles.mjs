// What is bundled from where to where. Data and options only; it must not run esbuild.
// @ts-check
import { createRequire } from "node:module";
import { evaluateOnly } from "./evaluate-only.mjs";

/** @typedef {{ name: string, entry: string, outfile: string, options: import("esbuild").BuildOptions }} Bundle */

const { version } = createRequire(import.meta.url)("../package.json");

/** Node bundles are CommonJS: the extension host of every supported VS Code loads that. */
const node = /** @type {const} */ ({ platform: "node", format: "cjs", target: "node20" });

/** @type {readonly Bundle[]} */
export const bundles = [
  { name: "client", entry: "client/extension.ts", outfile: "dist/client.cjs", options: { ...node, external: ["vscode"] } },
  { name: "server", entry: "server/node.ts", outfile: "dist/server.cjs", options: node },
  { name: "cli", entry: "cli/bin.ts", outfile: "dist/cli.cjs", options: { ...node, banner: { js: "#!/usr/bin/env node" } } },
  {
    name: "webview",
    entry: "webview/main.ts",
    outfile: "dist/webview/main.js",
    options: {
      platform: "browser",
      format: "iife",
      target: ["es2022", "chrome120"],
      loader: { ".ttf": "dataurl", ".svg": "dataurl" },
      plugins: [evaluateOnly],
    },
  },
];

/**
 * Options every bundle shares. Packages' `module` field comes first: it tree-shakes, and UMD wrappers confuse bundlers.
 * @type {import("esbuild").BuildOptions}
 */
export const shared = {
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  mainFields: ["module", "main"],
  logLevel: "silent",
  define: { TELOS_VERSION: JSON.stringify(version) },
};
