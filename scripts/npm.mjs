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
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith(".js")
    ? [process.execPath, [script]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const run = spawnSync(command, [...first, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 << 20,
    shell: command.endsWith(".cmd"),
    // A production environment around us must not decide what the tools install.
    env: { ...process.env, NODE_ENV: undefined },
  });
  if (run.status === 0) return run.stdout;
  const words = `${run.stderr ?? ""}${run.error?.message ?? ""}`.trim().split("\n").slice(-15).join("\n");
  throw new Error(`npm ${args.join(" ")} failed in ${cwd}:\n${words}`);
}
