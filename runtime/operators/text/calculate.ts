// The value of arithmetic written as a text: record and value.
import { EVERYTHING } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** What the whole text comes to; NaN where it is no arithmetic, divides by zero, leaves the doubles or is longer than 10 000. */
export function calculate(text: string | null, python = 0): number {
  if (text === null || text.length > 10_000) return NaN;
  const number = /(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|0+(?![0-9])|[1-9][0-9]*/y;
  const binary = python === 1 ? /\*\*|\/\/|[-+*/]/y : /[-+*/]/y;
  const blank = /[ \t\n\r\f]*/y;
  const rank: Record<string, number> = { "(": 0, "+": 1, "-": 1, "*": 2, "/": 2, "//": 2, "unary +": 3, "unary -": 3, "**": 4 };
  const values: number[] = [];
  const waiting: string[] = [];
  const read = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? "";
  };
  const settle = () => {
    const operation = String(waiting.pop());
    const b = Number(values.pop());
    const a = operation.startsWith("unary") ? 0 : Number(values.pop());
    const rest = a % b;
    const left = rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
    const results: Record<string, number> = { "+": a + b, "-": a - b, "*": a * b, "/": a / b, "//": Math.round((a - left) / b) };
    const value = operation === "**" ? a ** b : operation === "unary -" ? -b : operation === "unary +" ? b : results[operation];
    values.push(Number.isFinite(value) ? value : NaN);
  };
  let isOpen = true;
  let at = read(blank, 0).length;
  while (at < text.length) {
    const sign = text[at];
    const found: string = isOpen ? read(number, at) : read(binary, at);
    if (isOpen && found !== "") values.push(Number(found));
    else if (isOpen && (sign === "+" || sign === "-")) waiting.push(`unary ${sign}`);
    else if (isOpen && sign === "(") waiting.push(sign);
    else if (!isOpen && sign === ")") {
      while (waiting.length > 0 && waiting[waiting.length - 1] !== "(") settle();
      if (waiting.pop() === undefined) return NaN;
    } else if (!isOpen && found !== "") {
      // `**` groups to the right, everything else to the left.
      const least = found === "**" ? rank[found] + 1 : rank[found];
      while (waiting.length > 0 && rank[waiting[waiting.length - 1]] >= least) settle();
      waiting.push(found);
    } else return NaN;
    if (sign !== "(" && sign !== ")") isOpen = isOpen ? found === "" : true;
    at += Math.max(1, found.length);
    at += read(blank, at).length;
  }
  if (isOpen || waiting.includes("(")) return NaN;
  while (waiting.length > 0) settle();
  return Number.isFinite(values[0]) ? values[0] + 0 : NaN;
}

export const operator: Operator = {
  name: "calculate",
  category: "text",
  summary: "The value of the arithmetic that a text writes.",
  doc: "The whole text: numbers as in `number(t)`, but with ASCII digits and no leading zeros of a whole number, joined by `+ - * /` with parentheses, signs and white space; `*` and `/` before `+` and `-`, from left to right, every step in doubles. `python: true` also takes `**` (to the right, before a sign on its left) and `//` (rounded down), as Python does. Missing for anything else, for a division by zero, where a step leaves the finite numbers, and for more than 10 000 characters: give `??`. Nothing is executed. `3(4)` and `2 3` are no arithmetic.",
  parameters: [
    { name: "text", type: "text", doc: "What to compute." },
    { name: "python", type: "bool", default: false, constant: true, doc: "Whether `**` and `//` are operators." },
  ],
  result: "number?",
  unit: "none",
  elementwise: true,
  evaluate: calculate,
  range: () => EVERYTHING,
  monotone: ["?", "0"],
  examples: [
    { expression: 'calculate("(19 + 36) / 5 - -2") ?? -1', value: 13 },
    { expression: 'calculate("1 / (3 - 3)") ?? -1', value: -1 },
    { expression: 'calculate("2 ** 3") ?? -1', value: -1 },
    { expression: 'calculate("-2 ** 2 + 7 // 2", python: true) ?? 0', value: -1 },
  ],
  source: "Python `eval` of arithmetic, as in the countdown task of TinyZero",
};
