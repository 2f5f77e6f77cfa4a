// What can be folded: blocks, long declarations, runs of comments. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";

export interface FoldingRange extends Span {
  kind: "region" | "comment";
}

/** Nodes that begin and end on different lines, comments on adjoining lines as one. */
export function provideFoldingRanges(document: OpenDocument): FoldingRange[] {
  const { text } = document;
  const { file } = document.compilation;
  const byLine = new Map<number, FoldingRange>();
  const add = (range: FoldingRange) => {
    if (!text.slice(range.start, range.end).includes("\n")) return;
    const line = text.lastIndexOf("\n", range.start - 1) + 1;
    const present = byLine.get(line);
    if (present === undefined || present.end < range.end) byLine.set(line, range);
  };
  for (const node of document.nodes) {
    if (node !== file && node.kind !== undefined)
      add({ start: firstCode(text, node), end: lastCode(text, node), kind: "region" });
  }
  for (const run of commentRuns(text, file.comments)) add({ ...run, kind: "comment" });
  return [...byLine.values()].sort((a, b) => a.start - b.start);
}

/** Doc comments and annotations stay visible above what is folded. */
function firstCode(text: string, node: Span): number {
  const ahead = /^(?:\s+|\/\/\/[^\n]*\n|@\w+\([^)\n]*\))+/.exec(text.slice(node.start, node.end));
  return node.start + (ahead?.[0].length ?? 0);
}

/** A closing bracket alone on its line stays visible below what is folded. */
function lastCode(text: string, node: Span): number {
  const code = text.slice(node.start, node.end).trimEnd();
  return node.start + code.replace(/\r?\n[ \t]*[})\]]$/, "").length;
}

function commentRuns(text: string, comments: readonly (Span & { ownLine: boolean })[]): Span[] {
  const runs: Span[] = [];
  for (const comment of comments) {
    const last = runs.at(-1);
    const joined = last && comment.ownLine && /^\n?[ \t]*$/.test(text.slice(last.end, comment.start).replace("\r", ""));
    if (last && joined) last.end = comment.end;
    else if (comment.ownLine) runs.push({ start: comment.start, end: comment.end });
  }
  return runs;
}
