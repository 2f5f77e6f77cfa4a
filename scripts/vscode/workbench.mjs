// The address of a VS Code page with an extension loaded, and the page itself. It must not know what is tested.
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Shown
 * @property {string} folder absolute path of the workspace
 * @property {readonly string[]} extensions absolute paths of extensions under development
 * @property {string} [tests] absolute path of a module that exports `run`
 * @property {string} [file] absolute path of a file to open
 */

/**
 * The address that shows `folder` with the extensions loaded by themselves.
 * @param {string} origin
 * @param {Shown} shown
 * @returns {string}
 */
export function addressOf(origin, { folder, extensions, tests, file }) {
  const remote = (/** @type {string} */ name) => `vscode-remote://${new URL(origin).host}${pathToFileURL(name).pathname}`;
  const payload = [
    ...extensions.map((extension) => ["extensionDevelopmentPath", remote(extension)]),
    ...(tests ? [["extensionTestsPath", remote(tests)]] : []),
    ...(file ? [["openFile", remote(file)]] : []),
    ["skipWelcome", "true"],
  ];
  // A plain path here, addresses in the payload: the workbench decodes only those.
  const query = new URLSearchParams({
    folder: decodeURIComponent(pathToFileURL(folder).pathname),
    payload: JSON.stringify(payload),
  });
  return `${origin}/?${query}`;
}

/**
 * Another path to an extension, in `folder`. VS Code switches to a theme that lies below the extension under development, and our
 * cached VS Code does, with all its themes.
 * @param {string} extension
 * @param {string} folder
 * @returns {string}
 */
export function linkExtension(extension, folder) {
  const link = path.join(folder, "extension-under-development");
  fs.rmSync(link, { force: true, recursive: false });
  fs.symlinkSync(extension, link, "junction");
  return link;
}

/**
 * Opens the workbench and waits until it is restored. Works only on a server started with `driver`.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {{ width?: number, height?: number, colorScheme?: "light" | "dark" }} [look]
 * @returns {Promise<import("playwright-core").Page>}
 */
export async function openWorkbench(browser, address, { width = 1280, height = 860, colorScheme = "light" } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address, { timeout: 60_000 });
  await page.waitForFunction(() => "driver" in window, undefined, { timeout: 60_000 });
  await page.evaluate(() =>
    /** @type {{ driver: { whenWorkbenchRestored(): Promise<void> } }} */ (
      /** @type {unknown} */ (window)
    ).driver.whenWorkbenchRestored(),
  );
  return page;
}
