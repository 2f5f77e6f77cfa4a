// Verbs for driving a VS Code page as a person would. It must not know Telos; each verb waits for what it needs, none sleeps blindly.
// @ts-check

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").Locator} Locator
 * @typedef {ReturnType<typeof drive>} Ui
 */

/** @param {Page} page */
export function drive(page) {
  const editors = page.locator(".editor-instance .monaco-editor");
  const widget = page.locator(".action-widget");

  /**
   * Brings an editor to the front and its cursor to a place, both counted from 1. The focus may still be on its way out of a
   * webview, and whatever takes it closes the box that asks for the place: then it is opened again.
   */
  async function goTo(/** @type {number} */ line, /** @type {number} */ column = 1) {
    const box = page.locator(".quick-input-widget");
    const offered = box.locator(".monaco-list-row").filter({ hasText: new RegExp(`\\b${line}\\b`) });
    const timeout = 3000;
    for (let tries = 1; ; tries++) {
      await focusEditor();
      await page.keyboard.press("Control+g");
      try {
        await box.locator("input").fill(`:${line}:${column}`, { timeout });
        await offered.first().waitFor({ timeout });
        await box.locator("input").press("Enter", { timeout });
        return await box.waitFor({ state: "hidden", timeout });
      } catch (problem) {
        if (tries === 5) throw problem;
        await page.keyboard.press("Escape");
      }
    }
  }

  /** Brings the first group of editors to the front. */
  async function focusEditor() {
    await page.keyboard.press("Control+1");
  }

  /** Runs a command by the title the palette shows. */
  async function command(/** @type {string} */ title) {
    await page.keyboard.press("F1");
    const input = page.locator(".quick-input-widget input");
    await input.fill(`>${title}`);
    const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first();
    await row.waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** The box of the n-th squiggle of a severity, once it stands still: lenses and hints arrive late and push lines down. */
  async function squiggle(/** @type {"error" | "warning" | "info" | "hint"} */ severity, nth = 0) {
    const mark = page.locator(`.squiggly-${severity}`).nth(nth);
    await mark.waitFor({ state: "attached" });
    return stillBox(mark);
  }

  /** The text of the hover over the middle of a box, blanks made plain. After a late change of layout the box is looked for again. */
  async function hoverAt(/** @type {() => Promise<Box>} */ find) {
    const hover = page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
    for (let tries = 0; tries < 4 && !(await hover.isVisible()); tries++) {
      const box = await find();
      await page.mouse.move(box.x + box.width / 2, box.y - 60);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
      await hover.waitFor({ timeout: 5000 }).catch(() => {});
    }
    await hover.waitFor();
    await page.waitForFunction(() => {
      const shown = document.querySelector(".monaco-hover:not(.hidden)");
      return shown && getComputedStyle(shown).opacity === "1" && !/Loading\.{3}/.test(shown.textContent ?? "");
    });
    return plain((await hover.allInnerTexts()).join(" "));
  }

  /** Applies the quick fix whose title matches, at a box. Enter, not a click: an invisible shield swallows clicks. */
  async function quickFix(/** @type {Box} */ box, /** @type {RegExp} */ title) {
    await page.keyboard.press("Escape");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.press("Control+.");
    await widget.locator(".monaco-list-row.action").first().waitFor();
    const rows = widget.locator(".monaco-list-row.action");
    const titles = (await rows.allInnerTexts()).map(plain);
    const at = titles.findIndex((text) => title.test(text));
    if (at < 0) throw new Error(`No quick fix matches ${title}. There are: ${titles.join(" · ") || "none"}.`);
    for (let step = 0; step < titles.length && !(await isFocused(rows.nth(at))); step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await widget.waitFor({ state: "hidden" });
  }

  /** Clicks the code lens whose text matches. VS Code may leave a lens inert after the layout changed, until the cursor moves. */
  async function codeLens(/** @type {RegExp} */ text) {
    const lens = page.locator(".codelens-decoration a").filter({ hasText: text }).first();
    await page.locator(".codelens-decoration").filter({ hasText: text }).first().waitFor();
    for (let tries = 0; tries < 5 && (await lens.count()) === 0; tries++) {
      if (tries > 0) await goTo(1 + (tries % 2));
      await lens.waitFor({ timeout: 1500 }).catch(() => {});
    }
    await lens.waitFor();
    await stillBox(lens);
    await lens.click();
  }

  /** The texts of all lenses shown. */
  async function codeLenses() {
    return (await page.locator(".codelens-decoration").allInnerTexts()).map(plain);
  }

  /** The page inside the webview that is in front. */
  function webview() {
    return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  /** Puts text in place of the first occurrence of `old` in the open file, by way of the find widget. */
  async function replace(/** @type {string} */ old, /** @type {string} */ text) {
    await select(old);
    await page.keyboard.insertText(text);
  }

  /** Selects the first occurrence of `words` in the open file. */
  async function select(/** @type {string} */ words) {
    await goTo(1);
    await page.keyboard.press("Control+f");
    const find = page
      .locator(".find-widget.visible textarea[aria-label='Find'], .find-widget.visible .find-part textarea")
      .first();
    await find.fill(words);
    await page
      .locator(".find-widget.visible .matchesCount")
      .filter({ hasText: /^\s*1\s+of\s/ })
      .waitFor();
    await page.keyboard.press("Escape");
  }

  /** Lines of the editor that are visible, in order, blanks made plain. */
  async function editorLines(nth = 0) {
    const lines = await editors
      .nth(nth)
      .locator(".view-lines .view-line")
      .evaluateAll((nodes) =>
        nodes
          .map((node) => ({ top: Number.parseFloat(/** @type {HTMLElement} */ (node).style.top), text: node.textContent ?? "" }))
          .sort((a, b) => a.top - b.top)
          .map((line) => line.text),
      );
    return lines.map((line) => line.replaceAll("\u00a0", " "));
  }

  /** Every row of the Problems view. */
  async function problems() {
    await command("Problems: Focus on Problems View");
    const rows = page.locator(".markers-panel .monaco-list-row");
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map(plain);
  }

  /** Tries until `check` holds; for what VS Code does in its own time. The last failure is what is thrown. */
  async function until(/** @type {() => Promise<void> | void} */ check, /** @type {number} */ ms = 15_000) {
    for (const deadline = Date.now() + ms; ; ) {
      try {
        return await check();
      } catch (problem) {
        if (Date.now() > deadline) throw problem;
        await page.waitForTimeout(100);
      }
    }
  }

  return {
    page,
    goTo,
    focusEditor,
    command,
    squiggle,
    hoverAt,
    quickFix,
    codeLens,
    codeLenses,
    webview,
    replace,
    select,
    editorLines,
    problems,
    until,
  };
}

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/**
 * @param {Locator} locator
 * @returns {Promise<Box>}
 */
async function stillBox(locator) {
  let before = "";
  for (let tries = 0; tries < 50; tries++) {
    const box = await locator.boundingBox();
    const now = JSON.stringify(box);
    if (box && now === before) return box;
    before = now;
    await locator.page().waitForTimeout(150);
  }
  throw new Error("The place on the page does not come to rest.");
}

/** @param {Locator} row */
async function isFocused(row) {
  return /\bfocused\b/.test((await row.getAttribute("class")) ?? "");
}

/** VS Code's texts hold non-breaking blanks. @param {string} text */
function plain(text) {
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}
