// The file as the formatter writes it, as the smallest run of lines that changes. It must not know LSP.
import type { TextEdit } from "../../compiler/diagnostics.ts";
import { format } from "../../grammar/print.ts";
import type { OpenDocument } from "../documents.ts";

/** Edits that give the formatted text; undefined where syntax errors forbid it. */
export function provideFormatting(document: OpenDocument): TextEdit[] | undefined {
  const formatted = document.memo("formatted", () => format(document.text));
  if (formatted === undefined) return undefined;
  return formatted === document.text ? [] : [changedLines(document.text, formatted)];
}

/** One edit of whole lines: what stands before and after it is alike in both texts. */
export function changedLines(before: string, after: string): TextEdit {
  const old = before.split(/(?<=\n)/);
  const now = after.split(/(?<=\n)/);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const start = old.slice(0, head).join("").length;
  const end = before.length - old.slice(old.length - tail).join("").length;
  return { start, end, text: now.slice(head, now.length - tail).join("") };
}
