// The spec's expectations, tried again as sliders move. Each leads to its line; a failed one says by how much.
import { type ExpectationResult, runExpectations } from "../../runtime/expectations.ts";
import type { Program } from "../../runtime/program.ts";
import type { Knobs } from "../../runtime/trajectory.ts";
import { createKeyed, element, setText, show } from "../dom.ts";
import { icon } from "../icons.ts";
import type { Actions, Panel } from "./panel.ts";

/** Milliseconds without a change; expectations play all scenarios again, which may take longer than a frame. */
const REST = 80;

export function createExpectations({ reveal }: Actions): Panel {
  const list = element("ul", { class: "expectation-list" });
  const node = element("section", { class: "expectations", attributes: { "aria-label": "Expectations" } }, list);
  const updateList = createKeyed<ExpectationResult, HTMLLIElement>(list, (first) => {
    let current = first;
    let status = "";
    const mark = element("span", { class: "expectation-mark" });
    const text = element("button", {
      class: "link expectation-text",
      attributes: { type: "button" },
      on: { click: () => reveal(current.source) },
    });
    const message = element("span", { class: "muted" });
    return {
      node: element(
        "li",
        { class: "expectation" },
        mark,
        element("span", { class: "muted code-text", text: "expect " }),
        text,
        message,
      ),
      update: (result) => {
        current = result;
        setText(text, result.name);
        text.title = result.message;
        setText(message, result.status === "passed" ? "" : result.message);
        if (status === result.status) return;
        status = result.status;
        const passed = status === "passed";
        const said = passed ? "holds: " : status === "failed" ? "fails: " : "cannot be evaluated: ";
        mark.className = `expectation-mark ${passed ? "good" : "bad"}`;
        mark.replaceChildren(icon(passed ? "check" : "cross"), element("span", { class: "hidden", text: said }));
      },
    };
  });

  let triedProgram: Program | undefined;
  let triedKnobs: Knobs | undefined;
  let timer: number | undefined;
  const attempt = () =>
    triedProgram && updateList(runExpectations(triedProgram, triedKnobs), (result) => `${result.source[0]} ${result.name}`);
  return {
    node,
    update({ program, view, set }) {
      show(node, program.expectations.length > 0 && set?.kind !== "data");
      if (triedProgram === program && triedKnobs === view.knobs) return;
      const now = triedProgram !== program;
      triedProgram = program;
      triedKnobs = view.knobs;
      window.clearTimeout(timer);
      if (now) attempt();
      else timer = window.setTimeout(attempt, REST);
    },
  };
}
