// Handlers that change how the text looks: folding, selection, colours, hints, lenses.
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type FoldingRange,
  FoldingRangeKind,
  InlayHintKind,
  type CodeLens as LspCodeLens,
  type SelectionRange,
  SemanticTokensBuilder,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../grammar/span.ts";
import { type CodeLens, lensCommand, provideCodeLenses, titleOfLens } from "../requests/provide-code-lenses.ts";
import { provideFoldingRanges } from "../requests/provide-folding-ranges.ts";
import { provideInlayHints } from "../requests/provide-inlay-hints.ts";
import { provideSelectionRanges } from "../requests/provide-selection-ranges.ts";
import { provideSemanticTokens, type SemanticToken, tokenModifiers, tokenTypes } from "../requests/provide-semantic-tokens.ts";
import { toRange, toSpan } from "./positions.ts";
import { createSchedule } from "./schedule.ts";
import { about, guarded, type Session } from "./session.ts";

export function registerDisplay(session: Session): void {
  const { connection } = session;

  connection.onFoldingRanges(
    about(session, [], (document, positions) =>
      provideFoldingRanges(document).map((range): FoldingRange => {
        const { start, end } = toRange(positions, range);
        return {
          startLine: start.line,
          endLine: end.line,
          kind: range.kind === "comment" ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
        };
      }),
    ),
  );

  connection.onSelectionRanges(
    about(session, [], (document, positions, params) => {
      const offsets = params.positions.map((position) => positions.offsetAt(position));
      return provideSelectionRanges(document, offsets).map((spans) => nested(positions, spans));
    }),
  );

  connection.languages.semanticTokens.on(
    about(session, { data: [] }, (document, positions) => encode(positions, provideSemanticTokens(document))),
  );
  connection.languages.semanticTokens.onRange(
    about(session, { data: [] }, (document, positions, { range }) =>
      encode(positions, provideSemanticTokens(document, toSpan(positions, range))),
    ),
  );

  connection.languages.inlayHint.on(
    about(session, [], (document, positions, { range }) =>
      provideInlayHints(document, toSpan(positions, range)).map((hint) => ({
        position: positions.positionAt(hint.offset),
        label: hint.label,
        kind: InlayHintKind.Type,
        tooltip: { kind: "markdown" as const, value: hint.tooltip },
      })),
    ),
  );

  connection.onCodeLens(
    about(session, [], (document, positions) => provideCodeLenses(document).map((lens) => toLens(document.uri, positions, lens))),
  );
  const titled = guarded(session, "", async ({ uri, reward, shows }: LensData) => {
    const document = session.open(uri);
    return document === undefined ? "" : titleOfLens(document, reward, shows);
  });
  connection.onCodeLensResolve(async (lens, token) => {
    const data = lens.data as LensData;
    return { ...lens, command: { title: await titled(data, token), command: lensCommand, arguments: [data.uri, data.reward] } };
  });
}

/** What is shown of a document follows from the files it uses, so a client is told when one changes. */
export function refreshDisplay(session: Session, client: ClientCapabilities["workspace"]): void {
  const { languages } = session.connection;
  const refresh = createSchedule(() => {
    if (client?.semanticTokens?.refreshSupport) languages.semanticTokens.refresh();
    if (client?.inlayHint?.refreshSupport) void languages.inlayHint.refresh().catch(() => {});
    if (client?.codeLens?.refreshSupport) void session.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  });
  session.onFileChange((path) => {
    if (session.usersOf(path).length > 0) refresh("all");
  });
}

interface LensData {
  uri: string;
  reward: string;
  shows: CodeLens["shows"];
}

function toLens(uri: string, positions: TextDocument, { start, end, reward, shows, title, tooltip }: CodeLens): LspCodeLens {
  const data: LensData = { uri, reward, shows };
  const range = toRange(positions, { start, end });
  if (title === undefined) return { range, data };
  return { range, data, command: { title, command: lensCommand, arguments: [uri, reward], ...(tooltip ? { tooltip } : {}) } };
}

function nested(positions: TextDocument, spans: readonly Span[]): SelectionRange {
  let range: SelectionRange | undefined;
  for (const span of [...spans].reverse()) range = { range: toRange(positions, span), ...(range ? { parent: range } : {}) };
  return range!;
}

function encode(positions: TextDocument, tokens: readonly SemanticToken[]) {
  const builder = new SemanticTokensBuilder();
  for (const { start, end, type, modifiers } of tokens) {
    const { line, character } = positions.positionAt(start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, end - start, tokenTypes.indexOf(type), bits);
  }
  return builder.build();
}
