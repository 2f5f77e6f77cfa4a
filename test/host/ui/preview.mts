// The preview and the file beside it, each following the other, as a person sees it.
import assert from "node:assert/strict";
import type { Ui } from "../../../scripts/vscode/drive.mjs";
import type { UiTest } from "../../../scripts/vscode/run-ui.mjs";

/** Waits until the preview's table says that a trajectory pays this. */
const pays = (ui: Ui, name: string, expected: number) =>
  ui.until(async () => {
    const row = ui.webview().locator(".grid-row").filter({ hasText: name });
    const text = (await row.locator(".column-return").allInnerTexts()).join(" ");
    const shown = Number.parseFloat(text.replace("\u2212", "-"));
    assert.equal(shown, expected, `${name} pays ${text || "nothing"}, not ${expected}`);
  });

/** The address of the same window without the file it was opened with, which would stand in for the editors left open. */
function withoutFile(address: string): string {
  const url = new URL(address);
  const payload: [string, string][] = JSON.parse(url.searchParams.get("payload") ?? "[]");
  url.searchParams.set("payload", JSON.stringify(payload.filter(([key]) => key !== "openFile")));
  return url.href;
}

export default {
  name: "preview",
  file: "paced.reward",
  steps: [
    [
      "the key opens it beside the file, with the recorded runs",
      async (ui) => {
        await ui.focusEditor();
        await ui.page.keyboard.press("Control+k");
        await ui.page.keyboard.press("v");
        await pays(ui, "calm", 2);
        await pays(ui, "wild", 0);
      },
    ],
    [
      "the term at the cursor stands out",
      async (ui) => {
        await ui.select("haste");
        await ui.webview().locator(".term.emphasised[data-term=haste]").waitFor();
        await ui.goTo(1);
        await ui.webview().locator(".term.emphasised").waitFor({ state: "detached" });
      },
    ],
    [
      "a term of the preview leads to its line",
      async (ui) => {
        await ui.webview().locator(".term").getByRole("button", { name: "haste", exact: true }).click();
        await ui.until(async () =>
          assert.match(await ui.page.locator(".statusbar").innerText(), /Ln 8, Col \d+ \(\d+ selected\)/),
        );
        await ui.page.locator(".monaco-editor.focused").first().waitFor();
      },
    ],
    [
      "a broken file keeps the last picture under a banner that leads to the problem",
      async (ui) => {
        await ui.replace("speed - 1", "spead - 1");
        const banner = ui.webview().locator(".banner");
        await banner.filter({ hasText: "spead" }).waitFor();
        await pays(ui, "calm", 2);
        await ui.until(async () => {
          await banner.getByText("Go to problem").click();
          await ui.page
            .locator(".statusbar")
            .getByText(/Ln 7, Col \d+ \(5 selected\)/)
            .waitFor({ timeout: 3000 });
        });
        await ui.replace("spead - 1", "speed - 1");
        await banner.waitFor({ state: "hidden" });
      },
    ],
    [
      "a changed log is read again",
      async (ui) => {
        await ui.page.keyboard.press("Control+1");
        await ui.page.keyboard.press("Control+p");
        await ui.page.locator(".quick-input-widget input").fill("paced.jsonl");
        await ui.page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "paced.jsonl" }).first().waitFor();
        await ui.page.keyboard.press("Enter");
        await ui.page.locator(".tab.active").filter({ hasText: "paced.jsonl" }).waitFor();
        await ui.replace('"calm", "speed": 1}', '"calm", "speed": 0}');
        await ui.page.keyboard.press("Control+s");
        await pays(ui, "calm", 1);
      },
    ],
    [
      "after a reload it is there again, as it was left",
      async (ui) => {
        await ui.webview().getByRole("slider", { name: "Weight of haste" }).fill("0");
        await pays(ui, "wild", 0.5);
        // VS Code in a browser writes its state down every five seconds.
        await ui.page.waitForTimeout(7000);
        await ui.page.goto(withoutFile(ui.page.url()));
        await ui.webview().locator(".grid-row").first().waitFor();
        await pays(ui, "wild", 0.5);
        assert.equal(await ui.webview().getByRole("slider", { name: "Weight of haste" }).inputValue(), "0");
      },
    ],
    [
      "a rule is explained on a page that needs no network",
      async (ui) => {
        await ui.focusEditor();
        await ui.command("Telos: Explain Rule");
        const input = ui.page.locator(".quick-input-widget input");
        await input.fill("compensable-constraint");
        await ui.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
        await ui.page.keyboard.press("Enter");
        await ui.page
          .locator(".tab.active")
          .filter({ hasText: /compensable-constraint/ })
          .waitFor();
      },
    ],
  ],
} satisfies UiTest;
