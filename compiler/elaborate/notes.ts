// What the editor wants to know of names and operators where they are used. It must not know editors.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { Definition } from "../model.ts";
import type { Context } from "./context.ts";

/** The body of a function is read once where it is declared, so nothing is noted again while it is inlined. */
const isNoted = (context: Context) => context.calls.length === 0 && context.outside === undefined;

export function noteReference(context: Context, at: Span, definition: Definition | undefined): void {
  if (definition !== undefined && isNoted(context)) context.model.references.push({ start: at.start, end: at.end, definition });
}

export function noteOperator(context: Context, at: Span, operator: string): void {
  if (isNoted(context)) context.model.operators.push({ start: at.start, end: at.end, operator });
}

export function noteBuiltin(context: Context, at: Span, builtin: string): void {
  if (isNoted(context)) context.model.builtins.push({ start: at.start, end: at.end, builtin });
}

/** The declared units that a tag names; the tree has no positions of their names. */
export function noteUnits(tag: ast.UnitTag, context: Context): void {
  if (context.unitDefinitions.size === 0 || !isNoted(context)) return;
  for (const { 0: name, index } of context.text.slice(tag.start, tag.end).matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
    const start = tag.start + index;
    noteReference(context, { start, end: start + name.length }, context.unitDefinitions.get(name));
  }
}
