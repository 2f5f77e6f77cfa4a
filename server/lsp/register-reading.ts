// Handlers that explain or complete what is being written: hover, completion, signature help.
import { type CompletionItem, InsertTextFormat, MarkupKind } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../grammar/span.ts";
import type { Completion } from "../requests/provide-completion/completion.ts";
import { provideCompletion } from "../requests/provide-completion/index.ts";
import { provideHover } from "../requests/provide-hover.ts";
import { provideSignatureHelp } from "../requests/provide-signature-help.ts";
import { toCompletionKind } from "./kinds.ts";
import { toRange } from "./positions.ts";
import { about, hoverLink, type Session } from "./session.ts";

const markdown = (value: string) => ({ kind: MarkupKind.Markdown, value });

export function registerReading(session: Session): void {
  const { connection } = session;

  connection.onHover(
    about(session, null, (document, positions, { position }) => {
      const hover = provideHover(document, positions.offsetAt(position), (diagnostic) => hoverLink(session, diagnostic));
      return hover === undefined ? null : { range: toRange(positions, hover), contents: markdown(hover.markdown) };
    }),
  );

  connection.onCompletion(
    about(session, null, (document, positions, { position }) => {
      const { replaces, items } = provideCompletion(document, positions.offsetAt(position));
      return { isIncomplete: false, items: items.map((item) => toItem(session, positions, replaces, item)) };
    }),
  );

  connection.onSignatureHelp(
    about(session, null, (document, positions, { position }) => {
      const help = provideSignatureHelp(document, positions.offsetAt(position));
      if (help === undefined) return null;
      const parameters = help.parameters.map(({ label, documentation }) => ({
        label,
        ...(documentation === "" ? {} : { documentation: markdown(documentation) }),
      }));
      return {
        signatures: [{ label: help.label, documentation: markdown(help.documentation), parameters }],
        activeSignature: 0,
        activeParameter: help.active,
      };
    }),
  );
}

function toItem(session: Session, positions: TextDocument, replaces: Span, item: Completion): CompletionItem {
  const snippets = session.snippets && item.snippet !== undefined;
  const inserted = item.snippet === undefined ? item.label : snippets ? item.snippet : withoutPlaceholders(item.snippet);
  return {
    label: item.label,
    kind: toCompletionKind(item.kind),
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(item.documentation === undefined ? {} : { documentation: markdown(item.documentation) }),
    sortText: `${item.rank}${item.label}`,
    filterText: item.label,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(positions, replaces), newText: inserted },
  };
}

/** `${1:x}` becomes x, `${1|a,b|}` its first choice, `$0` nothing. */
function withoutPlaceholders(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\d+/g, "");
}
