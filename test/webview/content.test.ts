// What the page shows of a one-shot reward, of one over steps, of a log, and of a spec without trajectories.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { chooseSet, openPage, settled, startBrowser, stepOf, tableOf, textOf } from "./open-page.ts";
import { emptyText, load, mathsText, walkLog, walkText } from "./samples.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("a one-shot reward is a table of trajectories with what each pays and why", async () => {
  const sent = load("maths.reward", mathsText);
  const { page, close, complaints } = await openPage(browser, [sent]);
  expect(await textOf(page, "h1")).toBe("Maths");
  const rows = await tableOf(page);
  expect(rows.map((row) => row.id)).toEqual(["right", "rambles", "wrong", "flatters", "hedges", "silent"]);
  const paid = evaluate(sent.program, sent.sets[0].episodes).map((result) => result.return!.toFixed(3).replace("-", "\u2212"));
  expect(rows.map((row) => row.return)).toEqual(paid);
  expect(rows.map((row) => row.goal)).toEqual(["reached", "reached", "missed", "missed", "missed", "missed"]);
  expect(rows[0].bar).toBe("accuracy +1, quality +0.3843");
  expect(await page.locator(".chart-area").isVisible()).toBe(false);
  expect(await textOf(page, ".verdict")).toMatch(/^Every scenario that reaches solved out-earns every other, by 0\.298/);
  expect(complaints).toEqual([]);
  await close();
});

test("the selected trajectory is broken down into terms, signals and named values", async () => {
  const { page, close } = await openPage(browser, [load("maths.reward", mathsText)]);
  await page.getByRole("row", { name: /hedges/ }).click();
  await settled(page);
  const pay = await page.locator(".pay-table tbody tr").allInnerTexts();
  expect(pay.map((row) => row.split(/\s+/))).toEqual([
    ["accuracy", "0", "×", "1", "0"],
    ["quality", "0.7685", "×", "0.5", "+0.3843"],
    ["overlong", "0", "×", "0.5", "0"],
  ]);
  const sums = await page.locator(".pay-table tfoot tr").allInnerTexts();
  expect(sums.map((row) => row.replace(/\s+/g, " ").trim())).toEqual([
    "Terms together +0.3843",
    "Capped by one_answer \u22121.384",
    "Paid \u22121",
  ]);
  expect(await textOf(page, ".trouble")).toContain("one_answer is violated: this pays at most \u22121");
  expect(await textOf(page, ".values")).toContain("boxes");
  await page.getByRole("row", { name: /rambles/ }).click();
  await settled(page);
  expect(await textOf(page, ".long .value")).toMatch(/and so on\.\s+Therefore \\boxed\{42\}$/);
  await close();
});

test("expectations are tried and lead to their line", async () => {
  const sent = load("maths.reward", mathsText);
  const { page, close, posted } = await openPage(browser, [sent]);
  expect(await textOf(page, ".expectation")).toMatch(/holds: expect right > rambles > wrong > hedges/);
  await page.getByRole("button", { name: /right > rambles/ }).click();
  const reveal = (await posted()).find((message) => message.type === "reveal");
  expect(reveal && mathsText.slice(...reveal.source)).toContain("right > rambles > wrong > hedges");
  await close();
});

test("a goal that is out-earned by a trajectory that misses it is called out", async () => {
  const text = mathsText.replace("quality   weight 0.5", "quality   weight 2.5").replace(/expect .*\n/, "");
  const { page, close } = await openPage(browser, [load("maths.reward", text)]);
  expect(await textOf(page, ".verdict")).toMatch(
    /^flatters misses solved and yet pays 2\.5, more than rambles \(1\.898\), which reaches it\.$/,
  );
  await close();
});

test("a reward over steps has charts, and a scrubber that shows one step in full", async () => {
  const sent = load("walk.reward", walkText);
  const { page, close } = await openPage(browser, [sent]);
  const [result] = evaluate(sent.program, sent.sets[0].episodes);
  const charts = await page.getByRole("img").all();
  expect(await charts[0].getAttribute("aria-label")).toMatch(
    /^Stacked bars: what 6 terms pay over 500 steps\. In all: tracking \+9\.4/,
  );
  expect(await charts[1].getAttribute("aria-label")).toMatch(/^Line: return adding up over 500 steps to 1\.61/);
  await page.getByRole("slider", { name: "Step" }).fill("100");
  await settled(page);
  expect(await stepOf(page)).toBe("Step 100 of 499 \u00b7 2 s");
  const rows = await page.locator(".pay-table tbody tr").allInnerTexts();
  const tracking = result.terms.tracking[100];
  expect(rows[0].split(/\s+/).at(-1)).toBe(`+${Number(tracking.toPrecision(4))}`);
  expect(await textOf(page, ".values")).toMatch(/command\s*\[0\.8, 0\]/);
  expect(await textOf(page, ".values")).toMatch(/moving\s*\d/);
  await close();
});

