// A fix as an editor applies it.
import type { Fix } from "../../compiler/diagnostics.ts";

/** Edits refer to the text before any of them; of two at one place the first stands first. */
export function applyFix(text: string, fix: Fix): string {
  const edits = fix.edits.map((edit, index) => ({ ...edit, index })).sort((a, b) => b.start - a.start || b.index - a.index);
  return edits.reduce((result, { start, end, text: inserted }) => result.slice(0, start) + inserted + result.slice(end), text);
}
