// Runs a bundled suite in the extension host of the VS Code server, with a browser as its window.
// @ts-check
import path from "node:path";
import { launchBrowser } from "../browser.mjs";
import { provision } from "./provision.mjs";
import { serve } from "./serve.mjs";
import { addressOf } from "./workbench.mjs";

/**
 * @typedef {object} HostRun
 * @property {import("./run-folder.mjs").RunFolder} run
 * @property {string} suite absolute path of the bundle
 * @property {readonly string[]} extensions
 * @property {NodeJS.ProcessEnv} env
 * @property {number} timeout milliseconds for the whole suite
 *
 * @typedef {{ code: number | null, trouble?: string, log: string }} HostEnd
 */

/**
 * @param {HostRun} wanted
 * @returns {Promise<HostEnd>}
 */
export async function runOnServer({ run, suite, extensions, env, timeout }) {
  const served = await serve({ server: provision(), dataFolder: run.data, driver: true, env });
  const browser = await launchBrowser();
  /** @type {string[]} */
  const lines = [];
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>} */
    const reported = new Promise((resolve) => {
      page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => resolve(code));
    });
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      if (type === "error" || type === "warn") lines.push(`[workbench] ${type}: ${[args].flat().map(String).join(" ")}`);
    });
    await page.goto(addressOf(served.origin, { folder: run.workspace, extensions, tests: suite }), { timeout: 60_000 });
    const end = await Promise.race([reported.then((code) => ({ code })), watch(served, reported), after(timeout)]);
    if (end.code !== 0) await page.screenshot({ path: path.join(run.path, "failure.png") }).catch(() => {});
    return { ...end, log: [served.log(), ...lines].join("\n") };
  } finally {
    await browser.close();
    await served.stop();
  }
}

/**
 * Resolves with a trouble when the extension host dies and no result follows.
 * @param {import("./serve.mjs").Served} served
 * @param {Promise<number>} reported
 * @returns {Promise<{ code: number | null, trouble?: string }>}
 */
async function watch(served, reported) {
  for (;;) {
    const died = /Extension Host Process exited with code: (\S+), signal: (\S+)\./.exec(served.log());
    if (died) {
      const code = await Promise.race([reported, after(3000).then(() => null)]);
      const orderly = died[1] === "0";
      return orderly ? { code } : { code, trouble: `The extension host died (code ${died[1]}, signal ${died[2]}).` };
    }
    await new Promise((resolve) => setTimeout(resolve, 200).unref());
  }
}

/**
 * @param {number} ms
 * @returns {Promise<{ code: null, trouble: string }>}
 */
function after(ms) {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ code: null, trouble: `No result after ${Math.round(ms / 1000)} seconds.` }), ms).unref();
  });
}
