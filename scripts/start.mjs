// Shows Telos at work: builds it, prints what the command line says of the example, opens the example in a real VS Code.
//   npm start [-- --check | --no-open]      --check: print and leave; --no-open: serve, but open no window. Ctrl-C stops everything.
// @ts-check
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { onPath, openInDesktop } from "./browser.mjs";
import { build } from "./build.mjs";
import { provision, root } from "./vscode/provision.mjs";
import { serve } from "./vscode/serve.mjs";
import { addressOf, linkExtension } from "./vscode/workbench.mjs";

const { values } = parseArgs({ options: { check: { type: "boolean" }, "no-open": { type: "boolean" } } });
const examples = path.join(root, "examples");
const example = path.join("examples", "pendulum", "pendulum.reward");

/** The command line on the example. A finding is an answer, not a failure; only a crash is. */
function showOnTerminal() {
  for (const verb of ["check", "run", "test"]) {
    console.log(`\n$ telos ${verb} ${example}`);
    const run = spawnSync(process.execPath, [path.join("dist", "cli.cjs"), verb, example], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (run.error || run.signal || (run.status ?? 1) > 1)
      throw new Error(`telos ${verb} ended with ${run.status ?? run.signal ?? run.error}.`);
  }
}

/** Opens an installed VS Code. False when there is none, or it cannot show an extension under development. */
function openInstalled() {
  // Inside a remote terminal `code` only talks to a window elsewhere, which has another disk.
  if (!onPath("code") || process.env.VSCODE_IPC_HOOK_CLI) return false;
  const args = [`--extensionDevelopmentPath=${root}`, examples, "--goto", path.join(root, example)];
  return (
    spawnSync("code", args, { stdio: ["ignore", "ignore", "inherit"], timeout: 30_000, shell: process.platform === "win32" })
      .status === 0
  );
}

async function openServed() {
  const dataFolder = path.join(root, ".vscode-test", "start");
  fs.mkdirSync(dataFolder, { recursive: true });
  const served = await serve({ server: provision(), dataFolder });
  const address = addressOf(served.origin, {
    folder: examples,
    extensions: [linkExtension(root, dataFolder)],
    file: path.join(root, example),
  });
  const opened = !values["no-open"] && openInDesktop(address);
  console.log(
    `\nThe example in VS Code, with Telos loaded${opened ? " (your browser opens it)" : ". Open this address"}:\n\n${address}\n`,
  );
  console.log("Press Ctrl-C to stop.");
  const code = await served.exited;
  throw new Error(`VS Code ended (${code}).\n${served.log().slice(-1000)}`);
}

try {
  await build();
  showOnTerminal();
  if (!values.check && process.env.TELOS_START !== "check") {
    if (!values["no-open"] && openInstalled()) console.log("\nVS Code is open with the example and Telos loaded.");
    else await openServed();
  }
} catch (problem) {
  console.error(/** @type {Error} */ (problem).message);
  process.exit(1);
}
