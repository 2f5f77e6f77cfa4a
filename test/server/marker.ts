// Texts with marks: `‸` is the cursor, `⟦…⟧` a span.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Span } from "../../grammar/span.ts";
import { type OpenDocument, openDocument } from "../../server/documents.ts";

export interface Marked {
  text: string;
  /** Where `‸` stood; -1 without one. */
  offset: number;
  /** What the brackets held, in order of their ends. */
  spans: Span[];
  document: OpenDocument;
}

export function marked(source: string): Marked {
  let text = "";
  let offset = -1;
  const open: number[] = [];
  const spans: Span[] = [];
  for (const character of source) {
    if (character === "‸") offset = text.length;
    else if (character === "⟦") open.push(text.length);
    else if (character === "⟧") spans.push({ start: open.pop()!, end: text.length });
    else text += character;
  }
  return { text, offset, spans, document: openDocument("file:///spec/test.reward", 1, text) };
}

/** `text` with its edits applied. */
export function applied(text: string, edits: readonly (Span & { text: string })[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** A reward that uses most of the language, without a finding of type or syntax. */
export const walk = `/// Walk as commanded.
reward Walk {
  horizon 100 steps
  discount 0.99
  dt 0.02 [s]

  signal command : vector(2) [m/s] in -1..1 at start from environment
  signals from environment {
    velocity : vector(2) [m/s] in -2..2
    height   : 0..1 [m]
    fell     : bool hazard
  }
  ends when fell as failure

  param sigma : 0.05..1 = 0.25

  // How far off the command.
  let off = norm(command - velocity)
  goal tracked = mean(off) over steps < 0.25 [m/s]

  objective tracking per second = exp(-(off / 1 [m/s])^2 / sigma)
  penalty   effort weight 0.01 = norm(velocity)
  penalty   fall weight 10 = failed
  shaping   posture = potential(height / 1 [m])

  scenario walks { command = [1, 0]  steps 10 { velocity = [1, 0], height = 0.3 } }
  scenario falls like walks { steps 1 { fell = true } }
  expect walks > falls
}
`;

/** The document with other diagnostics than its own. */
export function withDiagnostics(document: OpenDocument, diagnostics: readonly Diagnostic[]): OpenDocument {
  return Object.create(document, { diagnostics: { value: diagnostics } }) as OpenDocument;
}
