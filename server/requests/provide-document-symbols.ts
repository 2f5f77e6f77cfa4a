// The outline of a file. It must not know LSP.
import type * as ast from "../../grammar/ast.ts";
import { cover, type Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";

export interface DocumentSymbol {
  name: string;
  /** One or two words beside the name, such as its type or weight. */
  detail: string;
  /** The kind of the declaration in the language's own words. */
  kind: string;
  span: Span;
  nameSpan: Span;
  children: DocumentSymbol[];
}

export function provideDocumentSymbols(document: OpenDocument): DocumentSymbol[] {
  const slice = (span: Span | undefined) => (span ? document.text.slice(span.start, span.end).replace(/\s+/g, " ") : "");
  return document.compilation.file.declarations.flatMap((declaration) => symbolsOf(declaration, slice));
}

type Slice = (span: Span | undefined) => string;

function symbolsOf(declaration: ast.Declaration | ast.Member, slice: Slice): DocumentSymbol[] {
  switch (declaration.kind) {
    case "use":
    case "setting":
    case "ends":
    case "total":
    case "assume":
    case "expect":
    case "prove":
    case "signals-include":
      return unnamed(declaration, slice);
    case "signals":
      // The entries matter, the block does not.
      return declaration.entries.flatMap((entry) => symbolsOf(entry, slice));
    case "reward":
      return [
        named(
          declaration,
          slice(declaration.contract),
          declaration.members.flatMap((member) => symbolsOf(member, slice)),
        ),
      ];
    case "signal-set":
      return [
        named(
          declaration,
          "",
          declaration.entries.flatMap((entry) => symbolsOf(entry, slice)),
        ),
      ];
    default:
      return [named(declaration, detailOf(declaration, slice), [])];
  }
}

type NamedDeclaration = Extract<ast.Declaration | ast.Member, { name: ast.Name }>;

function named(declaration: NamedDeclaration, detail: string, children: DocumentSymbol[]): DocumentSymbol {
  const name = declaration.name.text === "" ? `(${declaration.kind})` : declaration.name.text;
  // Recovery can leave members behind the end of a broken reward; editors want children inside their parent.
  const span = children.reduce((whole, child) => cover(whole, child.span), spanOf(declaration));
  return { name, detail, kind: declaration.kind, span, nameSpan: inside(declaration.name, span), children };
}

/** Settings, claims and tests have no name; their text is one. */
function unnamed(declaration: ast.Declaration | ast.Member, slice: Slice): DocumentSymbol[] {
  if (declaration.kind !== "expect" && declaration.kind !== "prove" && declaration.kind !== "total") return [];
  const text = slice(declaration).replace(/^@allow\([^)]*\)\s*/, "");
  return [
    {
      name: text.slice(0, 60) || declaration.kind,
      detail: "",
      kind: declaration.kind,
      span: spanOf(declaration),
      nameSpan: spanOf(declaration),
      children: [],
    },
  ];
}

function detailOf(declaration: NamedDeclaration, slice: Slice): string {
  switch (declaration.kind) {
    case "signal":
    case "param":
    case "track":
      return slice(declaration.type);
    case "objective":
    case "penalty":
    case "shaping":
      return declaration.weight ? `weight ${slice(declaration.weight)}` : "";
    case "scenario":
      return declaration.like ? `like ${declaration.like.text}` : "";
    case "data":
      return slice(declaration.glob);
    case "fn":
      return `(${declaration.params.map((p) => p.name.text).join(", ")})`;
    default:
      return "";
  }
}

function spanOf(node: Span): Span {
  return { start: node.start, end: node.end };
}

/** Editors refuse a symbol whose name lies outside it, which recovery can produce. */
function inside(name: Span, whole: Span): Span {
  const start = Math.min(Math.max(name.start, whole.start), whole.end);
  return { start, end: Math.min(Math.max(name.end, start), whole.end) };
}
