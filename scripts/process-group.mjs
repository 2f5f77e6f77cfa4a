// A child process that leaves nothing behind: it leads a group, and the whole group ends when we do.
// @ts-check
import { spawn, spawnSync } from "node:child_process";

/** @typedef {{ child: import("node:child_process").ChildProcess, exited: Promise<number | null>, stop: () => Promise<void> }} Group */

/** @type {Set<number>} */
const running = new Set();

/**
 * Starts `command` as the leader of a process group of its own.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Group}
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: process.platform !== "win32" });
  const pid = child.pid;
  if (pid) running.add(pid);
  const exited = new Promise((resolve) => {
    child.once("close", (code) => {
      if (pid && !groupLives(pid)) running.delete(pid);
      resolve(code);
    });
    child.once("error", () => resolve(null));
  });
  return {
    child,
    exited,
    stop: async () => {
      if (!pid || !running.has(pid)) return;
      end(pid, "SIGTERM");
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
      end(pid, "SIGKILL");
      running.delete(pid);
    },
  };
}

/** @param {number} leader */
function groupLives(leader) {
  if (process.platform === "win32") return false;
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
function end(leader, signal) {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(leader), "/t", "/f"]);
    return;
  }
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody of the group is left.
  }
}

process.once("exit", () => {
  if (running.size === 0) return;
  // Politely first: a leader may have groups of its own to end.
  for (const leader of running) end(leader, "SIGTERM");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  for (const leader of running) end(leader, "SIGKILL");
});

/** @type {(() => void)[]} */
const cleanups = [];

/**
 * Runs when the process ends, however it ends, short of SIGKILL. For temporary folders.
 * @param {() => void} cleanup
 */
export function atExit(cleanup) {
  cleanups.push(cleanup);
}

process.once("exit", () => {
  for (const cleanup of cleanups) cleanup();
});
for (const [signal, code] of /** @type {const} */ ([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
]))
  process.once(signal, () => process.exit(code));
