// Opens the built page in Chromium as the editor would: its own HTML frame and content policy, a theme, a fake host.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { pageFrame } from "../../client/infrastructure/page-frame.ts";
import { launchBrowser } from "../../scripts/browser.mjs";
import { build } from "../../scripts/build.mjs";
import { installFakeHost } from "../../webview/dev/fake-host.ts";
import { BODY_CLASS, type ThemeName, themeVariables } from "../../webview/dev/themes.ts";
import type { FromPage, ToPage } from "../../webview/protocol.ts";

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

/** Builds the page once and starts a browser. */
export async function startBrowser(): Promise<Browser> {
  await build({ only: ["webview"] });
  return launchBrowser();
}

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

const KEYS = {
  light: "light",
  dark: "dark",
  "high-contrast": "highContrast",
  "high-contrast-light": "highContrastLight",
} as const;

/** Colours the extension contributes to the theme, as the manifest says. */
function ownColours(theme: ThemeName): Record<string, string> {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const colours: { id: string; defaults: Record<string, string> }[] = manifest.contributes.colors;
  return Object.fromEntries(colours.map(({ id, defaults }) => [id, defaults[KEYS[theme]]]));
}
