// The selected trajectory in a line: what it pays, how that differs from the spec as written, whether its goals are reached.
import { createKeyed, element, setText, show } from "../dom.ts";
import { formatNumber, formatSigned, NOTHING } from "../format.ts";
import { icon } from "../icons.ts";
import type { Picture } from "../picture.ts";
import type { Panel } from "./panel.ts";

interface Figure {
  name: string;
  text: string;
  change?: string;
  state?: "good" | "missed" | "bad";
}

export function createFigures(): Panel {
  const title = element("h2", { class: "episode-title" });
  const list = element("dl", { class: "figures" });
  const notes = element("ul", { class: "notes" });
  const updateFigures = createKeyed<Figure, HTMLDivElement>(list, ({ name }) => {
    const value = element("span", { class: "figure-value" });
    const change = element("span", { class: "figure-change" });
    let stateOf: Figure["state"] | "new" = "new";
    const node = element("div", { class: "figure" }, element("dt", { text: name }), element("dd", {}, value, change));
    return {
      node,
      update: (figure) => {
        setText(change, figure.change ?? "");
        if (stateOf === figure.state && value.lastChild?.textContent === figure.text) return;
        stateOf = figure.state;
        value.className = `figure-value ${figure.state ?? ""}`;
        const mark = figure.state === "good" ? icon("check") : figure.state === "missed" ? icon("cross") : null;
        value.replaceChildren(...(mark ? [mark] : []), figure.text);
      },
    };
  });
  const updateNotes = createKeyed<string, HTMLLIElement>(notes, (text) => ({ node: element("li", { text }), update: () => {} }));
  return {
    node: element("div", { class: "figures-panel" }, element("div", { class: "figures-row" }, title, list), notes),
    update(picture) {
      setText(title, picture.episode?.id ?? "");
      updateFigures(figuresOf(picture), (figure) => figure.name);
      const sentences = picture.result?.notes ?? [];
      show(notes, sentences.length > 0);
      updateNotes(sentences, (text) => text);
    },
  };
}

function figuresOf({ program, result, base, changed }: Picture): Figure[] {
  if (!result) return [];
  const number = (name: string, now: number | null, before: number | null | undefined): Figure => ({
    name,
    text: now === null ? "invalid" : formatNumber(now, 5),
    change: changed && now !== null && typeof before === "number" ? differenceText(now - before) : undefined,
    state: now === null ? "bad" : undefined,
  });
  const paid = number("Return", result.return, base?.return);
  if (paid.change === "") paid.change = "as written";
  const figures = [paid];
  if (program.settings.discount !== 1) figures.push(number("Discounted", result.discounted, base?.discounted));
  if (program.shapings.length > 0) figures.push(number("Without shaping", result.unshaped, base?.unshaped));
  for (const goal of program.goals) {
    const value = result.goal !== null && typeof result.goal === "object" ? (result.goal[goal.name] ?? null) : result.goal;
    if (typeof value === "boolean")
      figures.push({ name: goal.name, text: value ? "reached" : "missed", state: value ? "good" : "missed" });
    else figures.push({ name: goal.name, text: value === null ? NOTHING : formatNumber(value) });
  }
  return figures;
}

function differenceText(difference: number): string {
  return difference === 0 ? "" : `${formatSigned(difference)} to the spec`;
}
