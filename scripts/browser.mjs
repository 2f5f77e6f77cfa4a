// Finds a Chromium and starts it. It must not know what the page shows.
// @ts-check
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]),
];

export const browserAdvice =
  "Install one (`npx playwright-core install chromium`, or `apt-get install chromium`), or set CHROME_PATH to a Chromium-based browser.";

/**
 * The path of a Chromium-based browser: CHROME_PATH, else Playwright's own, else one installed on the system; undefined when there is none.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return fs.existsSync(named) ? named : undefined;
  const candidates = [chromium.executablePath(), ...names.map(onPath), ...places];
  return candidates.find((file) => file !== undefined && file !== "" && fs.existsSync(file));
}

/**
 * The file a command of this name would start, or undefined.
 * @param {string} name
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return folders
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => fs.existsSync(file));
}

/**
 * Starts the browser without a window. Throws an Error with advice when there is none.
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser() {
  const executablePath = findBrowser();
  if (!executablePath) {
    const named = process.env.CHROME_PATH;
    throw new Error(
      named ? `CHROME_PATH names ${named}, which does not exist.` : `No Chromium-based browser found. ${browserAdvice}`,
    );
  }
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: ["--disable-dev-shm-usage", ...(root ? ["--no-sandbox"] : [])] });
}

/**
 * Opens an address in the person's own browser where there is a desktop. Never fails.
 * @param {string} address
 * @returns {boolean} whether something was asked to open it
 */
export function openInDesktop(address) {
  const hasDesktop =
    process.platform === "darwin" || process.platform === "win32" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const openers = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };
  const [command, ...args] = openers[/** @type {keyof typeof openers} */ (process.platform)] ?? ["xdg-open"];
  if (!hasDesktop || !(process.platform === "win32" || onPath(command))) return false;
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
  return true;
}
