// Links in the text: rule names in annotations, paths of data and used files. It must not know LSP or where rule pages live.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";

export interface DocumentLink extends Span {
  target: { kind: "rule"; rule: string } | { kind: "file"; path: string };
  tooltip: string;
}

export function provideDocumentLinks(document: OpenDocument): DocumentLink[] {
  return document.compilation.file.declarations.flatMap((declaration) => [
    ...linksOf(declaration),
    ...(declaration.kind === "reward" ? declaration.members.flatMap(linksOf) : []),
  ]);
}

function linksOf(declaration: ast.Declaration | ast.Member): DocumentLink[] {
  const links = declaration.annotations.map(ruleLink).filter((link) => link !== undefined);
  if (declaration.kind === "use") return [...links, ...fileLink(declaration.path, "Open the file")];
  if (declaration.kind === "data") return [...links, ...fileLink(declaration.glob, "Open the log")];
  return links;
}

function ruleLink(annotation: ast.Annotation): DocumentLink | undefined {
  const { start, end, text } = annotation.rule;
  return text === "" ? undefined : { start, end, target: { kind: "rule", rule: text }, tooltip: `What ${text} is about` };
}

/** A glob names no one file, so only plain paths become links. */
function fileLink(path: ast.TextLiteral, tooltip: string): DocumentLink[] {
  if (path.value === "" || /[*?[\]{}]/.test(path.value)) return [];
  return [
    { start: path.start + 1, end: Math.max(path.start + 1, path.end - 1), target: { kind: "file", path: path.value }, tooltip },
  ];
}
