// The page and its host: going to the source, emphasis from the cursor, a broken spec, being hidden and shown again.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, settled, startBrowser, stepOf, tableOf, textOf } from "./open-page.ts";
import { load, mathsText, walkText } from "./samples.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("a term leads to its declaration", async () => {
  const { page, close, posted } = await openPage(browser, [load("maths.reward", mathsText)]);
  await page.locator("[data-term=overlong]").getByRole("button", { name: "overlong" }).click();
  await page.locator(".pay-table").getByRole("button", { name: "accuracy" }).click();
  const reveals = (await posted()).flatMap((message) => (message.type === "reveal" ? [mathsText.slice(...message.source)] : []));
  expect(reveals[0]).toMatch(/^penalty +overlong +weight 0\.5/);
  expect(reveals[1]).toMatch(/^objective +accuracy/);
  await close();
});

test("a double click on what a term pays, in a bar or in a chart, leads there too", async () => {
  const { page, close, posted } = await openPage(browser, [load("walk.reward", walkText)]);
  const bar = (await page.locator("#trajectory-0 .bar-segment").first().boundingBox())!;
  await page.mouse.dblclick(bar.x + bar.width / 2, bar.y + bar.height / 2);
  const over = (await page.locator(".u-over").first().boundingBox())!;
  await page.mouse.dblclick(over.x + over.width * 0.61, over.y + over.height * 0.72);
  const reveals = (await posted()).flatMap((message) => (message.type === "reveal" ? [walkText.slice(...message.source)] : []));
  expect(reveals[0]).toMatch(/^objective tracking/);
  expect(reveals[1]).toMatch(/^penalty +effort/);
  await close();
});

test("the term under the cursor is emphasised, the others step back", async () => {
  const { page, close, send } = await openPage(browser, [load("maths.reward", mathsText)]);
  await send({ type: "highlight", term: "quality" });
  expect(await page.locator(".term.emphasised").getAttribute("data-term")).toBe("quality");
  expect(await page.locator(".term.dim").count()).toBe(2);
  const bar = page.locator("#trajectory-0 .bar-segment");
  expect(await bar.evaluateAll((segments) => segments.map((segment) => segment.classList.contains("dim")))).toEqual([
    true,
    false,
    true,
  ]);
  await send({ type: "highlight", term: null });
  expect(await page.locator(".term.dim, .bar-segment.dim").count()).toBe(0);
  await close();
});

test("a broken spec keeps the last good picture under a banner that leads to the problem", async () => {
  const { page, close, send, posted } = await openPage(browser, [load("maths.reward", mathsText)]);
  await send({ type: "broken", version: 2, message: "Line 12: nothing is called corect. Did you mean correct?", at: [300, 306] });
  expect(await textOf(page, ".banner-message")).toBe("Line 12: nothing is called corect. Did you mean correct?");
  expect(await textOf(page, ".banner-note")).toBe("Below is the last version that compiled.");
  expect((await tableOf(page)).length).toBe(6);
  await page.getByText("Go to problem").click();
  expect((await posted()).at(-1)).toMatchObject({ type: "reveal", source: [300, 306] });
  await send(load("maths.reward", mathsText, [], 3));
  expect(await page.locator(".banner").isVisible()).toBe(false);
  await close();
});

test("a spec that never compiled shows the banner alone", async () => {
  const { page, close } = await openPage(browser, [{ type: "broken", version: 1, message: "Line 1: a reward needs a name." }]);
  expect(await page.locator(".banner").isVisible()).toBe(true);
  expect(await page.locator(".banner-note").isVisible()).toBe(false);
  expect(await page.getByText("Go to problem").isVisible()).toBe(false);
  await close();
});

test("an answer that arrives late changes nothing", async () => {
  const { page, close, send } = await openPage(browser, [load("maths.reward", mathsText, [], 5)]);
  await send({ type: "broken", version: 4, message: "old" });
  await send(load("maths.reward", mathsText.replace("reward Maths", "reward Older"), [], 4));
  expect(await textOf(page, "h1")).toBe("Maths");
  expect(await page.locator(".banner").isVisible()).toBe(false);
  await close();
});

test("hidden and shown again, the page is as it was left", async () => {
  const { page, close } = await openPage(browser, [load("walk.reward", walkText)]);
  await page.getByRole("row", { name: /falls/ }).click();
  await page.getByRole("slider", { name: "Step" }).fill("125");
  await page.getByRole("slider", { name: "Weight of fall" }).fill("4");
  await page.getByRole("columnheader", { name: "Return" }).last().getByRole("button").click();
  await page.getByText("Discounted", { exact: true }).last().click();
  await settled(page);
  await page.reload();
  await settled(page);
  expect(await textOf(page, ".episode-title")).toBe("falls");
  expect(await stepOf(page)).toMatch(/^Step 125 of 150/);
  expect(await page.getByRole("slider", { name: "Weight of fall" }).inputValue()).toBe("4");
  expect(await page.getByRole("columnheader", { name: "Return" }).last().getAttribute("aria-sort")).toBe("descending");
  expect(await page.getByRole("img").nth(1).getAttribute("aria-label")).toContain("discounted return");
  await close();
});

test("what is worth keeping goes to the host with the spec's address", async () => {
  const { page, close, posted } = await openPage(browser, [load("maths.reward", mathsText)]);
  await page.getByRole("row", { name: /wrong/ }).click();
  await expect
    .poll(async () => (await posted()).findLast((message) => message.type === "state")?.state)
    .toMatchObject({
      uri: "file:///specs/maths.reward",
      reward: "Maths",
      set: "scenarios",
      episode: "wrong",
    });
  await close();
});
