// Runs a bundled suite in a desktop VS Code: the one VSCODE_PATH names, else one downloaded by @vscode/test-electron.
// @ts-check
import path from "node:path";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { root } from "./provision.mjs";

/**
 * @param {import("./host-on-server.mjs").HostRun} wanted
 * @returns {Promise<import("./host-on-server.mjs").HostEnd>}
 */
export async function runOnDesktop({ run, suite, extensions, env, timeout }) {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return {
      code: null,
      trouble: "A desktop VS Code needs a display. Run under `xvfb-run -a`, or use --backend server.",
      log: "",
    };
  /** @type {Promise<import("./host-on-server.mjs").HostEnd>} */
  const late = new Promise((resolve) => {
    setTimeout(
      () => resolve({ code: null, trouble: `No result after ${Math.round(timeout / 1000)} seconds.`, log: "" }),
      timeout,
    ).unref();
  });
  return Promise.race([late, start()]);

  async function start() {
    try {
      const code = await runTests({
        vscodeExecutablePath: process.env.VSCODE_PATH || undefined,
        cachePath: path.join(root, ".vscode-test"),
        extensionDevelopmentPath: [...extensions],
        extensionTestsPath: suite,
        extensionTestsEnv: env,
        launchArgs: [run.workspace, "--disable-extensions", "--disable-workspace-trust", "--user-data-dir", run.data],
      });
      return { code, log: "" };
    } catch (problem) {
      if (problem instanceof TestRunFailedError) return { code: problem.code ?? null, log: "" };
      const advice = "Set VSCODE_PATH to an installed VS Code, or use --backend server.";
      return {
        code: null,
        trouble: `Cannot start a desktop VS Code: ${/** @type {Error} */ (problem).message}. ${advice}`,
        log: "",
      };
    }
  }
}
