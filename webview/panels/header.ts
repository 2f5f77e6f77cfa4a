// The reward's name and doc, what an episode is, which trajectories are shown and what could not be read of them.
import { createDropdown } from "../controls.ts";
import { createKeyed, element, setText, show } from "../dom.ts";
import { formatCount, formatNumber } from "../format.ts";
import { icon } from "../icons.ts";
import type { Picture } from "../picture.ts";
import type { EpisodeSet } from "../protocol.ts";
import { setKey } from "../state.ts";
import type { Actions, Panel } from "./panel.ts";

export function createHeader({ change, reveal }: Actions): Panel {
  let picture: Picture | undefined;
  const name = element("button", {
    class: "link title-link",
    title: "Go to the reward in the editor",
    attributes: { type: "button" },
    on: { click: () => picture && reveal(picture.program.source) },
  });
  const file = element("span", { class: "muted file" });
  const doc = element("p", { class: "doc" });
  const facts = element("p", { class: "muted facts" });
  const sets = createDropdown("Trajectories", (set) => change({ set, episode: undefined, step: 0 }));
  const only = element("span", { class: "set-name" });
  const problems = element("ul", { class: "problem-list" });
  const problemCount = element("span", { class: "problem-count" });
  const details = element("details", { class: "problems" }, element("summary", {}, icon("warning"), problemCount), problems);
  const updateProblems = createKeyed<string, HTMLLIElement>(problems, (text) => ({
    node: element("li", { text }),
    update: () => {},
  }));
  let problemsOf: EpisodeSet | undefined;

  return {
    node: element(
      "header",
      { class: "page-header" },
      element("div", { class: "title-row" }, element("h1", {}, name), file),
      doc,
      element(
        "div",
        { class: "set-row" },
        element("span", { class: "set-picker" }, element("span", { class: "muted", text: "Trajectories" }), sets.node, only),
        facts,
      ),
      details,
    ),
    update(next) {
      picture = next;
      const { program, set, view } = next;
      setText(name, program.name);
      setText(file, view.loaded?.file ?? "");
      setText(doc, program.doc ?? "");
      show(doc, Boolean(program.doc));
      setText(facts, describeSettings(next));
      const all = view.loaded?.sets ?? [];
      sets.update(
        all.map((s) => ({ value: setKey(s), label: labelOf(s) })),
        set && setKey(set),
      );
      show(sets.node, all.length > 1);
      show(only, all.length <= 1);
      setText(only, set ? labelOf(set) : "none yet");
      const found = set?.problems ?? [];
      show(details, found.length > 0);
      if (problemsOf !== set) {
        problemsOf = set;
        details.open = found.length <= 2;
        setText(problemCount, `${formatCount(found.length, "problem")} reading these trajectories`);
        updateProblems(found, (text) => text);
      }
    },
  };
}

function labelOf(set: EpisodeSet): string {
  const count = set.episodes.length;
  return `${set.kind === "scenarios" ? "Scenarios" : set.name} (${count})`;
}

function describeSettings({ program }: Picture): string {
  const { horizon, discount, dt, group } = program.settings;
  const [lo, hi] = program.contract ?? [null, null];
  const bound = (value: number | null, end: string) => (value === null ? end : formatNumber(value));
  const facts = [
    program.contract ? `return within ${bound(lo, "\u2212\u221e")} \u2026 ${bound(hi, "\u221e")}` : "",
    program.oneShot ? "one record per episode" : "",
    horizon === undefined ? "" : `at most ${formatCount(horizon, "step")}`,
    discount === 1 ? "" : `\u03b3 ${formatNumber(discount, 6)}`,
    dt === undefined ? "" : `${formatNumber(dt)} s per step`,
    group > 1 ? `${group} per prompt` : "",
  ];
  return facts.filter(Boolean).join(" \u00b7 ");
}
