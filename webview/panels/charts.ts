// The selected episode over its steps: contributions of each term, the return as it adds up, and the scrubber below both.
import type uPlot from "uplot";
import type { EpisodeResult } from "../../runtime/trajectory.ts";
import { type Contributions, drawContributions, termAtHeight } from "../charts/contributions.ts";
import { createStack, stackExtent } from "../charts/decimate.ts";
import { createPlot } from "../charts/plot.ts";
import { createReadout } from "../charts/readout.ts";
import { createCheckbox, createToggle } from "../controls.ts";
import { element, setText, show } from "../dom.ts";
import { formatCount, formatNumber, formatSigned } from "../format.ts";
import { watchTheme } from "../palette.ts";
import { type Picture, totalsOf } from "../picture.ts";
import type { Actions, Panel } from "./panel.ts";
import { createScrubber } from "./scrubber.ts";
import { createTwin } from "./twin.ts";

export function createCharts(actions: Actions): Panel {
  let picture: Picture | undefined;
  let whole = false;
  let content: Contributions | undefined;
  let shownOf: unknown[] = [];
  const scrubber = createScrubber(actions);
  const area = element("div", { class: "chart-area" });
  const readout = createReadout(area);
  const choose = (step: number) => {
    scrubber.focus();
    actions.change({ step });
  };
  const hover = (step: number | null, event?: PointerEvent) => {
    if (step === null || !event || !picture?.result || event.pointerType === "touch") return readout.hide();
    const { result, pays } = picture;
    const rows = pays.map((pay) => ({ pay, value: result.terms[pay.name]?.[step] ?? 0 }));
    readout.show({ title: `Step ${step}`, rows, paid: result.rewards[step] }, event);
  };
  const stacked = createPlot({
    height: 190,
    labels: false,
    series: () => [{ show: false }],
    draw: (u, theme) => content && drawContributions(u, theme, content),
    hover,
    choose,
    open: (step, value) => {
      const pay = content && termAtHeight(content, step, value);
      if (pay) actions.reveal(pay.source);
    },
  });
  const summed = createPlot({ height: 138, labels: true, series: (theme) => lines(theme), hover, choose });
  watchTheme(() => {
    stacked.restyle();
    summed.restyle();
  });
  const beyond = createToggle("", (pressed) => {
    whole = pressed;
    shownOf = [];
    if (picture) update(picture);
  });
  const discounted = createCheckbox("Discounted", (checked) => actions.change({ discounted: checked }));
  const stackTwin = createTwin("Contributions per step");
  const sumTwin = createTwin("Cumulative return");
  const written = element("span", { class: "muted legend-written", text: "dashed: the spec as written" });

  area.append(
    element("div", { class: "chart-head" }, element("h3", { text: "Contributions per step" }), beyond.node, stackTwin.toggle),
    stacked.node,
    stackTwin.node,
    element(
      "div",
      { class: "chart-head" },
      element("h3", { text: "Cumulative return" }),
      written,
      discounted.node,
      sumTwin.toggle,
    ),
    summed.node,
    scrubber.node,
    sumTwin.node,
  );

  function update(next: Picture) {
    picture = next;
    const { result, base, changed, highlight, pays, view, step } = next;
    scrubber.update(next);
    stacked.mark(step);
    summed.mark(step);
    discounted.update(view.discounted);
    show(discounted.node, next.program.settings.discount !== 1);
    show(written, changed && base !== result);
    if (!result) return;
    const drawn = [result, base, changed, highlight, view.discounted, pays, whole];
    if (shownOf.length === 0 || drawn.some((part, i) => part !== shownOf[i])) {
      shownOf = drawn;
      paintStack(next, result);
      paintSum(next, result);
    }
    updateTwins(next, result);
  }

  function paintStack({ pays, highlight }: Picture, result: EpisodeResult) {
    const steps = result.rewards.length;
    const stack =
      content?.paid === result.rewards && content.pays === pays
        ? content.stack
        : createStack(
            pays.map((pay) => result.terms[pay.name] ?? []),
            steps,
          );
    content = { pays, stack, paid: result.rewards, highlight };
    const extent = stackExtent(stack.up, stack.down, whole);
    const full = whole ? stackExtent(stack.up, stack.down, false).beyond : extent.beyond;
    show(beyond.node, full > 0);
    beyond.update(whole);
    setText(beyond.node, whole ? "Whole range" : `${formatCount(full, "step")} cut off`);
    beyond.node.title = whole ? "Shrink the axis to the usual steps" : "Stretch the axis until everything fits";
    stacked.show([stepsUpTo(steps), noPoints(steps)], [extent.lo, extent.hi]);
    stacked.describe(describeStack(result, pays));
  }

  function paintSum({ base, changed, view, program }: Picture, result: EpisodeResult) {
    const gamma = view.discounted ? program.settings.discount : 1;
    const now = addUp(result.rewards, gamma);
    const before = changed && base && base !== result ? padTo(addUp(base.rewards, gamma), now.length) : noPoints(now.length);
    let [lo, hi] = [0, 0];
    for (const value of [...extremes(now), ...extremes(before)]) {
      lo = Math.min(lo, value);
      hi = Math.max(hi, value);
    }
    summed.show([stepsUpTo(now.length), before, now], [lo, hi]);
    const end = now[now.length - 1] ?? 0;
    summed.describe(
      `Line: ${view.discounted ? "discounted " : ""}return adding up over ${formatCount(now.length, "step")} to ${formatNumber(end)}`,
    );
  }

  function updateTwins({ pays, step, episode, view, program }: Picture, result: EpisodeResult) {
    const rows = result.rewards.length;
    const name = episode?.id ?? "";
    stackTwin.update(() => ({
      caption: `What each term pays on each step of ${name}`,
      columns: ["Step", ...pays.map((pay) => pay.name), "Paid"],
      rows,
      row: (i) => [String(i), ...pays.map((pay) => formatSigned(result.terms[pay.name]?.[i])), formatSigned(result.rewards[i])],
      around: step,
    }));
    sumTwin.update(() => {
      const sums = addUp(result.rewards, view.discounted ? program.settings.discount : 1);
      return {
        caption: `${view.discounted ? "Discounted return" : "Return"} of ${name} as it adds up`,
        columns: ["Step", "Paid", "Sum so far"],
        rows,
        row: (i) => [String(i), formatSigned(result.rewards[i]), formatSigned(sums[i])],
        around: step,
      };
    });
  }

  return { node: area, update };
}

