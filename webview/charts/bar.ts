// One trajectory as a bar: what each term pays stacked to the right of zero, what it costs to the left, and the return as a mark.
// All bars of a table share one scale. It must not know the page's state.
import { svg } from "../dom.ts";
import type { Pay } from "../picture.ts";
import { fillOf } from "./patterns.ts";

/** Bounds of all bars; zero lies within. */
export interface Scale {
  lo: number;
  hi: number;
}

export interface BarContent {
  pays: readonly Pay[];
  /** Signed, one per pay. */
  totals: readonly number[];
  scale: Scale;
  paid: number | null;
  /** What the unmodified spec pays, where that differs. */
  written: number | null;
  highlight: string | null;
}

/** `open` is called where a person double-clicks what a term pays. */
export function createBar(open: (pay: Pay) => void) {
  const node = svg("svg", { class: "bar", "aria-hidden": "true" });
  const zero = svg("line", { class: "bar-zero", y1: 0, y2: "100%" });
  const rects: SVGRectElement[] = [];
  let shown: readonly Pay[] = [];
  node.addEventListener("dblclick", (event) => {
    const pay = shown[rects.indexOf(event.target as SVGRectElement)];
    if (pay) open(pay);
  });
  const segments = svg("g");
  const before = svg("line", { class: "bar-written", y1: "6%", y2: "94%" });
  const halo = svg("line", { class: "bar-halo", y1: "6%", y2: "94%" });
  const mark = svg("line", { class: "bar-paid", y1: "6%", y2: "94%" });
  node.append(zero, segments, before, halo, mark);
  return {
    node,
    update({ pays, totals, scale, paid, written, highlight }: BarContent) {
      shown = pays;
      const x = (value: number) => (100 * (value - scale.lo)) / (scale.hi - scale.lo || 1);
      let up = 0;
      let down = 0;
      pays.forEach((pay, i) => {
        let rect = rects[i];
        if (!rect) {
          rect = svg("rect", { class: "bar-segment", y: "18%", height: "64%" });
          rects[i] = rect;
          segments.append(rect);
        }
        const total = Number.isFinite(totals[i]) ? totals[i] : 0;
        const from = total >= 0 ? up : down + total;
        if (total >= 0) up += total;
        else down += total;
        rect.setAttribute("x", `${x(from)}%`);
        rect.setAttribute("width", `${x(from + Math.abs(total)) - x(from)}%`);
        rect.setAttribute("fill", fillOf(pay.slot));
        rect.classList.toggle("dim", highlight !== null && highlight !== pay.name);
      });
      while (rects.length > pays.length) rects.pop()?.remove();
      put(zero, x(0), true);
      put(before, x(written ?? 0), written !== null);
      put(halo, x(paid ?? 0), paid !== null);
      put(mark, x(paid ?? 0), paid !== null);
    },
  };
}

function put(line: SVGLineElement, percent: number, visible: boolean) {
  line.setAttribute("x1", `${percent}%`);
  line.setAttribute("x2", `${percent}%`);
  line.classList.toggle("gone", !visible);
}

/** The scale that holds every bar and every return. */
export function scaleOf(rows: Iterable<{ totals: readonly number[]; paid: number | null }>): Scale {
  let lo = 0;
  let hi = 0;
  for (const { totals, paid } of rows) {
    let up = 0;
    let down = 0;
    for (const total of totals) {
      if (total > 0) up += total;
      else if (total < 0) down += total;
    }
    lo = Math.min(lo, down, paid ?? 0);
    hi = Math.max(hi, up, paid ?? 0);
  }
  if (lo === 0 && hi === 0) return { lo: 0, hi: 1 };
  const room = (hi - lo) * 0.03;
  return { lo: lo < 0 ? lo - room : 0, hi: hi > 0 ? hi + room : 0 };
}

/** Round values within the scale, about `count` of them, zero among them. */
export function ticksOf({ lo, hi }: Scale, count: number): number[] {
  const rough = (hi - lo) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let k = Math.ceil(lo / step); k * step <= hi * (1 + 1e-12); k++) ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}
