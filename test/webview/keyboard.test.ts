// Everything by keyboard: the table of trajectories, its headings, the scrubber.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseSet, openPage, settled, startBrowser, stepOf, tableOf, textOf } from "./open-page.ts";
import { load, mathsText, walkLog, walkText } from "./samples.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

test("arrows, Home and End walk through the trajectories", async () => {
  const { page, close } = await openPage(browser, [load("maths.reward", mathsText)]);
  await page.getByRole("grid").focus();
  await press(page, "ArrowDown", "ArrowDown");
  expect(await textOf(page, ".episode-title")).toBe("wrong");
  expect(await page.locator(".grid-row[aria-selected=true]").getAttribute("id")).toBe(
    await page.getByRole("grid").getAttribute("aria-activedescendant"),
  );
  await press(page, "End");
  expect(await textOf(page, ".episode-title")).toBe("silent");
  await press(page, "Home", "ArrowUp");
  expect(await textOf(page, ".episode-title")).toBe("right");
  await close();
});

test("a long log scrolls along with the selection", async () => {
  const { page, close } = await openPage(browser, [load("walk.reward", walkText, [walkLog(128)])]);
  await chooseSet(page, "data:rollouts");
  await page.getByRole("grid").focus();
  await press(page, "End");
  expect(await textOf(page, ".episode-title")).toBe("rollout-127");
  expect(await page.locator(".grid-row[aria-selected=true]").isVisible()).toBe(true);
  await press(page, "PageUp");
  expect(await textOf(page, ".episode-title")).toMatch(/rollout-12\d/);
  await close();
});

test("a heading sorts one way, the other way, then not at all", async () => {
  const { page, close } = await openPage(browser, [load("maths.reward", mathsText)]);
  const ids = async () => (await tableOf(page)).map((row) => row.id);
  await page.getByRole("columnheader", { name: "Return" }).last().getByRole("button").focus();
  await press(page, "Enter");
  expect(await ids()).toEqual(["right", "rambles", "flatters", "wrong", "hedges", "silent"]);
  await press(page, "Enter");
  expect(await ids()).toEqual(["hedges", "silent", "wrong", "flatters", "rambles", "right"]);
  await press(page, "Enter");
  expect(await ids()).toEqual(["right", "rambles", "wrong", "flatters", "hedges", "silent"]);
  await close();
});

test("the scrubber moves by one, by ten and to the ends; a click on a chart hands it the keys", async () => {
  const { page, close } = await openPage(browser, [load("walk.reward", walkText)]);
  const step = async () => (await stepOf(page)).replace(/ of.*/, "");
  await page.getByRole("slider", { name: "Step" }).focus();
  await press(page, "ArrowRight", "ArrowRight", "Shift+ArrowRight");
  expect(await step()).toBe("Step 12");
  await press(page, "End", "ArrowLeft");
  expect(await step()).toBe("Step 498");
  await page.getByRole("spinbutton", { name: "Go to step" }).fill("77");
  await press(page, "Enter");
  expect(await step()).toBe("Step 77");
  const over = page.locator(".u-over").first();
  const box = (await over.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + 40);
  await settled(page);
  expect(await step()).toMatch(/Step 2(49|50)/);
  await press(page, "ArrowRight");
  expect(await step()).toMatch(/Step 25[01]/);
  await close();
});

test("dragging in a chart scrubs", async () => {
  const { page, close } = await openPage(browser, [load("walk.reward", walkText)]);
  const box = (await page.locator(".u-over").nth(1).boundingBox())!;
  await page.mouse.move(box.x + 10, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 30, { steps: 5 });
  await page.mouse.up();
  await settled(page);
  expect(await stepOf(page)).toMatch(/^Step (39\d|40\d) /);
  await close();
});

test("Tab reaches every control in reading order", async () => {
  const { page, close } = await openPage(browser, [load("maths.reward", mathsText)]);
  const names: string[] = [];
  for (let k = 0; k < 40; k++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const node = document.activeElement;
      return node === document.body ? null : (node?.getAttribute("aria-label") ?? node?.textContent?.trim() ?? "");
    });
    if (name === null) break;
    names.push(name);
  }
  const order = [
    "Maths",
    "Trajectories",
    "Scenario",
    "Return",
    "right > rambles > wrong > hedges",
    "free",
    "Weight of accuracy",
    "Weight of overlong",
  ];
  const places = order.map((name) => names.indexOf(name));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  await close();
});
