// Starts the VS Code server on a free port of 127.0.0.1. It must not know browsers or tests.
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { startGroup } from "../process-group.mjs";

/**
 * @typedef {object} Served
 * @property {string} origin as in http://127.0.0.1:41234
 * @property {() => string} log what the server has printed so far
 * @property {Promise<number | null>} exited
 * @property {() => Promise<void>} stop ends the server and everything it started
 */

/** Settings of the user: quiet, and no surprise between a key press and a check. */
const settings = {
  "editor.accessibilitySupport": "off",
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.autoDetectColorScheme": true,
  "workbench.preferredDarkColorTheme": "Default Dark Modern",
  "workbench.preferredLightColorTheme": "Default Light Modern",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/**
 * Resolves when the server answers. Throws an Error with the server's own words when it does not come up.
 * @param {object} wanted
 * @param {string} wanted.server folder made by provision
 * @param {string} wanted.dataFolder where the server keeps everything it writes
 * @param {boolean} [wanted.driver] open the doors tests need; also refuses modal dialogs
 * @param {NodeJS.ProcessEnv} [wanted.env] added to the environment; it reaches the extension host unless the name begins with VSCODE_
 * @param {Record<string, unknown>} [wanted.settings] on top of the quiet ones
 * @returns {Promise<Served>}
 */
export async function serve({ server, dataFolder, driver = false, env = {}, settings: more = {} }) {
  const user = path.join(dataFolder, "data", "User");
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, "settings.json"), JSON.stringify({ ...settings, ...more }, null, 2));
  const args = [
    path.join(server, "out", "server-main.js"),
    ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--accept-server-license-terms"],
    ...["--server-data-dir", dataFolder, "--extensions-dir", path.join(dataFolder, "extensions")],
    ...["--disable-telemetry", "--disable-workspace-trust", "--disable-experiments", "--force-disable-user-env"],
    ...(driver ? ["--enable-smoke-test-driver", "--reconnection-grace-time", "1", "--enable-remote-auto-shutdown"] : []),
  ];
  const group = startGroup(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...withoutVscode(process.env), ...socketsIn(dataFolder), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env },
  });
  let log = "";
  for (const stream of [group.child.stdout, group.child.stderr]) stream?.on("data", (chunk) => (log += chunk));
  const port = await listening(group, () => log).catch(async (problem) => {
    await group.stop();
    throw problem;
  });
  return { origin: `http://127.0.0.1:${port}`, log: () => log, exited: group.exited, stop: group.stop };
}

/**
 * The port the server says it listens on.
 * @param {import("../process-group.mjs").Group} group
 * @param {() => string} log
 */
async function listening(group, log) {
  let gone = false;
  group.exited.then(() => {
    gone = true;
  });
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
    if (port) return Number(port);
    if (gone) throw new Error(`The VS Code server ended at once:\n${log().slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The VS Code server did not come up within a minute:\n${log().slice(-2000)}`);
}

/**
 * Variables of a surrounding VS Code (its integrated terminal, say) would steer the one started here.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutVscode(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}

/**
 * VS Code leaves its sockets lying about; they go where the rest goes, unless the system's limit on their paths forbids it.
 * @param {string} dataFolder
 */
function socketsIn(dataFolder) {
  return dataFolder.length < 55 ? { XDG_RUNTIME_DIR: dataFolder } : {};
}
