// Weights and parameters: the page evaluates by itself, at once, and says what changed.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluate } from "../../runtime/evaluate.ts";
import { chooseSet, openPage, settled, startBrowser, tableOf, textOf } from "./open-page.ts";
import { load, longLog, mathsText, walkText } from "./samples.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("a weight repaints returns, bars and shares without asking the host", async () => {
  const sent = load("maths.reward", mathsText);
  const { page, close, posted } = await openPage(browser, [sent]);
  const before = (await posted()).filter(({ type }) => type !== "state").length;
  await page.getByRole("slider", { name: "Weight of quality" }).fill("0.9");
  await settled(page);
  const [right] = evaluate(sent.program, sent.sets[0].episodes, { weights: { quality: 0.9 } });
  const rows = await tableOf(page);
  expect(rows[0].return).toBe(right.return?.toFixed(3));
  expect(rows[0].change).toBe("+0.307");
  expect(rows[0].bar).toBe("accuracy +1, quality +0.6917");
  expect(await textOf(page, ".figures")).toContain("+0.3074 to the spec");
  expect(await textOf(page, "[data-term=quality] .share")).toMatch(/^41/);
  expect(await page.locator(".pay-table tbody tr").nth(1).innerText()).toMatch(/× 0\.9/);
  expect((await posted()).filter(({ type }) => type !== "state").length).toBe(before);
  await close();
});

test("a parameter takes an exact number, shows its unit, and goes back to what the spec says", async () => {
  const sent = load("maths.reward", mathsText);
  const { page, close } = await openPage(browser, [sent]);
  const field = page.getByRole("spinbutton", { name: "free, value" });
  await field.fill("600");
  await field.press("Enter");
  await settled(page);
  const [, rambles] = evaluate(sent.program, sent.sets[0].episodes, { params: { free: 600 } });
  expect((await tableOf(page))[1].return).toBe(rambles.return?.toFixed(3));
  expect(await textOf(page, "[data-param=free] .unit")).toBe("tok");
  expect(await page.getByRole("slider", { name: "free" }).getAttribute("aria-valuetext")).toBe("600 tok");
  await page.getByRole("button", { name: "Reset free" }).click();
  await settled(page);
  expect(await field.inputValue()).toBe("2048");
  expect(await page.getByRole("columnheader", { name: "Change" }).count()).toBe(0);
  await close();
});

test("keys move a slider by round amounts, and it finds the written value again", async () => {
  const { page, close } = await openPage(browser, [load("maths.reward", mathsText)]);
  const slider = page.getByRole("slider", { name: "free" });
  const field = page.getByRole("spinbutton", { name: "free, value" });
  await slider.focus();
  const values: string[] = [];
  for (const key of ["ArrowRight", "ArrowRight", "PageUp", "End", "Home"]) {
    await slider.press(key);
    await settled(page);
    values.push(await field.inputValue());
  }
  expect(values).toEqual(["2060", "2070", "2170", "4096", "512"]);
  await slider.evaluate((node) => {
    for (let k = 0; k < 3; k++) node.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  });
  await settled(page);
  expect(await field.inputValue()).toBe("540");
  await slider.fill("2046");
  await settled(page);
  expect(await field.inputValue()).toBe("2048");
  await close();
});

test("expectations follow the sliders", async () => {
  const { page, close } = await openPage(browser, [load("maths.reward", mathsText)]);
  await page.getByRole("slider", { name: "Weight of overlong" }).fill("0");
  await page.getByRole("slider", { name: "Weight of accuracy" }).fill("0");
  await page.waitForFunction(() => document.querySelector(".expectation")?.textContent?.startsWith("fails"));
  await page.getByText("Reset weights").click();
  await page.waitForFunction(() => document.querySelector(".expectation")?.textContent?.startsWith("holds"));
  await close();
});

test("a scenario that reads a parameter is played anew", async () => {
  const text = mathsText.replace("scenario silent ", "scenario longest like right { tokens = free / 2 }\n  scenario silent ");
  const { page, close } = await openPage(browser, [load("maths.reward", text)]);
  await page.getByRole("row", { name: /longest/ }).click();
  await page.getByRole("slider", { name: "free" }).fill("3000");
  await settled(page);
  expect(await textOf(page, ".values")).toMatch(/tokens\s*1500/);
  await close();
});

test("the change is announced once the slider rests, in words", async () => {
  const { page, close } = await openPage(browser, [load("maths.reward", mathsText)]);
  const status = page.getByRole("status");
  expect(await status.textContent()).toBe("");
  await page.getByRole("slider", { name: "Weight of quality" }).fill("0.9");
  await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent);
  expect(await status.textContent()).toBe("Return of right 1.692, 0.3074 more than the spec as written");
  await close();
});

test("a slider keeps its focus while the spec is edited around it", async () => {
  const { page, close, send } = await openPage(browser, [load("maths.reward", mathsText)]);
  const slider = page.getByRole("slider", { name: "Weight of quality" });
  await slider.focus();
  await slider.press("ArrowRight");
  const edited = mathsText.replace(
    "objective quality",
    "objective brevity weight 0.1 = 1 - tokens / 4096 [tok]\n  objective quality",
  );
  await send(load("maths.reward", edited, [], 2));
  expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await page.locator("[data-term]").count()).toBe(4);
  expect(Number(await slider.inputValue())).toBeCloseTo(0.505);
  await close();
});

test("a knob that the spec has caught up with is let go", async () => {
  const { page, close, send } = await openPage(browser, [load("maths.reward", mathsText)]);
  await page.getByRole("slider", { name: "Weight of quality" }).fill("0.9");
  await settled(page);
  await send(load("maths.reward", mathsText.replace("quality   weight 0.5", "quality   weight 0.9"), [], 2));
  expect(await page.getByRole("columnheader", { name: "Change" }).count()).toBe(0);
  await close();
});

test("a hundred thousand steps stay smooth under a weight slider", async () => {
  const { page, close } = await openPage(browser, [load("walk.reward", walkText, [longLog(100_000)])]);
  await chooseSet(page, "data:marathon");
  await page.waitForFunction(() => document.querySelector(".grid-row")?.textContent?.includes("100,000"));
  const session = await page.context().newCDPSession(page);
  // Processor time of the page's thread: the machine may be busy with other things.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const used = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")!.value * 1000;
  };
  const drag = (frames: number, from: number) =>
    page.evaluate(
      async ([count, first]) => {
        const slider = document.querySelector<HTMLInputElement>("[data-term=tracking] .slider")!;
        for (let k = 0; k < count; k++) {
          slider.value = String(first + k * 0.02);
          slider.dispatchEvent(new Event("input"));
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
        }
      },
      [frames, from],
    );
  await drag(10, 0.5);
  const before = await used();
  await drag(20, 1);
  const perFrame = ((await used()) - before) / 20;
  expect(perFrame).toBeLessThan(90);
  await close();
});
