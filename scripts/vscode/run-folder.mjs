// The folder of one run: a copy of a workspace, the server's data, results. Gone afterwards, unless something failed.
// @ts-check
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { atExit } from "../process-group.mjs";

/** @typedef {{ path: string, workspace: string, data: string, results: string, keep: () => void }} RunFolder */

/**
 * @param {string} source the workspace to copy
 * @returns {RunFolder}
 */
export function makeRunFolder(source) {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "telos-vscode-"));
  let kept = false;
  atExit(() => {
    if (!kept) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  const run = {
    path: folder,
    workspace: path.join(folder, "workspace"),
    data: path.join(folder, "data"),
    results: path.join(folder, "results.json"),
    keep: () => {
      kept = true;
    },
  };
  resetWorkspace(run, source);
  return run;
}

/**
 * Puts the workspace back as it was.
 * @param {RunFolder} run
 * @param {string} source
 */
export function resetWorkspace(run, source) {
  fs.rmSync(run.workspace, { recursive: true, force: true });
  fs.cpSync(source, run.workspace, { recursive: true });
}
