// From steps to pixel columns: no spike is lost, areas stay true, a rare bonus does not flatten the rest.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createStack, meanColumns, pickColumns, stackExtent } from "../../webview/charts/decimate.ts";

test("each column shows its highest and its lowest step", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 80 }),
      (values, width) => {
        const stack = createStack([values], values.length);
        const columns = pickColumns(stack.up, stack.down, 0, values.length, width);
        expect(columns.count).toBe(Math.min(width, values.length));
        const shownUp = Math.max(...Array.from(columns.high, (step) => stack.up[step]));
        const shownDown = Math.min(...Array.from(columns.low, (step) => stack.down[step]));
        expect(shownUp).toBe(Math.max(...stack.up));
        expect(shownDown).toBe(Math.min(...stack.down));
      },
    ),
  );
});

test("means keep the area of each term, above and below zero apart", () => {
  const series = [Float64Array.from([1, -1, 3, 0, 2, -2]), Float64Array.from([0, 0, 0, 6, 0, 0])];
  const { up, down } = meanColumns(createStack(series, 6), 3);
  expect(Array.from(up[0])).toEqual([0.5, 1.5, 1]);
  expect(Array.from(down[0])).toEqual([-0.5, 0, -1]);
  expect(Array.from(up[1])).toEqual([0, 3, 0]);
});

test("a terminal bonus is cut off and counted, unless everything is asked for", () => {
  const up = Float64Array.from({ length: 500 }, (_, i) => (i === 499 ? 100 : 0.02));
  const down = new Float64Array(500);
  const usual = stackExtent(up, down, false);
  expect(usual.beyond).toBe(1);
  expect(usual.hi).toBeCloseTo(0.032);
  expect(stackExtent(up, down, true)).toEqual({ lo: 0, hi: 100, beyond: 0 });
});

test("what is merely uneven is shown whole", () => {
  const up = Float64Array.from({ length: 500 }, (_, i) => 1 + Math.sin(i / 30));
  expect(stackExtent(up, new Float64Array(500), false).beyond).toBe(0);
});
