// A text with edits applied, and where its places are afterwards. It must not know what the edits are for.
import type { TextEdit } from "../../compiler/diagnostics.ts";
import type { Span } from "../../grammar/span.ts";

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((a, b) => b.start - a.start || b.end - a.end);
  return inOrder.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** Where a span lies once the edits are applied; what was replaced becomes what it was replaced by. */
export function moveSpan({ start, end }: Span, edits: readonly TextEdit[]): Span {
  return { start: moveOffset(start, edits, 0), end: Math.max(moveOffset(start, edits, 0), moveOffset(end, edits, 1)) };
}

/** Inside a replaced stretch it becomes the start (`side` 0) or the end (1) of the new one. */
function moveOffset(offset: number, edits: readonly TextEdit[], side: 0 | 1): number {
  let moved = offset;
  for (const { start, end, text } of edits) {
    if (end <= offset) moved += text.length - (end - start);
    else if (start < offset) moved += start - offset + side * text.length;
  }
  return moved;
}

/** Edits of both would change the same place, or stand at the same one in an order nobody chose. */
export function overlap(one: readonly TextEdit[], other: readonly TextEdit[]): boolean {
  return one.some((a) => other.some((b) => (a.start < b.end && b.start < a.end) || a.start === b.start));
}
