// Calls npm the same way on every system. It must not know what is installed.
// @ts-check
import { spawnSync } from "node:child_process";

/**
 * Runs npm and returns what it printed. Throws an Error with npm's own words when it fails.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {string}
 */
export function npm(args, cwd) {
  const run = spawnNpm(args, { cwd, encoding: "utf8", maxBuffer: 64 << 20 });
  if (run.status === 0) return String(run.stdout);
  const words = `${run.stderr ?? ""}${run.error?.message ?? ""}`.trim().split("\n").slice(-15).join("\n");
  throw new Error(`npm ${args.join(" ")} failed in ${cwd}:\n${words}`);
}

/**
 * Runs a script of package.json, its output shown as it comes.
 * @param {string} script
 * @param {readonly string[]} [args]
 * @returns {number} its exit code
 */
export function npmScript(script, args = []) {
  const run = spawnNpm(["run", "--silent", script, ...(args.length > 0 ? ["--", ...args] : [])], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  return run.status ?? 1;
}

/**
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} options
 */
function spawnNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return spawnSync(process.execPath, [script, ...args], { ...options, env });
  const windows = process.platform === "win32";
  return spawnSync(windows ? "npm.cmd" : "npm", [...args], { ...options, env, shell: windows });
}

/** A production environment around us must not decide what the tools install. */
const env = { ...process.env, NODE_ENV: undefined };
