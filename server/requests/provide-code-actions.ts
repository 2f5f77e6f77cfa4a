// What can be done about the diagnostics in a range: fixes that make the file better, an exception with a reason, all safe fixes at
// once. It must not know LSP.
import { fixText } from "../../analysis/fixes/fix-text.ts";
import { isGoodFix } from "../../analysis/fixes/judge-fix.ts";
import type { Diagnostic, Fix, TextEdit } from "../../compiler/diagnostics.ts";
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { declarationAt } from "../syntax/term-at.ts";
import { changedLines } from "./provide-formatting.ts";

export interface CodeAction {
  title: string;
  kind: "quickfix" | "source.fixAll.telos";
  edits: TextEdit[];
  /** The same as one edit in which `$1` stands where the reason is typed. */
  snippet?: TextEdit;
  /** The one diagnostic it answers. */
  diagnostic?: Diagnostic;
  /** The first choice for its diagnostic. */
  preferred?: boolean;
}

export interface Asked {
  /** Whether actions of a kind are wanted. */
  wants(kind: CodeAction["kind"]): boolean;
  /** Milliseconds after which no further fix is tried; at least one is. What is left out is tried when actions are asked for again. */
  budget: number;
}

const everything: Asked = { wants: () => true, budget: Number.POSITIVE_INFINITY };

/** Actions for what touches `range`; the last, where something can be fixed safely, is for the whole file. */
export function provideCodeActions(document: OpenDocument, range: Span, asked: Asked = everything): CodeAction[] {
  const here = document.diagnostics.filter((d) => d.start <= range.end && range.start <= d.end);
  const isGood = judgeWithin(document, asked.budget);
  const actions = asked.wants("quickfix")
    ? here.flatMap((diagnostic) => [...fixActions(diagnostic, isGood), ...allowAction(document, diagnostic)])
    : [];
  const all = asked.wants("source.fixAll.telos") ? fixAll(document) : undefined;
  if (all !== undefined) actions.push({ title: "Apply all safe fixes", kind: "source.fixAll.telos", edits: [all] });
  return actions;
}

/** Whether a fix may be offered; each is tried once for a version of the document. */
function judgeWithin(document: OpenDocument, budget: number): (diagnostic: Diagnostic, fix: Fix) => boolean {
  const verdicts = document.memo("verdicts on fixes", () => new Map<Fix, boolean>());
  const end = performance.now() + budget;
  let tried = 0;
  return (diagnostic, fix) => {
    const known = verdicts.get(fix);
    if (known !== undefined) return known;
    if (tried > 0 && performance.now() > end) return false;
    tried++;
    const isGood = isGoodFix(document.text, document.diagnostics, diagnostic, fix, document.recheck);
    verdicts.set(fix, isGood);
    return isGood;
  };
}

function fixActions(diagnostic: Diagnostic, isGood: (diagnostic: Diagnostic, fix: Fix) => boolean): CodeAction[] {
  const good = (diagnostic.fixes ?? []).filter((fix) => isGood(diagnostic, fix));
  return good.map((fix, index) => ({
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
  // Without a reason it allows nothing and is reported, so that it cannot be left like this.
  const edit = (reason: string) => allowEdit(document.text, at, diagnostic.rule, reason);
  const title = `Allow ${diagnostic.rule} here…`;
  return [{ title, kind: "quickfix", edits: [edit("")], snippet: edit("$1"), diagnostic }];
}

/** A line before the declaration's own, after its doc comment, with the same indentation. */
function allowEdit(text: string, declaration: ast.Declaration | ast.Member, rule: string, reason: string): TextEdit {
  const at = keywordOffset(text, declaration);
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(lineStart, at);
  const allow = `@allow(${rule}, "${reason}")`;
  if (before.trim() !== "") return { start: at, end: at, text: `${allow} ` };
  return { start: lineStart, end: lineStart, text: `${before}${allow}\n` };
}

/** Where the declaration's first word stands, past doc comments. */
function keywordOffset(text: string, declaration: Span): number {
  const ahead = /^(?:\s+|\/\/[^\n]*\n)+/.exec(text.slice(declaration.start, declaration.end));
  return declaration.start + (ahead?.[0].length ?? 0);
}

/** Every safe fix, and those that they make possible, as one edit; undefined where there is nothing to do. */
export function fixAll(document: OpenDocument): TextEdit | undefined {
  return document.memo("all safe fixes", () => {
    if (!document.diagnostics.some(({ fixes }) => fixes?.some(({ safe }) => safe))) return undefined;
    const { text, count } = fixText(document.text, document.recheck, { unsafe: false });
    return count === 0 ? undefined : changedLines(document.text, text);
  });
}
