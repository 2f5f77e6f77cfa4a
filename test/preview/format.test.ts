// Numbers and values as the page writes them.
import { expect, test } from "vitest";
import {
  columnDecimals,
  formatCount,
  formatFixed,
  formatNumber,
  formatShare,
  formatSigned,
  formatUnit,
  formatValue,
} from "../../webview/format.ts";

test.each([
  [0, "0"],
  [1 / 3, "0.3333"],
  [-0.5, "\u22120.5"],
  [1234.56, "1235"],
  [12040, "12,040"],
  [123456.7, "123,457"],
  [2e-5, "2e\u22125"],
  [1e9, "1e9"],
  [Number.POSITIVE_INFINITY, "\u221e"],
  [Number.NaN, "\u2013"],
  [null, "\u2013"],
])("%s is written %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test("a sign is written where it says something", () => {
  expect([1.5, -1.5, 0, null].map((value) => formatSigned(value))).toEqual(["+1.5", "\u22121.5", "0", "\u2013"]);
});

test("a column has as many decimals as its largest value needs", () => {
  expect(columnDecimals([1, 0, null])).toBe(0);
  expect(columnDecimals([1.38, -1])).toBe(3);
  expect(columnDecimals([482.25, 0.5])).toBe(1);
  expect(columnDecimals([0.0012])).toBe(6);
  expect(formatFixed(-0.0001, 2)).toBe("0.00");
});

test("units, shares and counts read like print", () => {
  expect(formatUnit("m/s^2")).toBe("m/s\u00b2");
  expect(formatUnit("N*m")).toBe("N\u00b7m");
  expect(formatShare(0.004)).toBe("<1\u2009%");
  expect(formatShare(0.536)).toBe("54\u2009%");
  expect(formatCount(1, "step")).toBe("1 step");
  expect(formatCount(100000, "step")).toBe("100,000 steps");
});

test("values are written by what they are", () => {
  expect(formatValue([0.8, -1])).toBe("[0.8, \u22121]");
  expect(formatValue(1, { type: { kind: "bool" } })).toBe("true");
  expect(formatValue("a \\boxed{42}")).toBe('"a \\boxed{42}"');
  expect(formatValue(null)).toBe("missing");
});
