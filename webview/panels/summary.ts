// The set at a glance: how many reach the goal, and whether what is paid agrees with what is wanted.
import { element, setText, show } from "../dom.ts";
import { formatCount, formatNumber } from "../format.ts";
import { icon } from "../icons.ts";
import { goalOf, type Picture } from "../picture.ts";
import type { Actions, Panel } from "./panel.ts";

/** The best-paid trajectory that misses the goal and the worst-paid that reaches it; null where either is lacking. */
export function goalGap(picture: Pick<Picture, "episodes" | "results">): { missed: number; reached: number; gap: number } | null {
  let missed = -1;
  let reached = -1;
  const paid = (index: number) => picture.results[index]?.return ?? 0;
  picture.results.forEach((result, index) => {
    if (typeof result?.return !== "number") return;
    const goal = goalOf(result);
    if (goal === true && (reached < 0 || result.return < paid(reached))) reached = index;
    if (goal === false && (missed < 0 || result.return > paid(missed))) missed = index;
  });
  return missed < 0 || reached < 0 ? null : { missed, reached, gap: paid(reached) - paid(missed) };
}

export function createSummary({ change }: Actions): Panel {
  const count = element("span", { class: "muted" });
  const verdict = element("span", { class: "verdict" });
  const node = element("p", { class: "summary" }, verdict, count);
  let shown = "";
  return {
    node,
    update(picture) {
      const { episodes, results, program, set } = picture;
      show(node, episodes.length > 0);
      setText(count, describe(picture));
      const gap = goalGap(picture);
      const signature = gap ? JSON.stringify([gap, episodes[gap.missed].id, episodes[gap.reached].id, program.goals.length]) : "";
      show(verdict, gap !== null);
      if (!gap || signature === shown) return;
      shown = signature;
      const goal = program.goals.length === 1 ? program.goals[0].name : "all goals";
      const pick = (index: number) =>
        element("button", {
          class: "link",
          text: episodes[index].id,
          attributes: { type: "button" },
          on: { click: () => change({ episode: episodes[index].id }) },
        });
      const paid = (index: number) => formatNumber(results[index]?.return);
      verdict.classList.toggle("alarm", gap.gap <= 0);
      verdict.classList.toggle("good", gap.gap > 0);
      if (gap.gap > 0) {
        const noun = set?.kind === "data" ? "episode" : "scenario";
        verdict.replaceChildren(
          icon("check"),
          `Every ${noun} that reaches ${goal} out-earns every other, by ${formatNumber(gap.gap)} or more.`,
        );
      } else {
        const than = gap.gap < 0 ? "more than" : "as much as";
        const end = `(${paid(gap.reached)}), which reaches it.`;
        verdict.replaceChildren(
          icon("warning"),
          pick(gap.missed),
          ` misses ${goal} and yet pays ${paid(gap.missed)}, ${than} `,
          pick(gap.reached),
          ` ${end}`,
        );
      }
    },
  };
}

function describe({ episodes, results, program, set }: Picture): string {
  const noun = set?.kind === "data" ? "episode" : "scenario";
  const parts = [formatCount(episodes.length, noun)];
  const goals = results.map(goalOf).filter((goal) => typeof goal === "boolean");
  if (program.goals.length > 0 && goals.length > 0) {
    parts.push(
      `${goals.filter(Boolean).length} of ${goals.length} reach ${program.goals.length === 1 ? program.goals[0].name : "all goals"}`,
    );
  }
  const returns = results.flatMap((result) => (typeof result?.return === "number" ? [result.return] : []));
  if (returns.length > 8) {
    const mean = returns.reduce((sum, value) => sum + value, 0) / returns.length;
    parts.push(`mean return ${formatNumber(mean)}`);
  }
  return parts.join(" \u00b7 ");
}
