// Pictures for the documentation, taken in a real VS Code: the example with its preview, light and dark, and a finding explained.
//   node scripts/vscode/screenshot.mjs [--extension folder] [--out docs/images] [--only words]
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "../browser.mjs";
import { drive } from "./drive.mjs";
import { provision, root } from "./provision.mjs";
import { makeRunFolder } from "./run-folder.mjs";
import { serve } from "./serve.mjs";
import { addressOf, linkExtension, openWorkbench } from "./workbench.mjs";

/** @typedef {{ name: string, look: "light" | "dark", file: string, prepare: (ui: import("./drive.mjs").Ui) => Promise<void> }} Picture */

/** @type {readonly Picture[]} */
const pictures = [
  { name: "preview-light", look: "light", file: "pendulum/pendulum.reward", prepare: openPreview },
  { name: "preview-dark", look: "dark", file: "pendulum/pendulum.reward", prepare: openPreview },
  {
    name: "finding",
    look: "dark",
    file: "boat-race/boat-race.reward",
    prepare: async (ui) => {
      await ui.hoverAt(() => ui.squiggle("warning"));
      const squiggle = await ui.squiggle("warning");
      await stretchHover(ui, squiggle.x + squiggle.width / 2);
    },
  },
];

const { values } = parseArgs({
  options: {
    extension: { type: "string", default: root },
    out: { type: "string", default: path.join(root, "docs", "images") },
    only: { type: "string", default: "" },
  },
});

async function main() {
  fs.mkdirSync(values.out, { recursive: true });
  const browser = await launchBrowser();
  for (const picture of pictures.filter(({ name }) => name.includes(values.only))) {
    const run = makeRunFolder(path.join(root, "examples"));
    const served = await serve({
      server: provision(),
      dataFolder: run.data,
      driver: true,
      settings: { "editor.hover.above": false },
    });
    const file = path.join(run.workspace, picture.file);
    const extension = linkExtension(path.resolve(values.extension), run.path);
    const address = addressOf(served.origin, { folder: run.workspace, extensions: [extension], file });
    const page = await openWorkbench(browser, address, { width: 1840, height: 1160, colorScheme: picture.look });
    const ui = drive(page);
    await ui.command("View: Toggle Primary Side Bar Visibility");
    await picture.prepare(ui);
    const out = path.join(values.out, `${picture.name}.png`);
    await page.screenshot({ path: out });
    console.log(path.relative(process.cwd(), out));
    await page.context().close();
    await served.stop();
  }
  await browser.close();
}

/**
 * Pulls the lower edge of the hover down, as a person would, until all of it can be read. The way into it is straight down: off it, it closes.
 * @param {import("./drive.mjs").Ui} ui
 * @param {number} x
 */
async function stretchHover({ page }, x) {
  const box = await page.locator(".monaco-resizable-hover").first().boundingBox();
  if (!box) throw new Error("The hover is gone.");
  await page.mouse.move(x, box.y + box.height - 1, { steps: 20 });
  await page.mouse.down();
  await page.mouse.move(x, (page.viewportSize()?.height ?? 900) - 30, { steps: 20 });
  await page.mouse.up();
  await page.waitForTimeout(500);
}

/**
 * The recorded episodes in the preview, one of them chosen, half the way through.
 * @param {import("./drive.mjs").Ui} ui
 */
async function openPreview(ui) {
  await ui.codeLens(/Simulate/);
  const preview = ui.webview();
  await preview.getByRole("combobox", { name: /Trajectories/ }).click();
  await preview.getByRole("option", { name: /recorded/ }).click();
  await preview
    .getByRole("row")
    .filter({ has: preview.getByRole("rowheader", { name: "1" }) })
    .click();
  await preview.getByRole("slider", { name: /step/i }).first().fill("60");
  // The charts are drawn on the next frames; nothing on the page says when they are done.
  await ui.page.waitForTimeout(1500);
}

try {
  await main();
  process.exit(0);
} catch (problem) {
  console.error(/** @type {Error} */ (problem).message);
  process.exit(1);
}
