// The way from a squiggle to a repaired reward, with the preview beside it, as a person goes it.
import assert from "node:assert/strict";
import type { Ui } from "../../../scripts/vscode/drive.mjs";
import type { UiTest } from "../../../scripts/vscode/run-ui.mjs";

/** What the preview's table says of one trajectory. */
const row = ({ webview }: Ui, name: string) =>
  webview()
    .getByRole("row")
    .filter({ has: webview().getByRole("rowheader", { name }) })
    .first();

/** Waits until the table shows that a trajectory pays this. */
const pays = async (ui: Ui, name: string, expected: number) => {
  await ui.until(async () => {
    const text = (await row(ui, name).locator(".column-return").allTextContents()).join(" ");
    const shown = Number.parseFloat(text.replace("\u2212", "-"));
    assert.ok(Math.abs(shown - expected) < 0.001, `${name} pays ${expected}; the table says ${text || "nothing"}`);
  });
};

export default {
  name: "find and fix",
  file: "answers.reward",
  steps: [
    [
      "a finding is underlined, and its hover says why and what to do",
      async ({ squiggle, hoverAt }) => {
        const text = await hoverAt(() => squiggle("error"));
        assert.match(text, /unbounded-learned-reward/);
        assert.match(text, /upper bound/);
        assert.match(text, /sigmoid/);
      },
    ],
    [
      "the Problems view lists it",
      async ({ problems }) => {
        assert.match((await problems()).join("\n"), /learned score 'score'/);
      },
    ],
    [
      "lenses tell what scenarios pay",
      async ({ codeLenses, until }) => {
        await until(async () => assert.match((await codeLenses()).join("\n"), /brief 2 · padded 2\.5/));
      },
    ],
    [
      "▶ Simulate opens the preview: each scenario's return, each term by name",
      async (ui) => {
        await ui.codeLens(/Simulate/);
        await pays(ui, "brief", 2);
        await pays(ui, "padded", 2.5);
        for (const term of ["liked", "long"]) await ui.webview().getByText(term, { exact: true }).first().waitFor();
      },
    ],
    [
      "a slider changes what is paid at once",
      async (ui) => {
        await ui.webview().getByRole("slider", { name: /dear/ }).first().fill("2");
        await pays(ui, "padded", 1);
      },
    ],
    [
      "an edit repaints the preview",
      async (ui) => {
        await ui.replace("score = 2,", "score = 7,");
        await pays(ui, "brief", 7);
      },
    ],
    [
      "the quick fix rewrites the reward, and the squiggle goes",
      async (ui) => {
        await ui.quickFix(await ui.squiggle("error"), /sigmoid\(score\)/);
        await ui.until(async () => assert.match((await ui.editorLines()).join("\n"), /= sigmoid\(score\)/));
        await ui.page.locator(".squiggly-error").first().waitFor({ state: "detached" });
        await pays(ui, "brief", 0.999);
      },
    ],
    [
      "the command opens the generated TypeScript",
      async (ui) => {
        await ui.command("Telos: Show Generated TypeScript");
        await ui.page
          .locator(".tab")
          .filter({ hasText: /\.ts\b|TypeScript/ })
          .first()
          .waitFor();
      },
    ],
  ],
} satisfies UiTest;
