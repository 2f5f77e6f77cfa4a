// What the editor wants to know of names and operators where they are used. It must not know editors.
import type { Span } from "../../grammar/span.ts";
import type { Definition } from "../model.ts";
import type { Context } from "./context.ts";

/** The body of a function is read once where it is declared, so nothing is noted again while it is inlined. */
const isNoted = (context: Context) => context.calls.length === 0;

export function noteReference(context: Context, at: Span, definition: Definition | undefined): void {
  if (definition !== undefined && isNoted(context)) context.model.references.push({ start: at.start, end: at.end, definition });
}

export function noteOperator(context: Context, at: Span, operator: string): void {
  if (isNoted(context)) context.model.operators.push({ start: at.start, end: at.end, operator });
}

export function noteBuiltin(context: Context, at: Span, builtin: string): void {
  if (isNoted(context)) context.model.builtins.push({ start: at.start, end: at.end, builtin });
}
