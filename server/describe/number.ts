// Numbers and ranges as people read them. It must not know types or files.
import type { Interval } from "../../runtime/interval.ts";

/** Up to six significant digits, without trailing zeros; `inf` for infinity. */
export function describeNumber(value: number): string {
  if (Number.isNaN(value)) return "missing";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return String(value);
  if (size >= 1e6 || size < 1e-4)
    return value
      .toExponential(3)
      .replace(/\.?0+e/, "e")
      .replace("e+", "e");
  return String(Number(value.toPrecision(6)));
}

/** Two digits after the point are enough to compare what scenarios pay; the minus sign is a real one. */
export function describePay(value: number | null): string {
  if (value === null) return "invalid";
  const short =
    Math.abs(value) >= 1e5 || (value !== 0 && Math.abs(value) < 0.005)
      ? value.toExponential(1)
      : String(Number(value.toFixed(2)));
  return short.replace("-", "−").replace("e+", "e");
}

/** `0..4096`; one number where both bounds are the same; undefined where nothing is known. */
export function describeRange(range: Interval | undefined): string | undefined {
  if (range === undefined || (range.lo === -Infinity && range.hi === Infinity)) return undefined;
  const [lo, hi] = [describeNumber(range.lo), describeNumber(range.hi)];
  return lo === hi ? lo : `${lo}..${hi}`;
}
