// Themes, widths, zoom and motion; no serious accessibility violation, no breach of the content policy, in any of them.
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseSet, openPage, settled, startBrowser } from "./open-page.ts";
import { emptyText, load, mathsText, walkLog, walkText } from "./samples.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Serious and critical violations, as sentences. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await (await import("node:fs/promises")).readFile(axePath, "utf8"));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations;
  });
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

const themes = ["light", "dark", "high-contrast", "high-contrast-light"] as const;

test.each(themes)("one-shot in %s", async (theme) => {
  const { page, complaints, close } = await openPage(browser, [load("maths.reward", mathsText)], { theme });
  await page.getByRole("slider", { name: "Weight of quality" }).fill("0.9");
  await settled(page);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test.each(themes)("steps, tables, a log and a banner in %s", async (theme) => {
  const { page, complaints, send, close } = await openPage(browser, [load("walk.reward", walkText, [walkLog(40)])], { theme });
  await page.getByRole("button", { name: "Contributions per step as a table" }).click();
  await chooseSet(page, "data:rollouts");
  await page.getByRole("row", { name: /rollout-003/ }).click();
  await send({ type: "broken", version: 2, message: "Line 3: something is missing.", at: [10, 20] });
  await send({ type: "highlight", term: "effort" });
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test("the empty page", async () => {
  const { page, complaints, close } = await openPage(browser, [load("hello.reward", emptyText)]);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  ["a narrow side panel", { width: 320, height: 700 }],
  ["twice the size", { width: 1100, height: 900, zoom: 2 }],
])("nothing sticks out of %s", async (_, options) => {
  for (const message of [load("maths.reward", mathsText), load("walk.reward", walkText, [walkLog(40)])]) {
    const { page, close } = await openPage(browser, [message], options);
    await page.getByRole("slider").last().fill("0.9");
    await settled(page);
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect(wide).toBeLessThanOrEqual(room);
    // Nor do panels overlap each other.
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll(".pay, .values, .side, .episode")]
        .map((node) => node.getBoundingClientRect())
        .filter((box) => box.width > 0);
      return boxes.some((a, i) =>
        boxes.some(
          (b, k) => i < k && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
        ),
      );
    });
    expect(overlaps).toBe(false);
    expect(await violations(page)).toEqual([]);
    await close();
  }
});

test("who asks for less motion gets none", async () => {
  const still = await openPage(browser, [load("maths.reward", mathsText)], { reducedMotion: true });
  const duration = (page: Page) =>
    page
      .locator(".term")
      .first()
      .evaluate((node) => getComputedStyle(node).transitionDuration);
  expect(await duration(still.page)).toBe("0s");
  await still.close();
  const moving = await openPage(browser, [load("maths.reward", mathsText)]);
  expect(await duration(moving.page)).not.toBe("0s");
  await moving.close();
});

test("the charts take the colours of a theme chosen later", async () => {
  const { page, close } = await openPage(browser, [load("walk.reward", walkText)]);
  const pixel = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".plot canvas")!;
      const { data } = canvas.getContext("2d")!.getImageData(canvas.width / 2, canvas.height * 0.46, 1, 1);
      return [...data].slice(0, 3).join(" ");
    });
  const before = await pixel();
  await page.evaluate(() => {
    document.documentElement.style.setProperty("--vscode-telos-term1", "#ff0000");
    document.body.className = "vscode-light";
  });
  await settled(page);
  expect(await pixel()).not.toBe(before);
  expect(await pixel()).toBe("255 0 0");
  await close();
});

test("a page without its script is not served anything else: the policy allows one script and one style sheet", async () => {
  const { page, close } = await openPage(browser, [load("maths.reward", mathsText)]);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toBe("default-src 'none'; script-src 'nonce-testing'; style-src 'nonce-testing'");
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective), { once: true });
        fetch("https://example.com/").catch(() => {});
      }),
  );
  expect(blocked).toBe("connect-src");
  await close();
});
