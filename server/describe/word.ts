// A word of the language as Markdown. It must not know LSP.
import type { WordDoc } from "../words/word.ts";
import { blocks, fence } from "./code.ts";

export function describeWord(doc: WordDoc): string {
  return blocks(fence(doc.form), doc.text);
}
