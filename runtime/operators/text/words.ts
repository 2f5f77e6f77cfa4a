// The words of a text: record and value.
import type { Operator } from "../operator.ts";
import { isSpace } from "./white-space.ts";

/** The parts between white space, none of them empty. */
export function words(text: string | null): string[] | null {
  if (text === null) return null;
  const found: string[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isSpace(text.charCodeAt(i))) continue;
    if (i > start) found.push(text.slice(start, i));
    start = i + 1;
  }
  return found;
}

export const operator: Operator = {
  name: "words",
  category: "text",
  summary: "The words of a text, as a list.",
  doc: "What stands between white space; never an empty word. Punctuation stays with its word. `length(words(t))` counts them.",
  parameters: [{ name: "text", type: "text", doc: "Any text." }],
  result: "list of text",
  unit: "[word]",
  elementwise: false,
  evaluate: words,
  // The range of a list is that of its elements: here the length of a word.
  range: ([text]) => ({ lo: 1, hi: Math.max(1, text.hi) }),
  monotone: ["?"],
  examples: [{ expression: 'words("so  it is.\\n")', value: ["so", "it", "is."] }],
  source: "Python `str.split` without arguments",
};