function lines(theme: () => { line: string; muted: string }): uPlot.Series[] {
  return [
    { stroke: () => theme().muted, width: 1.25, dash: [4, 4], points: { show: false } },
    { stroke: () => theme().line, width: 2, points: { show: false } },
  ];
}

let counted: number[] = [];
let nothing: null[] = [];

/** 0, 1, 2 … as the plots want it; the same array for the same length. */
function stepsUpTo(length: number): number[] {
  if (counted.length !== length) counted = Array.from({ length }, (_, i) => i);
  return counted;
}

/** A series without points. */
function noPoints(length: number): null[] {
  if (nothing.length !== length) nothing = new Array(length).fill(null);
  return nothing;
}

/** Running sums, each reward times gamma to the step. */
function addUp(rewards: readonly number[], gamma: number): Float64Array {
  const sums = new Float64Array(rewards.length);
  let sum = 0;
  let factor = 1;
  for (let i = 0; i < rewards.length; i++) {
    sum += factor * rewards[i];
    factor *= gamma;
    sums[i] = sum;
  }
  return sums;
}

/** As long as another series: a parameter may change how long a scenario is. */
function padTo(values: Float64Array, length: number): Float64Array | (number | null)[] {
  if (values.length === length) return values;
  return Array.from({ length }, (_, i) => values[i] ?? null);
}

/** Least and greatest, with zero among them. */
function extremes(values: ArrayLike<number | null>): [number, number] {
  let lo = 0;
  let hi = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value < lo) lo = value;
    if (value > hi) hi = value;
  }
  return [lo, hi];
}

function describeStack(result: EpisodeResult, pays: Picture["pays"]): string {
  const totals = totalsOf(pays, result);
  const parts = pays
    .map((pay, i) => ({ name: pay.name, total: totals[i] }))
    .filter(({ total }) => total)
    .sort((a, b) => Math.abs(b.total) - Math.abs(a.total))
    .slice(0, 5)
    .map(({ name, total }) => `${name} ${formatSigned(total)}`);
  return `Stacked bars: what ${formatCount(pays.length, "term")} pay over ${formatCount(result.rewards.length, "step")}. In all: ${parts.join(", ") || "nothing"}`;
}
