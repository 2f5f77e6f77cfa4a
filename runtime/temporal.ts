// Temporal logic over the steps of one episode: on each step, whether (of margins, how far) something holds on the steps that
// follow. Windows are cut at the last step. Generated code has the same functions. It must not know programs or columns.

/** Conditions take 0 and 1, margins what stands for "not at all" and "wholly": where a window has no step left. */
type Bounds = [least: number, greatest: number];

/** On all steps `from` to `to` after each one, both included. */
export function alwaysWithin(values: Float64Array, from: number, to: number, bounds: Bounds): Float64Array {
  return unlessUnknown([values], bounds, ([known]) => slideExtreme(known, from, to, bounds[1], false));
}

/** On at least one of the steps `from` to `to` after each one, both included. */
export function eventuallyWithin(values: Float64Array, from: number, to: number, bounds: Bounds): Float64Array {
  return unlessUnknown([values], bounds, ([known]) => slideExtreme(known, from, to, bounds[0], true));
}

/** `second` on one of the steps `from` to `to` after each one, and `first` on every step before that one. */
export function untilWithin(first: Float64Array, second: Float64Array, from: number, to: number, bounds: Bounds): Float64Array {
  return unlessUnknown([first, second], bounds, ([a, b]) => {
    const open = new Float64Array(b.length);
    for (let t = b.length - 1; t >= 0; t--) open[t] = t === b.length - 1 ? b[t] : Math.max(b[t], Math.min(a[t], open[t + 1]));
    // Within from..to: `first` up to `from`, the open form from there on, and `second` somewhere in the window.
    const before = slideExtreme(a, 0, from - 1, bounds[1], false);
    const inside = slideExtreme(b, from, to, bounds[0], true);
    return open.map((_, t) => {
      if (t + from >= open.length) return bounds[0];
      const rest = Math.min(inside[t], open[t + from]);
      return from === 0 ? rest : Math.min(before[t], rest);
    });
  });
}

/** `compute` for the least and for the greatest that NaN may stand for: its value where both agree, else NaN. */
export function unlessUnknown(
  columns: Float64Array[],
  [least, greatest]: Bounds,
  compute: (columns: Float64Array[]) => Float64Array,
): Float64Array {
  if (!columns.some((column) => column.some(Number.isNaN))) return compute(columns);
  const isTruth = least === 0 && greatest === 1;
  const having = (value: number) => columns.map((column) => column.map((x) => (Number.isNaN(x) ? value : x)));
  const low = compute(having(isTruth ? 0 : -Infinity));
  const high = compute(having(isTruth ? 1 : Infinity));
  return low.map((value, t) => (value === high[t] ? value : NaN));
}

/** The least or greatest value on the steps `from` to `to` after each one; one pass, however wide the window is. */
export function slideExtreme(values: Float64Array, from: number, to: number, nothing: number, isGreatest: boolean): Float64Array {
  const n = values.length;
  const found = new Float64Array(n);
  // Steps that can still be the extreme of a window, best first; steps enter in falling order and leave at the front.
  const queue = new Int32Array(n);
  let head = 0;
  let tail = 0;
  for (let t = n - 1; t >= 0; t--) {
    const entering = t + from;
    if (entering < n && from <= to) {
      const value = values[entering];
      while (tail > head && (isGreatest ? values[queue[tail - 1]] <= value : values[queue[tail - 1]] >= value)) tail--;
      queue[tail++] = entering;
    }
    while (tail > head && queue[head] > t + to) head++;
    found[t] = tail > head ? values[queue[head]] : nothing;
  }
  return found;
}
