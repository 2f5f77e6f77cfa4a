// The number a text writes: record and value.
import { EVERYTHING } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { asciiDigits } from "./digits.ts";
import { trim } from "./trim.ts";

/** The number the whole text writes; NaN where it writes none, one too large for a double, or is missing. */
export function number(text: string | null): number {
  const bare = asciiDigits(trim(text) ?? "");
  if (!/^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(bare)) return NaN;
  const value = Number(bare);
  return Number.isFinite(value) ? value : NaN;
}

export const operator: Operator = {
  name: "number",
  category: "text",
  summary: "The number that a text writes.",
  doc: "The whole text: an optional sign, digits with an optional fraction and exponent, white space round it; decimal digits of any script. Not `inf`, `nan`, `1_000`, `1,000`, `50%` or `1/2`. Missing for anything else, and for a number beyond the largest double: give `??`.",
  parameters: [{ name: "text", type: "text", doc: "What to read." }],
  result: "number?",
  unit: "none",
  elementwise: true,
  evaluate: number,
  range: () => EVERYTHING,
  monotone: ["?"],
  examples: [
    { expression: 'number(" -1.5e2\\n") ?? 0', value: -150 },
    { expression: 'number("42 apples") ?? -1', value: -1 },
    { expression: 'number("inf") ?? -1', value: -1 },
  ],
  source: "Python `float`, without infinities, NaN and underscores",
};
