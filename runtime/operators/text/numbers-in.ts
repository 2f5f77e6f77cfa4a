// All numbers in a text: record and value.
import { EVERYTHING } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { asciiDigits } from "./digits.ts";

/** Every number in the text, from left to right, without those too large for a double; null for a missing text. */
export function numbersIn(text: string | null): number[] | null {
  if (text === null) return null;
  const pattern = /(?:(?<![\p{L}\p{N}_)\]}.])[+-])?(?:[0-9]+(?:\.[0-9]+)?|(?<![0-9])\.[0-9]+)(?:[eE][+-]?[0-9]+)?/gu;
  return (asciiDigits(text).match(pattern) ?? []).map(Number).filter(Number.isFinite);
}

export const operator: Operator = {
  name: "numbers_in",
  category: "text",
  summary: "All numbers that a text contains, as a list.",
  doc: "From left to right: digits with an optional fraction and exponent, also within words. A sign belongs to the number unless it follows a letter, digit, `_`, `.` or closing bracket, so `3-4` holds 3 and 4. A comma ends a number: `1,000` holds 1 and 0, so remove commas first. Numbers beyond the largest double are left out.",
  parameters: [{ name: "text", type: "text", doc: "Where to search." }],
  result: "list of number",
  unit: "none",
  elementwise: true,
  evaluate: numbersIn,
  range: () => EVERYTHING,
  monotone: ["?"],
  examples: [
    { expression: 'numbers_in("x = -1.5, then 2e3 of 3-4")', value: [-1.5, 2000, 3, 4] },
    { expression: 'length(numbers_in("none"))', value: 0 },
  ],
  source: "our own form of a usual `re.findall`",
};
