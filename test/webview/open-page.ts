// Opens the built page in Chromium as the editor would: its own HTML frame and content policy, a theme, a fake host.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { pageFrame } from "../../client/infrastructure/page-frame.ts";
import { launchBrowser } from "../../scripts/browser.mjs";
import { installFakeHost } from "../../webview/dev/fake-host.ts";
import { BODY_CLASS, type ThemeName, themeVariables } from "../../webview/dev/themes.ts";
import type { FromPage, ToPage } from "../../webview/protocol.ts";
import { ownColours } from "./own-colours.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ORIGIN = "http://preview.test";

export interface Options {
  theme?: ThemeName;
  width?: number;
  height?: number;
  reducedMotion?: boolean;
  zoom?: number;
}

export interface Opened {
  page: Page;
  /** Content policy violations and uncaught errors so far. */
  complaints: string[];
  posted(): Promise<FromPage[]>;
  send(message: ToPage): Promise<void>;
  close(): Promise<void>;
}

export const startBrowser = (): Promise<Browser> => launchBrowser();

export async function openPage(browser: Browser, messages: ToPage[], options: Options = {}): Promise<Opened> {
  const { theme = "dark", width = 1100, height = 900, reducedMotion = false, zoom = 1 } = options;
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: html(theme) });
    const file = path.join(root, "dist", "webview", path.basename(pathname));
    return fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: "" });
  });
  await page.addInitScript(installFakeHost, JSON.stringify(messages));
  await page.addInitScript(dress, themeVariables(theme, ownColours(theme)));
  await page.goto(`${ORIGIN}/`);
  await settled(page);
  return {
    page,
    complaints,
    // As text: the types of messages are too deep for page.evaluate.
    posted: async () => JSON.parse(await page.evaluate(() => JSON.stringify(window.fakeHost.posted))),
    send: async (message) => {
      await page.evaluate((sent) => window.fakeHost.send(JSON.parse(sent)), JSON.stringify(message));
      await settled(page);
    },
    close: () => context.close(),
  };
}

/** Waits until what was asked for has been painted. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let frames = 5;
        const tick = () => (frames-- > 0 ? requestAnimationFrame(tick) : resolve());
        tick();
      }),
  );
}

/** The editor puts its theme on the root element, through the object model. */
function dress(variables: Record<string, string>) {
  const apply = () => {
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
  };
  if (document.documentElement) return apply();
  const observer = new MutationObserver(() => {
    if (!document.documentElement) return;
    observer.disconnect();
    apply();
  });
  observer.observe(document, { childList: true });
}

function html(theme: ThemeName): string {
  const frame = pageFrame({ nonce: "testing", script: `${ORIGIN}/main.js`, style: `${ORIGIN}/main.css` });
  return frame.replace("<body>", `<body class="${BODY_CLASS[theme]}">`);
}

/** Text of the first element that matches, as people read it. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).first().textContent()) ?? "").replace(/[\u00a0\u2009]/g, " ").trim();
}

/** The rows of the trajectory table in sight, in order: column → text. */
export async function tableOf(page: Page): Promise<Record<string, string>[]> {
  return page
    .locator(".grid-row")
    .evaluateAll((rows) =>
      rows
        .toSorted((a, b) => Number(a.getAttribute("aria-rowindex")) - Number(b.getAttribute("aria-rowindex")))
        .map((row) =>
          Object.fromEntries(
            [...row.children].map((cell) => [/column-(\w+)/.exec(cell.className)?.[1] ?? "", (cell.textContent ?? "").trim()]),
          ),
        ),
    );
}

/** Picks a set of trajectories as a person would. */
export async function chooseSet(page: Page, value: string): Promise<void> {
  await page.locator("vscode-dropdown").click();
  await page.locator(`vscode-option[value="${value}"]`).click();
  await settled(page);
}

/** The step looked at, as the scrubber says it. */
export async function stepOf(page: Page): Promise<string> {
  return (await page.getByRole("slider", { name: "Step" }).getAttribute("aria-valuetext")) ?? "";
}
