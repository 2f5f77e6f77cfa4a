// What can be done about the diagnostics in a range: their fixes, an exception with a reason, all safe fixes at once. It must not know LSP.
import type { Diagnostic, Fix, TextEdit } from "../../compiler/diagnostics.ts";
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { declarationAt } from "../syntax/term-at.ts";

export interface CodeAction {
  title: string;
  kind: "quickfix" | "source.fixAll.telos";
  edits: TextEdit[];
  /** The one diagnostic it answers. */
  diagnostic?: Diagnostic;
  /** The first choice for its diagnostic. */
  preferred?: boolean;
}

/** Actions for what touches `range`; the last, where something can be fixed safely, is for the whole file. */
export function provideCodeActions(document: OpenDocument, range: Span): CodeAction[] {
  const here = document.diagnostics.filter((d) => d.start <= range.end && range.start <= d.end);
  const actions = here.flatMap((diagnostic) => [...fixActions(diagnostic), ...allowAction(document, diagnostic)]);
  const all = fixAll(document.diagnostics);
  if (all.length > 0) actions.push({ title: "Apply all safe fixes", kind: "source.fixAll.telos", edits: all });
  return actions;
}

function fixActions(diagnostic: Diagnostic): CodeAction[] {
  return (diagnostic.fixes ?? []).map((fix, index) => ({
    title: fix.title,
    kind: "quickfix",
    edits: fix.edits,
    diagnostic,
    ...(index === 0 && fix.safe ? { preferred: true } : {}),
  }));
}

/** Only findings of patterns can be accepted; an error of syntax or type stays one. */
function allowAction(document: OpenDocument, diagnostic: Diagnostic): CodeAction[] {
  if (!diagnostic.code.startsWith("RH")) return [];
  const at = declarationAt(document.compilation.file, diagnostic.start);
  if (at === undefined) return [];
  const edit = allowEdit(document.text, at, diagnostic.rule);
  return [{ title: `Allow "${diagnostic.rule}" here, with a reason`, kind: "quickfix", edits: [edit], diagnostic }];
}

/** A line before the declaration's own, after its doc comment, with the same indentation. */
function allowEdit(text: string, declaration: ast.Declaration | ast.Member, rule: string): TextEdit {
  const at = keywordOffset(text, declaration);
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(lineStart, at);
  const separator = before.trim() === "" ? `\n${before}` : " ";
  return { start: at, end: at, text: `@allow(${rule}, "say why this is acceptable here")${separator}` };
}

/** Where the declaration's first word stands, past doc comments. */
function keywordOffset(text: string, declaration: Span): number {
  const ahead = /^(?:\s+|\/\/[^\n]*\n)+/.exec(text.slice(declaration.start, declaration.end));
  return declaration.start + (ahead?.[0].length ?? 0);
}

/** Edits of every safe fix, the first of each diagnostic, without those that would overlap. */
export function fixAll(diagnostics: readonly Diagnostic[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const fix of diagnostics.map((d) => d.fixes?.find((f) => f.safe))) {
    if (fix !== undefined && !overlaps(fix, chosen)) chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function overlaps(fix: Fix, chosen: readonly TextEdit[]): boolean {
  return fix.edits.some((edit) =>
    chosen.some((other) => (edit.start < other.end && other.start < edit.end) || edit.start === other.start),
  );
}
