// The lines of a text: record and value.
import type { Operator } from "../operator.ts";

/** The parts between line ends \n, \r\n or \r; a line end at the end gives a last, empty line. */
export function lines(text: string | null): string[] | null {
  return text === null ? null : text.split(/\r\n|\r|\n/u);
}

export const operator: Operator = {
  name: "lines",
  category: "text",
  summary: "The lines of a text, as a list.",
  doc: "Splits at `\\n`, `\\r\\n` and `\\r`. A text that ends with a line end has an empty last line; an empty text is one empty line.",
  parameters: [{ name: "text", type: "text", doc: "Any text." }],
  result: "list of text",
  unit: "none",
  elementwise: false,
  evaluate: lines,
  range: ([text]) => ({ lo: 0, hi: text.hi }),
  monotone: ["?"],
  examples: [{ expression: 'lines("one\\ntwo\\n")', value: ["one", "two", ""] }],
  source: "Universal newlines",
};
