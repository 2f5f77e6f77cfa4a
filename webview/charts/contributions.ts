// Per-term contributions over steps: what pays goes up from zero, what costs goes down. Real steps only, however long the episode.
// It must not know the page's state.
import type uPlot from "uplot";
import { createFills, type Theme } from "../palette.ts";
import type { Pay } from "../picture.ts";
import { type Columns, meanColumns, pickColumns, type Stack } from "./decimate.ts";

export interface Contributions {
  pays: readonly Pay[];
  stack: Stack;
  /** Paid per step, all in all; drawn as a line over the stack. */
  paid: ArrayLike<number>;
  highlight: string | null;
}

const DIMMED = 0.22;
const GHOST = 0.35;
/** CSS pixels a step needs before bars stand apart. */
const APART = 5;
/** CSS pixels below which the line of what is paid would be a blur. */
const FINEST = 4;

/** Where a column stands for several steps: its mean in full, and faintly the steps that reach furthest. */
export function drawContributions(u: uPlot, theme: Theme, { pays, stack, paid, highlight }: Contributions) {
  const { ctx, bbox } = u;
  const scale = devicePixelRatio || 1;
  const columns = pickColumns(stack.up, stack.down, 0, stack.steps, bbox.width / scale);
  if (columns.count === 0) return;
  const edges = columnEdges(u, columns.count, stack.steps, scale);
  const y = (value: number) => u.valToPos(value, "y", true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  const fills = createFills(ctx, theme, scale);
  const paint = (up: Heights, down: Heights, opacity: number) => {
    const offsets = { up: new Float64Array(columns.count), down: new Float64Array(columns.count) };
    pays.forEach((pay, k) => {
      ctx.globalAlpha = opacity * (highlight === null || highlight === pay.name ? 1 : DIMMED);
      ctx.fillStyle = fills(pay.slot);
      ctx.beginPath();
      addBars(ctx, edges, y, offsets.up, (c) => up(k, c));
      addBars(ctx, edges, y, offsets.down, (c) => down(k, c));
      ctx.fill();
    });
  };
  const high: Heights = (k, c) => Math.max(0, stack.series[k][columns.high[c]]);
  const low: Heights = (k, c) => Math.min(0, stack.series[k][columns.low[c]]);
  if (columns.count === stack.steps) paint(high, low, 1);
  else {
    const means = meanColumns(stack, columns.count);
    paint(high, low, GHOST);
    paint(
      (k, c) => means.up[k][c],
      (k, c) => means.down[k][c],
      1,
    );
  }
  ctx.globalAlpha = highlight === null ? 1 : 0.5;
  drawPaid(u, theme, paid, y, scale);
  ctx.restore();
  drawBeyond(u, theme, edges, columns, stack, scale);
}

/** The term drawn at a height above one step, if any. */
export function termAtHeight({ pays, stack }: Contributions, step: number, height: number): Pay | undefined {
  let sum = 0;
  return pays.find((_, k) => {
    const value = stack.series[k][step];
    if (!value || value > 0 !== height > 0) return false;
    sum += value;
    return Math.abs(sum) >= Math.abs(height);
  });
}

/** What the k-th term adds in a column. */
type Heights = (k: number, column: number) => number;

function addBars(
  ctx: CanvasRenderingContext2D,
  edges: Edges,
  y: (value: number) => number,
  from: Float64Array,
  height: (column: number) => number,
) {
  for (let c = 0; c < from.length; c++) {
    const value = height(c);
    if (!value) continue;
    const start = y(from[c]);
    from[c] += value;
    ctx.rect(edges.left[c], start, edges.width[c], y(from[c]) - start);
  }
}

interface Edges {
  left: Float64Array;
  width: Float64Array;
}

/** Whole device pixels, so that neighbouring columns neither overlap nor leave seams. */
function columnEdges(u: uPlot, count: number, steps: number, scale: number): Edges {
  const left = new Float64Array(count);
  const width = new Float64Array(count);
  const x = (column: number) => u.valToPos((column * steps) / count - 0.5, "x", true);
  const gap =
    u.bbox.width / scale / count >= APART ? Math.max(1, Math.round(((u.bbox.width / count) * 0.14) / scale) * scale) : 0;
  for (let c = 0; c < count; c++) {
    const from = Math.round(x(c));
    const to = Math.round(x(c + 1));
    left[c] = from + Math.floor(gap / 2);
    width[c] = Math.max(1, to - from - gap);
  }
  return { left, width };
}

/** A step line of what is paid; where steps are narrower than `FINEST`, of the mean over as many as it takes. */
function drawPaid(u: uPlot, theme: Theme, paid: ArrayLike<number>, y: (value: number) => number, scale: number) {
  const { ctx, bbox } = u;
  const steps = paid.length;
  const per = Math.max(1, Math.ceil((FINEST * scale * steps) / bbox.width));
  ctx.beginPath();
  for (let from = 0; from < steps; from += per) {
    const to = Math.min(steps, from + per);
    let sum = 0;
    for (let i = from; i < to; i++) sum += paid[i];
    const height = y(sum / (to - from));
    ctx.lineTo(u.valToPos(from - 0.5, "x", true), height);
    ctx.lineTo(u.valToPos(to - 0.5, "x", true), height);
  }
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.background;
  ctx.lineWidth = (per > 1 ? 2.5 : 3.5) * scale;
  ctx.stroke();
  ctx.strokeStyle = theme.foreground;
  ctx.lineWidth = (per > 1 ? 1 : 1.5) * scale;
  ctx.stroke();
}

/** Small triangles where a column reaches beyond the axis. */
function drawBeyond(u: uPlot, theme: Theme, edges: Edges, columns: Columns, stack: Stack, scale: number) {
  const { ctx, bbox } = u;
  const { min, max } = u.scales.y;
  if (min === undefined || max === undefined) return;
  const size = 4 * scale;
  ctx.fillStyle = theme.foreground;
  for (let c = 0; c < columns.count; c++) {
    const middle = edges.left[c] + edges.width[c] / 2;
    if (stack.up[columns.high[c]] > max) triangle(ctx, middle, bbox.top, size, 1);
    if (stack.down[columns.low[c]] < min) triangle(ctx, middle, bbox.top + bbox.height, size, -1);
  }
}

function triangle(ctx: CanvasRenderingContext2D, x: number, y: number, size: number, direction: 1 | -1) {
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - size, y + direction * size * 1.4);
  ctx.lineTo(x + size, y + direction * size * 1.4);
  ctx.fill();
}
