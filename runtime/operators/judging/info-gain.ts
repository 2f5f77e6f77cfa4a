// How much less undecided one is than before: record and value.
import { EVERYTHING } from "../../interval.ts";
import type { ValueType } from "../../program.ts";
import type { Operator } from "../operator.ts";
import { entropy } from "./entropy.ts";

/** Σ (H(before) − H(after)) in bits, over one distribution or a list of them; NaN where lengths differ or one is none. */
export function infoGain(
  before: ArrayLike<number> | ArrayLike<ArrayLike<number>>,
  after: ArrayLike<number> | ArrayLike<ArrayLike<number>>,
): number {
  if (before.length === 0 || after.length === 0) return Number.NaN;
  if (typeof before[0] !== "object" && typeof after[0] !== "object")
    return entropy(before as ArrayLike<number>) - entropy(after as ArrayLike<number>);
  if (before.length !== after.length) return Number.NaN;
  let bits = 0;
  for (let i = 0; i < before.length; i++) {
    const then = before[i] as ArrayLike<number> | null;
    const now = after[i] as ArrayLike<number> | null;
    bits += then === null || now === null ? Number.NaN : entropy(then) - entropy(now);
  }
  return bits;
}

const NUMBER: ValueType = { kind: "number" };

function depthOf(type: ValueType): number {
  if (type.kind === "list") return 1 + depthOf(type.of);
  return type.kind === "vector" ? 1 : 0;
}

function holdsNumbers(type: ValueType): boolean {
  return type.kind === "list" ? holdsNumbers(type.of) : type.kind !== "text";
}

function resultType([before, after]: readonly ValueType[]): ValueType | { problem: string } {
  if (![before, after].every(holdsNumbers))
    return { problem: "'info_gain' compares distributions, which are numbers, not text." };
  const [then, now] = [before, after].map(depthOf);
  if (then === now && then <= 2) return NUMBER;
  return { problem: "'info_gain' compares two distributions, or two equally long lists of distributions." };
}

export const operator: Operator = {
  name: "info_gain",
  category: "judging",
  summary: "How many bits of uncertainty an answer has taken away.",
  doc: "`Σ (H(before) − H(after))` in bits, over one distribution (a vector or list of probabilities) or over a list of them, one per open question. Settling one of 16 equal options gives 4 bits, one of 2 gives 1, where a count of settled questions gives 1 for both. It is negative where an answer leaves more open than before. A distribution that does not sum to 1 (within 1e-6), lists of different length and empty ones cannot be computed. Its bounds are not known beforehand; for two vectors `entropy(before) - entropy(after)` is the same with known bounds.",
  parameters: [
    { name: "before", type: "list", doc: "Probabilities before the answer: one distribution, or a list of them." },
    { name: "after", type: "list", doc: "Probabilities after it, in the same order." },
  ],
  result: "number",
  resultType,
  unit: "pure",
  elementwise: false,
  evaluate: infoGain,
  range: () => EVERYTHING,
  monotone: ["?", "?"],
  examples: [
    { expression: "info_gain([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0])", value: 2 },
    { expression: "info_gain([0.25, 0.25, 0.25, 0.25], [0.5, 0.5, 0, 0])", value: 1 },
    { expression: "info_gain([1, 0], [0.5, 0.5])", value: -1 },
  ],
  source: "Dialogue as Discovery (Nous), 2025; equal weights",
};
