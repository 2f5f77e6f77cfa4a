// The whole number a text writes: record and value.
import { EVERYTHING } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { asciiDigits } from "./digits.ts";
import { trim } from "./trim.ts";

/** The whole number the whole text writes in digits; NaN where it writes none, one too large for a double, or is missing. */
export function integer(text: string | null, underscores = 0): number {
  const bare = asciiDigits(trim(text) ?? "");
  const digits = underscores === 1 ? /^[+-]?[0-9]+(?:_[0-9]+)*$/ : /^[+-]?[0-9]+$/;
  if (!digits.test(bare)) return NaN;
  const value = Number(bare.replaceAll("_", ""));
  return Number.isFinite(value) ? value : NaN;
}

export const operator: Operator = {
  name: "integer",
  category: "text",
  summary: "The whole number that a text writes in digits.",
  doc: "The whole text: an optional sign and digits, white space round it; decimal digits of any script. `underscores: true` takes single ones between digits, as Python does. Beyond 2^53 it is the nearest double. Missing for anything else, `1.0` and `1e3` included: give `??`.",
  parameters: [
    { name: "text", type: "text", doc: "What to read." },
    { name: "underscores", type: "bool", default: false, constant: true, doc: "Whether `1_000` is a number." },
  ],
  result: "number?",
  unit: "none",
  elementwise: true,
  evaluate: integer,
  range: () => EVERYTHING,
  monotone: ["?", "0"],
  examples: [
    { expression: 'integer(" -42 ") ?? 0', value: -42 },
    { expression: 'integer("1_000", underscores: true) ?? 0', value: 1000 },
    { expression: 'integer("1.0") ?? -1', value: -1 },
  ],
  source: "Python `int`",
};
