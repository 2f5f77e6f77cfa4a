// Bundles the extension, its server, the command line and the preview page into dist/.
//   node scripts/build.mjs [--production] [--watch] [--only client,server,cli,webview]
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { bundles, shared } from "./bundles.mjs";
import { compress } from "./compress-server.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const mostErrors = 5;

/**
 * Builds once. Throws an Error whose message names every bundle that failed and why.
 * @param {{ production?: boolean, only?: readonly string[] }} [wanted]
 * @returns {Promise<{ outfile: string, bytes: number }[]>}
 */
export async function build({ production = false, only } = {}) {
  const chosen = choose(only);
  const problems = [];
  for (const bundle of chosen) {
    const result = await esbuild.build(optionsOf(bundle, production)).catch((failure) => failure);
    const warnings = await esbuild.formatMessages(result.warnings ?? [], { kind: "warning", color: false });
    if (warnings.length > 0) console.warn(warnings.join("\n"));
    if (result.errors?.length > 0) {
      const text = await esbuild.formatMessages(result.errors.slice(0, mostErrors), { kind: "error", color: false });
      const more = result.errors.length > mostErrors ? `… and ${result.errors.length - mostErrors} more errors.\n` : "";
      problems.push(`Cannot bundle ${bundle.name}:\n${text.join("\n")}${more}`);
    } else if (result instanceof Error) problems.push(`Cannot bundle ${bundle.name}: ${result.message}`);
    else if (bundle.name === "server") {
      fs.rmSync(path.join(root, `${bundle.outfile}.br`), { force: true });
      if (production) compress(path.join(root, bundle.outfile));
    }
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return chosen
    .flatMap((bundle) => outputsOf(bundle))
    .map((outfile) => ({ outfile, bytes: fs.statSync(path.join(root, outfile)).size }));
}

/** @param {readonly string[] | undefined} only */
function choose(only) {
  const unknown = (only ?? []).filter((name) => !bundles.some((bundle) => bundle.name === name));
  if (unknown.length > 0)
    throw new Error(`Unknown bundle ${unknown.join(", ")}. Known: ${bundles.map((bundle) => bundle.name).join(", ")}.`);
  const chosen = bundles.filter((bundle) => !only || only.includes(bundle.name));
  const missing = chosen.filter((bundle) => !fs.existsSync(path.join(root, bundle.entry)));
  if (missing.length > 0)
    throw new Error(
      missing.map((bundle) => `Cannot bundle ${bundle.name}: its entry point ${bundle.entry} does not exist.`).join("\n"),
    );
  return chosen;
}

/**
 * @param {import("./bundles.mjs").Bundle} bundle
 * @param {boolean} production
 * @returns {import("esbuild").BuildOptions}
 */
function optionsOf(bundle, production) {
  return {
    ...shared,
    ...bundle.options,
    absWorkingDir: root,
    entryPoints: [bundle.entry],
    outfile: bundle.outfile,
    minify: production,
    sourcemap: !production,
    define: { ...shared.define, "process.env.NODE_ENV": production ? '"production"' : '"development"' },
  };
}

/** @param {import("./bundles.mjs").Bundle} bundle */
function outputsOf(bundle) {
  const beside = [bundle.outfile.replace(/\.js$/, ".css"), `${bundle.outfile}.br`];
  return [bundle.outfile, ...beside.filter((file) => file !== bundle.outfile && fs.existsSync(path.join(root, file)))];
}

/** @param {readonly string[] | undefined} only */
async function watch(only) {
  const report = {
    name: "report",
    setup(/** @type {import("esbuild").PluginBuild} */ { initialOptions, onEnd }) {
      onEnd((result) => console.log(`${initialOptions.outfile}: ${result.errors.length === 0 ? "built" : "failed"}`));
    },
  };
  for (const bundle of choose(only)) {
    const context = await esbuild.context({
      ...optionsOf(bundle, false),
      logLevel: "warning",
      plugins: [...(bundle.options.plugins ?? []), report],
    });
    await context.watch();
  }
  console.log("Watching. Press Ctrl-C to stop.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { production: { type: "boolean" }, watch: { type: "boolean" }, only: { type: "string" } },
  });
  const only = values.only?.split(",");
  try {
    if (values.watch) await watch(only);
    else
      for (const { outfile, bytes } of await build({ production: values.production, only }))
        console.log(`${outfile}  ${Math.ceil(bytes / 1024)} KB`);
  } catch (problem) {
    console.error(/** @type {Error} */ (problem).message);
    process.exit(1);
  }
}
