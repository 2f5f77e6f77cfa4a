// From many steps to few pixel columns without losing a spike: in each column the real step that reaches highest, the one
// that reaches lowest, and the mean of all. It must not know canvases.

/** Per-step contributions stacked away from zero. Arrays have one entry per step. */
export interface Stack {
  steps: number;
  /** One array per term, in drawing order. */
  series: ArrayLike<number>[];
  /** Sum of the positive and of the negative contributions. */
  up: Float64Array;
  down: Float64Array;
}

export function createStack(series: ArrayLike<number>[], steps: number): Stack {
  const up = new Float64Array(steps);
  const down = new Float64Array(steps);
  for (const values of series) {
    for (let i = 0; i < steps; i++) {
      const value = values[i];
      if (value > 0) up[i] += value;
      else if (value < 0) down[i] += value;
    }
  }
  return { steps, series, up, down };
}

export interface Columns {
  count: number;
  /** Step shown above and below zero in each column. */
  high: Int32Array;
  low: Int32Array;
}

/** Columns for the steps `from` up to but not including `to`; at most `width` of them, one per step where there is room. */
export function pickColumns(up: ArrayLike<number>, down: ArrayLike<number>, from: number, to: number, width: number): Columns {
  const steps = Math.max(0, to - from);
  const count = Math.min(steps, Math.max(1, Math.floor(width)));
  const high = new Int32Array(count);
  const low = new Int32Array(count);
  for (let column = 0; column < count; column++) {
    const first = from + Math.floor((column * steps) / count);
    const last = from + Math.floor(((column + 1) * steps) / count);
    let h = first;
    let l = first;
    for (let i = first + 1; i < last; i++) {
      if (up[i] > up[h]) h = i;
      if (down[i] < down[l]) l = i;
    }
    high[column] = h;
    low[column] = l;
  }
  return { count, high, low };
}

/** Mean of what each term pays and charges per step in each of `count` columns; so areas stay true. */
export function meanColumns(stack: Stack, count: number): { up: Float64Array[]; down: Float64Array[] } {
  const up = stack.series.map(() => new Float64Array(count));
  const down = stack.series.map(() => new Float64Array(count));
  stack.series.forEach((values, k) => {
    for (let column = 0; column < count; column++) {
      const from = Math.floor((column * stack.steps) / count);
      const to = Math.floor(((column + 1) * stack.steps) / count);
      let above = 0;
      let below = 0;
      for (let i = from; i < to; i++) {
        if (values[i] > 0) above += values[i];
        else if (values[i] < 0) below += values[i];
      }
      up[k][column] = above / (to - from);
      down[k][column] = below / (to - from);
    }
  });
  return { up, down };
}

export interface Extent {
  lo: number;
  hi: number;
  /** Steps that reach beyond, because showing them in full would flatten all others. */
  beyond: number;
}

const RARE = 0.02;
const DWARFED = 6;
const HEADROOM = 1.6;

/**
 * The axis range of a stack. Where a few steps (a terminal bonus) would flatten everything else, the axis ends at the others
 * and the few are counted, unless `whole` asks for everything.
 */
export function stackExtent(up: ArrayLike<number>, down: ArrayLike<number>, whole: boolean): Extent {
  const top = usualEnd(up, 1, whole);
  const bottom = usualEnd(down, -1, whole);
  let beyond = 0;
  if (top.cut || bottom.cut) for (let i = 0; i < up.length; i++) if (up[i] > top.end || down[i] < bottom.end) beyond++;
  return { lo: bottom.end, hi: top.end, beyond };
}

function usualEnd(values: ArrayLike<number>, sign: 1 | -1, whole: boolean): { end: number; cut: boolean } {
  let extreme = 0;
  for (let i = 0; i < values.length; i++) if (values[i] * sign > extreme) extreme = values[i] * sign;
  if (!whole && values.length >= 20) {
    const sorted = sample(values, sign).sort();
    const usual = sorted[Math.floor((sorted.length - 1) * (1 - RARE))];
    if (usual > 0 && extreme > DWARFED * usual) return { end: sign * usual * HEADROOM, cut: true };
  }
  return { end: extreme === 0 ? 0 : sign * extreme, cut: false };
}

const SAMPLED = 2000;
/** A prime step visits all parts of the episode, whatever its rhythm, and always the same ones. */
const STRIDE = 7919;

function sample(values: ArrayLike<number>, sign: 1 | -1): Float64Array {
  const count = Math.min(SAMPLED, values.length);
  return Float64Array.from(
    { length: count },
    (_, k) => values[count === values.length ? k : (k * STRIDE) % values.length] * sign,
  );
}
