// A chart over the steps of one episode: axes, crosshair and pointer, by uPlot; what is drawn inside comes from outside.
// It must not know rewards.
import uPlot from "uplot";
import { element } from "../dom.ts";
import { formatNumber } from "../format.ts";
import { readTheme, type Theme } from "../palette.ts";

export interface PlotOptions {
  height: number;
  /** Labels of the steps under the plot; not needed where another plot with labels follows below. */
  labels: boolean;
  series: (theme: () => Theme) => uPlot.Series[];
  /** Draws into the plot, above the grid and below the lines. */
  draw?: (plot: uPlot, theme: Theme) => void;
  /** The pointer is over this step, or has left. */
  hover: (step: number | null, event?: PointerEvent) => void;
  /** The pointer chose this step. */
  choose: (step: number) => void;
  /** A double click at a step and a value. */
  open?: (step: number, value: number) => void;
}

export interface Plot {
  node: HTMLElement;
  /** First the steps, then one array per series. `range` is that of the values; zero is always in it. */
  show(data: uPlot.AlignedData, range: [number, number]): void;
  /** Marks the current step. */
  mark(step: number): void;
  describe(text: string): void;
  restyle(): void;
}

/** Width of the value axis; the scrubber lines up with the plots by it. */
export const AXIS_WIDTH = 56;
const END = 12;

export function createPlot(options: PlotOptions): Plot {
  const node = element("div", { class: "plot", attributes: { role: "img" } });
  let theme = readTheme();
  let range: [number, number] = [0, 1];
  let data: uPlot.AlignedData = [[0], ...options.series(() => theme).map(() => [0])] as uPlot.AlignedData;
  let marked = 0;
  const font = () => `11px ${theme.font}`;
  const axis = { stroke: () => theme.muted, grid: { stroke: () => theme.grid, width: 1 }, ticks: { show: false }, font: font() };

  const plot = new uPlot(
    {
      width: 300,
      height: options.height,
      padding: [8, END, options.labels ? 0 : 6, 0],
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { show: false }, y: false, sync: { key: "steps" } },
      scales: {
        x: { time: false, range: () => [-0.5, Math.max(0, data[0].length - 1) + 0.5] },
        y: { range: () => range },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: options.labels ? 24 : 0,
          gap: 4,
          space: 64,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 1e7],
          values: (_, ticks) =>
            ticks.map((tick) => (options.labels && Number.isInteger(tick) && tick >= 0 ? formatNumber(tick) : "")),
        },
        { ...axis, size: AXIS_WIDTH, gap: 6, space: 28, values: (_, ticks) => ticks.map((tick) => formatNumber(tick)) },
      ],
      series: [{}, ...options.series(() => theme)],
      hooks: {
        drawAxes: [(u) => drawZero(u, theme), (u) => options.draw?.(u, theme)],
        ready: [(u) => followPointer(u, options)],
      },
    },
    data,
    node,
  );

  const marker = element("div", { class: "step-marker" });
  plot.over.append(marker);
  const mark = () => {
    marker.style.transform = `translateX(${Math.round(plot.valToPos(marked, "x"))}px)`;
  };
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width <= 0 || width === plot.width) return;
    plot.setSize({ width, height: options.height });
    mark();
  }).observe(node);

  return {
    node,
    show: (next, nextRange) => {
      data = next;
      range = pad(nextRange);
      plot.setData(data, true);
      mark();
    },
    mark: (step) => {
      marked = step;
      mark();
    },
    describe: (text) => node.setAttribute("aria-label", text),
    restyle: () => {
      theme = readTheme();
      for (const each of plot.axes)
        each.font = [`${Math.round(11 * devicePixelRatio)}px ${theme.font}`, 11 * devicePixelRatio, 11] as never;
      plot.redraw(false, true);
    },
  };
}

function pad([lo, hi]: [number, number]): [number, number] {
  const low = Math.min(0, lo);
  const high = Math.max(0, hi);
  if (low === 0 && high === 0) return [-0.05, 1];
  const room = (high - low) * 0.06;
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
}

function drawZero(u: uPlot, theme: Theme) {
  const y = Math.round(u.valToPos(0, "y", true)) + 0.5;
  u.ctx.save();
  u.ctx.strokeStyle = theme.axis;
  u.ctx.lineWidth = Math.max(1, Math.round(devicePixelRatio));
  u.ctx.beginPath();
  u.ctx.moveTo(u.bbox.left, y);
  u.ctx.lineTo(u.bbox.left + u.bbox.width, y);
  u.ctx.stroke();
  u.ctx.restore();
}

function followPointer(u: uPlot, options: PlotOptions) {
  const stepAt = (event: MouseEvent) => {
    const box = u.over.getBoundingClientRect();
    const step = Math.round(u.posToVal(event.clientX - box.left, "x"));
    return Math.min(Math.max(0, step), u.data[0].length - 1);
  };
  u.over.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    u.over.setPointerCapture(event.pointerId);
    options.choose(stepAt(event));
  });
  u.over.addEventListener("pointermove", (event) => {
    options.hover(stepAt(event), event);
    if (u.over.hasPointerCapture(event.pointerId)) options.choose(stepAt(event));
  });
  u.over.addEventListener("dblclick", (event) => {
    options.open?.(stepAt(event), u.posToVal(event.clientY - u.over.getBoundingClientRect().top, "y"));
  });
  u.over.addEventListener("pointerleave", () => options.hover(null));
}
