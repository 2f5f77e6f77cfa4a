// Says aloud, through a live region, how the selected trajectory's return changes. Only once things have come to rest.
import { element } from "../dom.ts";
import { formatNumber } from "../format.ts";
import type { Picture } from "../picture.ts";
import type { Panel } from "./panel.ts";

const REST = 400;

export function createAnnouncer(): Panel {
  const node = element("div", { class: "hidden", attributes: { role: "status", "aria-live": "polite" } });
  let said = "";
  let timer: number | undefined;
  return {
    node,
    update(picture) {
      const sentence = describe(picture);
      if (sentence === said) return;
      const first = said === "";
      said = sentence;
      window.clearTimeout(timer);
      if (first) return;
      timer = window.setTimeout(() => {
        node.textContent = sentence;
      }, REST);
    },
  };
}

function describe({ episode, result, base, changed }: Picture): string {
  if (!episode || !result) return "No trajectory";
  if (result.return === null) return `${episode.id} is invalid: it has no return`;
  const sentence = `Return of ${episode.id} ${formatNumber(result.return)}`;
  if (!changed || typeof base?.return !== "number") return sentence;
  const change = result.return - base.return;
  if (change === 0) return `${sentence}, as written`;
  return `${sentence}, ${formatNumber(Math.abs(change))} ${change > 0 ? "more" : "less"} than the spec as written`;
}
