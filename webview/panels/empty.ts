// What the page shows before there is anything to draw: what to write, with the spec's own signals, and a button that writes it.
import type { Program, SignalDeclaration } from "../../runtime/program.ts";
import { createButton } from "../controls.ts";
import { element, setText, show } from "../dom.ts";
import type { Actions, Panel } from "./panel.ts";

export function createEmpty({ insert }: Pick<Actions, "insert">): Panel {
  const heading = element("h2");
  const advice = element("p");
  const code = element("pre", { class: "code", attributes: { tabindex: 0, "aria-label": "Example" } });
  let text = "";
  const add = createButton({ label: "Add to the spec", icon: "add", appearance: "primary", press: () => insert(text) });
  const node = element("section", { class: "empty" }, heading, advice, code, add);
  return {
    node,
    update({ episodes, set, program }) {
      show(node, episodes.length === 0);
      if (episodes.length > 0) return;
      const data = set?.kind === "data";
      setText(heading, data ? `No episodes in ${set.name}` : "No trajectories yet");
      setText(
        advice,
        data
          ? "No record was found where this data block looks. Check its path, or try the reward on a small trajectory written by hand:"
          : "A scenario is a small trajectory written by hand. Write one that deserves its reward and one that does not, and see whether the reward agrees:",
      );
      text = exampleScenarios(program);
      setText(code, text);
    },
  };
}

/** Two scenarios with the spec's own signals, as a start. */
export function exampleScenarios(program: Program): string {
  const entries = (good: boolean) => program.signals.slice(0, 4).map((signal) => `${signal.name} = ${sampleValue(signal, good)}`);
  const block = (name: string, good: boolean) => {
    const own = entries(good).join(", ");
    return program.oneShot
      ? `scenario ${name} { ${own} }`
      : `scenario ${name} { steps ${Math.min(100, program.settings.horizon ?? 100)} { ${own} } }`;
  };
  return `${block("good", true)}\n${block("bad", false)}\nexpect good > bad`;
}

function sampleValue({ type, range, tags }: SignalDeclaration, good: boolean): string {
  const better = tags.hazard ? !good : good;
  switch (type.kind) {
    case "bool":
      return String(better);
    case "text":
      return JSON.stringify(
        type.alternatives?.[better ? 0 : (type.alternatives.length ?? 1) - 1] ?? (better ? "a good answer" : ""),
      );
    case "vector":
      return `[${new Array(type.size).fill(type.of === "bool" ? better : 0).join(", ")}]`;
    case "number": {
      const [lo, hi] = [range?.[0] ?? 0, range?.[1] ?? 1];
      return String(better ? lo + (hi - lo) / 2 : lo);
    }
    default:
      return "[]";
  }
}
