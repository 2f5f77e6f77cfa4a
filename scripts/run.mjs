// Runs a TypeScript script of the project with plain Node: bundle to a temporary file, import it, remove it.
//   node scripts/run.mjs scripts/generate-support.mts [arguments…]
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Each module keeps its own `import.meta.url`, as if it had not been bundled. */
const ownUrls = {
  name: "own-urls",
  setup(/** @type {import("esbuild").PluginBuild} */ { onLoad }) {
    onLoad({ filter: /\.[cm]?tsx?$/ }, ({ path: file }) => ({
      contents: fs
        .readFileSync(file, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href))
        .replaceAll("import.meta.dirname", JSON.stringify(path.dirname(file))),
      loader: "ts",
    }));
  },
};

/**
 * Bundles `file` for Node and imports it. Packages stay outside the bundle.
 * @param {string} file absolute path
 * @returns {Promise<Record<string, unknown>>} what the script exports
 */
export async function importTypeScript(file) {
  // Below node_modules, so that bare imports resolve as they do for the script itself.
  const folder = path.join(root, "node_modules", ".cache", "telos");
  fs.mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `${path.parse(file).name}-${process.pid}-${Date.now()}.mjs`);
  try {
    await esbuild.build({
      entryPoints: [file],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      sourcemap: "inline",
      logLevel: "warning",
      plugins: [ownUrls],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    fs.rmSync(outfile, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [script, ...rest] = process.argv.slice(2);
  if (!script || !fs.existsSync(script)) {
    console.error(script ? `There is no script ${script}.` : "Usage: node scripts/run.mjs <script.mts> [arguments…]");
    process.exit(2);
  }
  process.setSourceMapsEnabled(true);
  const file = path.resolve(script);
  process.argv = [process.argv[0], file, ...rest];
  await importTypeScript(file);
}
