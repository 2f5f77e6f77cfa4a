// Shows the page in a plain browser, for work on its looks: node test/webview/serve.mjs FILE.reward [light|dark|high-contrast|high-contrast-light]
// Reloading the tab compiles the spec and bundles the page again.
// @ts-check
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { build } from "../../scripts/build.mjs";
import { shared } from "../../scripts/bundles.mjs";

const [file, theme = "dark"] = process.argv.slice(2);
if (!file) {
  console.error("Usage: node test/webview/serve.mjs FILE.reward [light|dark|high-contrast|high-contrast-light]");
  process.exit(2);
}
const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "telos-page-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
const pages = path.join(root, "dist", "webview");

/** @returns {Promise<string>} the page, with a fake host that loads the spec */
async function page() {
  const bundle = path.join(folder, `page-${Date.now()}.mjs`);
  const entryPoints = [path.join(root, "test", "webview", "served-page.ts")];
  await esbuild.build({ ...shared, entryPoints, outfile: bundle, platform: "node", format: "esm", absWorkingDir: root });
  await build({ only: ["webview"] });
  const { servedPage } = await import(pathToFileURL(bundle).href);
  return servedPage(path.resolve(file), theme);
}

http
  .createServer(async ({ url = "/" }, response) => {
    const name = path.basename(new URL(url, "http://localhost").pathname);
    const asset = path.join(pages, name);
    if (name !== "" && fs.existsSync(asset)) return fs.createReadStream(asset).pipe(response);
    try {
      response.setHeader("content-type", "text/html").end(await page());
    } catch (problem) {
      response.statusCode = 500;
      response.end(/** @type {Error} */ (problem).message);
    }
  })
  .listen(8765, "127.0.0.1", () => console.log("http://127.0.0.1:8765/"));