test("every chart has its numbers as a captioned table, a page at a time", async () => {
  const { page, close } = await openPage(browser, [load("walk.reward", walkText)]);
  await page.getByRole("button", { name: "Contributions per step as a table" }).click();
  const table = page.getByRole("table", { name: /What each term pays on each step of walks/ });
  expect(await table.locator("thead th").allInnerTexts()).toEqual([
    "Step",
    "tracking",
    "stride",
    "effort",
    "bounce",
    "fall",
    "posture",
    "Paid",
  ]);
  expect(await table.locator("tbody tr").count()).toBe(25);
  await page.getByRole("button", { name: "Later steps" }).first().click();
  expect(await table.locator("tbody th").first().innerText()).toBe("25");
  await page.getByRole("slider", { name: "Step" }).fill("400");
  await settled(page);
  expect(await table.locator("[aria-current=step] th").innerText()).toBe("400");
  await page.getByRole("button", { name: "Cumulative return as a table" }).click();
  expect(await page.getByRole("table", { name: /Return of walks as it adds up/ }).isVisible()).toBe(true);
  await close();
});

test("a log shows its problems, recorded returns and values that could not be used", async () => {
  const { page, close } = await openPage(browser, [load("walk.reward", walkText, [walkLog(60)])], { width: 1300 });
  await chooseSet(page, "data:rollouts");
  expect(await textOf(page, ".problems")).toMatch(
    /1 problem reading these trajectories.*rollouts\.jsonl, line 14: height is "n\/a"/s,
  );
  const heads = await page.getByRole("columnheader").allInnerTexts();
  expect(heads.map((head) => head.trim())).toEqual(
    expect.arrayContaining(["Episode", "Invalid", "Steps", "Recorded", "Difference"]),
  );
  const rows = await tableOf(page);
  expect(Number(rows[3].invalid)).toBeGreaterThan(0);
  expect(rows[4].invalid).toBe("0");
  expect(rows[0].recorded).toBe("1.200");
  // Rows out of sight are not drawn.
  expect(rows.length).toBeLessThan(30);
  expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe("61");
  await page.getByRole("row", { name: /rollout-003/ }).click();
  await settled(page);
  await page.getByRole("button", { name: "Next violation or invalid value" }).click();
  await settled(page);
  expect(await stepOf(page)).toMatch(/^Step 40 of/);
  expect(await textOf(page, ".trouble")).toMatch(/height: .*1\.7/);
  await close();
});

test("without trajectories the page teaches what to write, and writes it", async () => {
  const { page, close, posted } = await openPage(browser, [load("hello.reward", emptyText)]);
  expect(await textOf(page, ".empty h2")).toBe("No trajectories yet");
  await page.getByText("Add to the spec").click();
  const insert = (await posted()).find((message) => message.type === "insert");
  expect(insert?.text).toContain("scenario good { correct = true");
  const written = emptyText.replace(/}\n$/, `${insert?.text}\n}\n`);
  expect(compile(written).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  await close();
});

test("an episode that cannot be paid says so, and why, in the table and below", async () => {
  const text = `reward Judged {
    horizon 3 steps
    signal score : number from model("judge")
    objective liked = score
  }`;
  const steps = [{ score: 1 }, { score: null }, { score: 2 }];
  const episodes = [
    { id: "torn", steps },
    { id: "whole", steps: [{ score: 1 }, { score: 1 }] },
  ];
  const message = load("judged.reward", text, [{ kind: "data", name: "log", episodes, problems: [] }]);
  const { page, close, complaints } = await openPage(browser, [message]);
  const rows = await tableOf(page);
  expect(rows.map((row) => row.return)).toEqual(["invalid", "2"]);
  expect(await textOf(page, ".figures")).toContain("invalid");
  await page.getByRole("slider", { name: "Step" }).fill("1");
  await settled(page);
  expect(await textOf(page, ".trouble")).toContain("score is missing.");
  expect(complaints).toEqual([]);
  await close();
});
