// A score weakened where it is uncertain: record and value.
import { addIntervals, EVERYTHING, type Interval, meet, multiplyIntervals, point, subtractIntervals } from "../../interval.ts";
import { blendInterval, decayInterval } from "../../score-intervals.ts";
import type { Monotone, Operator } from "../operator.ts";

/** "bound": lo + (r − lo)·e^(−s·u), NaN for r < lo; "raw": r·e^(−s·u). NaN for a negative u or s. */
export function damp(r: number, u: number, lo = 0, s = 1, mode = "bound"): number {
  if (!(u >= 0 && s >= 0)) return NaN;
  const kept = Math.exp(-s * u);
  if (mode === "raw") return r * kept;
  return r >= lo ? Math.min(lo + (r - lo) * kept, r) : NaN;
}

function range([r, u, lo = point(0), s = point(1)]: Interval[], options: (string | undefined)[]): Interval {
  const positive = { lo: 0, hi: Number.POSITIVE_INFINITY };
  const kept = decayInterval(multiplyIntervals(meet(s, positive) ?? positive, meet(u, positive) ?? positive));
  if (options[4] === "raw") return multiplyIntervals(r, kept);
  const above = meet(r, { lo: lo.lo, hi: Number.POSITIVE_INFINITY });
  if (above === undefined) return EVERYTHING;
  const direct = addIntervals(lo, multiplyIntervals(meet(subtractIntervals(above, lo), positive) ?? positive, kept));
  const mixed = blendInterval(lo, above, kept);
  const bounded = { lo: Math.max(lo.lo, Math.min(mixed.lo, direct.lo)), hi: Math.min(direct.hi, above.hi) };
  return bounded.lo <= bounded.hi ? bounded : EVERYTHING;
}

function monotone([r]: Interval[], options: (string | undefined)[]): Monotone[] {
  if (options[4] !== "raw") return ["+", "-", "+", "-", "0"];
  const away = r.lo >= 0 ? "-" : r.hi <= 0 ? "+" : "?";
  return ["+", away, "0", away, "0"];
}

export const operator: Operator = {
  name: "damp",
  category: "bounding",
  summary: "Pulls an uncertain score down towards the lowest it could be.",
  doc: "`bound`: `lo + (r − lo)·e^(−s·u)`, with `lo` the lowest score there is: certain scores count in full, uncertain ones as the worst. A score below `lo` is missing, so give `lo` wherever `r` may be negative. `raw`: `r·e^(−s·u)`, which pulls towards 0, so an uncertain *negative* score is raised by it and doubt becomes a way out of a penalty; `lo` has no part in it. Missing where `u` or `s` is negative.",
  parameters: [
    { name: "r", type: "number", doc: "The score." },
    { name: "u", type: "number", pure: true, doc: "Its uncertainty, a pure number that is not negative." },
    { name: "lo", type: "number", default: 0, doc: "The lowest score there is, in the unit of `r`." },
    { name: "s", type: "number", default: 1, pure: true, doc: "How strongly uncertainty counts, not negative." },
    {
      name: "mode",
      type: "option",
      default: "bound",
      options: ["bound", "raw"],
      constant: true,
      doc: "Pull towards `lo`, or towards 0 as in the source.",
    },
  ],
  result: "number",
  unit: "same",
  elementwise: true,
  evaluate: damp,
  range,
  monotone,
  examples: [
    { expression: "damp(1, 0.7)", value: 0.496585, tolerance: 5e-5 },
    { expression: 'damp(-1, 0.7, mode: "raw")', value: -0.496585, tolerance: 5e-5 },
    { expression: "damp(0, 0.7, lo: -1)", value: -0.503415, tolerance: 5e-5 },
  ],
  source: "Weight e^(−u) of Ctrl-U (uncertainty-aware reward modelling for conditional generation), 2024; the bound is our own",
};
