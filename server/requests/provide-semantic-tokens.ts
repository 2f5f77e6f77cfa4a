// What every word of the text is, so that a signal called `weight` is not coloured as a keyword. It must not know LSP.
import type { DefinitionKind } from "../../compiler/model.ts";
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { ownDefinitions } from "../syntax/definition-at.ts";
import type { SyntaxNode } from "../syntax/path-at.ts";

export const tokenTypes = [
  "keyword",
  "class",
  "interface",
  "property",
  "variable",
  "parameter",
  "function",
  "enumMember",
  "type",
  "event",
  "decorator",
] as const;
export const tokenModifiers = ["declaration", "readonly", "defaultLibrary"] as const;
export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticToken extends Span {
  type: TokenType;
  modifiers: readonly TokenModifier[];
}

const typeOfKind: Readonly<Record<DefinitionKind, TokenType>> = {
  reward: "class",
  "signal-set": "interface",
  signal: "parameter",
  param: "parameter",
  "fn-param": "parameter",
  element: "variable",
  let: "variable",
  track: "variable",
  sequence: "variable",
  goal: "variable",
  probe: "variable",
  fn: "function",
  objective: "property",
  penalty: "property",
  shaping: "property",
  require: "property",
  limit: "property",
  scenario: "event",
  data: "event",
  unit: "type",
};

/** In source order, never overlapping, none over a line's end; of the words that touch `range`, or of all. */
export function provideSemanticTokens(document: OpenDocument, range?: Span): SemanticToken[] {
  const all = document.memo("semantic tokens", () => collect(document));
  return range === undefined ? all : all.filter((token) => token.start < range.end && range.start < token.end);
}

function collect(document: OpenDocument): SemanticToken[] {
  const { model } = document.compilation;
  const byStart = new Map<number, SemanticToken>();
  const put = (span: Span, type: TokenType, ...modifiers: TokenModifier[]) => {
    if (span.end > span.start) byStart.set(span.start, { start: span.start, end: span.end, type, modifiers });
  };
  const names = new Set<number>();
  for (const node of document.nodes) {
    if (isName(node)) names.add(node.start);
    placeToken(node, put);
  }
  for (const token of document.tokens) {
    if (byStart.has(token.start)) continue;
    if (token.kind === "keyword" || token.kind === "hard") put(token, "keyword");
    else if (token.kind === "soft" && !names.has(token.start)) put(token, "keyword");
    else if (token.kind === "symbol" && token.text === "@") put(token, "decorator");
  }
  for (const operator of model.operators) {
    if (/^[A-Za-z_]/.test(document.text.slice(operator.start, operator.end)) && names.has(operator.start))
      put(operator, "function", "defaultLibrary");
  }
  for (const builtin of model.builtins) put(builtin, "variable", "readonly", "defaultLibrary");
  for (const { start, end, definition } of model.references)
    put({ start, end }, typeOfKind[definition.kind], ...fixed(definition.kind));
  for (const definition of ownDefinitions(model))
    put(definition.nameSpan, typeOfKind[definition.kind], "declaration", ...fixed(definition.kind));
  return withoutOverlaps([...byStart.values()].sort((a, b) => a.start - b.start));
}

function fixed(kind: DefinitionKind): TokenModifier[] {
  return kind === "signal" || kind === "param" ? ["readonly"] : [];
}

/** Names as declared or used, operators called by name among them. */
function isName(node: SyntaxNode): boolean {
  return node.kind === "name" || ("text" in node && node.kind === undefined);
}

type Put = (span: Span, type: TokenType, ...modifiers: TokenModifier[]) => void;

/** Sources, types and annotations say by their place what their words are. */
function placeToken(node: SyntaxNode, put: Put): void {
  if ("args" in node && "name" in node && node.kind === undefined) put(node.name as Span, "enumMember", "defaultLibrary");
  else if ("rule" in node && "reason" in node) {
    put((node as unknown as { name: Span }).name, "decorator");
    put(node.rule as Span, "enumMember");
  } else if (node.kind === "named" && "name" in node) put(node, "type", "defaultLibrary");
}

function withoutOverlaps(tokens: SemanticToken[]): SemanticToken[] {
  let end = 0;
  return tokens.filter((token) => {
    if (token.start < end) return false;
    end = token.end;
    return true;
  });
}
