// Which step is looked at: a slider under the charts, aligned with them, with the steps where something went wrong marked above it.
import { AXIS_WIDTH } from "../charts/plot.ts";
import { createButton } from "../controls.ts";
import { element, setText, show } from "../dom.ts";
import { formatNumber } from "../format.ts";
import type { Picture } from "../picture.ts";
import type { Actions, Panel } from "./panel.ts";

const END = 12;

export function createScrubber({ change }: Actions): Panel & { focus(): void } {
  let picture: Picture | undefined;
  const range = element("input", {
    class: "slider scrubber-range",
    attributes: { type: "range", min: 0, step: 1, "aria-label": "Step" },
  });
  const field = element("input", {
    class: "field step-field",
    attributes: { type: "number", min: 0, step: 1, "aria-label": "Go to step" },
  });
  const rest = element("span", { class: "step-rest" });
  const label = element("span", { class: "step-label" }, "Step ", field, rest);
  const marks = element("canvas", { class: "event-marks", attributes: { "aria-hidden": "true" } });
  const track = element("div", { class: "scrubber-track" }, marks, range);
  track.style.marginLeft = `${AXIS_WIDTH}px`;
  track.style.marginRight = `${END}px`;
  const jump = (direction: 1 | -1) => {
    if (!picture) return;
    const events = eventSteps(picture);
    const next =
      direction > 0 ? events.find((step) => step > (picture?.step ?? 0)) : events.findLast((step) => step < (picture?.step ?? 0));
    if (next !== undefined) change({ step: next });
  };
  const before = createButton({
    label: "Previous violation or invalid value",
    icon: "previous",
    iconOnly: true,
    press: () => jump(-1),
  });
  const after = createButton({ label: "Next violation or invalid value", icon: "next", iconOnly: true, press: () => jump(1) });
  const jumps = element("span", { class: "jumps" }, before, after);

  range.addEventListener("input", () => change({ step: Number(range.value) }));
  field.addEventListener("change", () => {
    const step = Math.round(Number(field.value));
    if (Number.isFinite(step)) change({ step: Math.min(Number(range.max), Math.max(0, step)) });
  });
  range.addEventListener("keydown", (event) => {
    if (!event.shiftKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
    event.preventDefault();
    const by = event.key === "ArrowLeft" ? -10 : 10;
    // Keys may come faster than frames.
    range.value = String(Number(range.value) + by);
    change({ step: Number(range.value) });
  });
  new ResizeObserver(() => picture && drawMarks(marks, picture)).observe(marks);
  let marksOf: unknown;

  return {
    node: element("div", { class: "scrubber" }, track, element("div", { class: "scrubber-line" }, label, jumps)),
    focus: () => range.focus({ preventScroll: true }),
    update(next) {
      picture = next;
      const steps = next.episode?.steps.length ?? 0;
      range.max = String(Math.max(0, steps - 1));
      range.disabled = steps <= 1;
      alignThumb(range, steps);
      if (Number(range.value) !== next.step) range.value = String(next.step);
      const { dt } = next.program.settings;
      const time = dt === undefined ? "" : ` \u00b7 ${formatNumber(next.step * dt)} s`;
      const text = `of ${formatNumber(Math.max(0, steps - 1), 9)}${time}`;
      setText(rest, text);
      field.max = range.max;
      if (document.activeElement !== field || Number(field.value) !== next.step) field.value = String(next.step);
      range.setAttribute("aria-valuetext", `Step ${formatNumber(next.step, 9)} ${text}`);
      range.style.setProperty("--filled", `${steps > 1 ? (100 * next.step) / (steps - 1) : 0}%`);
      const events = eventSteps(next);
      show(jumps, events.length > 0);
      before.disabled = !(events[0] < next.step);
      after.disabled = !(events[events.length - 1] > next.step);
      if (marksOf !== next.result) {
        marksOf = next.result;
        drawMarks(marks, next);
      }
    },
  };
}

/** The thumb's centre stands under the middle of its step in the charts. */
function alignThumb(range: HTMLInputElement, steps: number) {
  const inset = `calc(${50 / Math.max(1, steps)}% - var(--thumb) / 2)`;
  range.style.marginLeft = inset;
  range.style.width = `calc(100% - 2 * (${inset}))`;
}

/** Steps with a violation or an invalid value, in order. */
function eventSteps({ result }: Picture): number[] {
  const steps = new Set<number>();
  for (const { step } of result?.violations ?? []) if (step !== null && step >= 0) steps.add(step);
  for (const { step } of result?.invalid ?? []) if (step !== null && step >= 0) steps.add(step);
  return [...steps].sort((a, b) => a - b);
}

function drawMarks(canvas: HTMLCanvasElement, picture: Picture) {
  const scale = devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(canvas.clientWidth * scale));
  canvas.height = Math.max(1, Math.round(canvas.clientHeight * scale));
  const pen = canvas.getContext("2d");
  const steps = picture.episode?.steps.length ?? 0;
  if (!pen || steps === 0) return;
  const style = getComputedStyle(canvas);
  pen.fillStyle = style.getPropertyValue("--warning");
  const width = Math.max(2 * scale, canvas.width / steps);
  for (const step of eventSteps(picture)) {
    pen.fillRect(((step + 0.5) / steps) * canvas.width - width / 2, 0, width, canvas.height);
  }
}
