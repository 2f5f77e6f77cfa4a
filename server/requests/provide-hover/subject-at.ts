// What one place of the text is about, as Markdown. It must not know diagnostics or LSP.
import { patterns } from "../../../analysis/patterns/index.ts";
import type { Span } from "../../../grammar/span.ts";
import { operatorByName, operators } from "../../../runtime/operators/index.ts";
import { blocks, fence } from "../../describe/code.ts";
import { describeDefinition } from "../../describe/definition.ts";
import { describeOperator } from "../../describe/operator.ts";
import { describeUnit } from "../../describe/unit.ts";
import { describeWord } from "../../describe/word.ts";
import type { OpenDocument } from "../../documents.ts";
import { definitionAt } from "../../syntax/definition-at.ts";
import { pathAt, type SyntaxNode } from "../../syntax/path-at.ts";
import { isWord, type Token, tokenAt } from "../../syntax/tokens.ts";
import { axisDocs, builtinDocs, keywordDocs, sourceDocs, tagDocs, typeDocs } from "../../words/index.ts";
import { trustDocs } from "../../words/source-words.ts";
import { timingWords } from "../../words/type-words.ts";

export interface Subject extends Span {
  markdown: string;
}

export function subjectAt(document: OpenDocument, offset: number): Subject | undefined {
  const token = wordOrSymbolAt(document, offset);
  if (token === undefined || token.kind === "comment" || token.kind === "doc" || token.kind === "number") return undefined;
  const { start, end } = token;
  const markdown = nameText(document, offset) ?? placeText(document, token) ?? operatorText(token) ?? keywordText(token);
  return markdown === undefined ? undefined : { start, end, markdown };
}

/** At the border of a word and a symbol the word is meant. */
function wordOrSymbolAt(document: OpenDocument, offset: number): Token | undefined {
  const token = tokenAt(document.tokens, offset);
  if (token === undefined || isWord(token) || offset === 0) return token;
  const before = tokenAt(document.tokens, offset - 1);
  return before?.end === offset && isWord(before) ? before : token;
}

function nameText(document: OpenDocument, offset: number): string | undefined {
  const { model } = document.compilation;
  const named = definitionAt(model, offset);
  if (named !== undefined) return describeDefinition(document, named.definition);
  const holds = (span: Span) => span.start <= offset && offset <= span.end;
  const operator = model.operators.find(holds);
  const record = operator && operatorByName.get(operator.operator);
  if (record !== undefined) return describeOperator(record);
  const builtin = model.builtins.find(holds);
  const doc = builtin && builtinDocs.get(builtin.builtin);
  return doc && describeWord(doc);
}

/** A word whose meaning comes from where it stands in the tree. */
function placeText(document: OpenDocument, token: Token): string | undefined {
  const path = pathAt(document.compilation.file, token.start);
  for (const node of path.reverse()) {
    const text = nodeText(node, token);
    if (text !== undefined) return text;
  }
  return undefined;
}

function nodeText(node: SyntaxNode, { text }: Token): string | undefined {
  if ("factors" in node) return describeUnit(text, new Map());
  if ("tag" in node && typeof node.tag === "string") {
    const doc = tagDocs.get(node.tag);
    return doc && node.tag.split(" ").includes(text) ? describeWord(doc) : undefined;
  }
  if ("timing" in node && typeof node.timing === "string") {
    const doc = timingWords.find((row) => row.word === node.timing);
    return doc?.word.split(" ").includes(text) ? describeWord(doc) : undefined;
  }
  if ("args" in node && node.kind === undefined) return sourceText(text);
  if ("optional" in node) return typeText(text);
  if ("rule" in node && "reason" in node) return ruleText(node.rule as { text: string });
  if (node.kind === "over" && "axis" in node) {
    const doc = text === "over" ? keywordDocs.get("over") : axisDocs.get(text);
    return doc && describeWord(doc);
  }
  return undefined;
}

function sourceText(word: string): string | undefined {
  const doc = sourceDocs.get(word);
  return doc && blocks(describeWord(doc), `Trust: **${doc.trust}**, ${trustDocs[doc.trust]}.`);
}

function typeText(word: string): string | undefined {
  const doc = typeDocs.get(word === "of" ? "list" : word);
  return doc && describeWord(doc);
}

function ruleText({ text }: { text: string }): string | undefined {
  const pattern = patterns.find((candidate) => candidate.name === text);
  return pattern && blocks(fence(`@allow(${pattern.name}, "reason")`), `**${pattern.code}** ${pattern.summary}`);
}

/** `+`, `??`, `in`: written between operands; a name followed by `(` that the model has not seen. */
function operatorText(token: Token): string | undefined {
  if (token.kind === "name" || token.kind === "text" || token.kind === "keyword") return undefined;
  const record = operators.find((operator) => operator.symbol === token.text);
  return record && describeOperator(record);
}

function keywordText(token: Token): string | undefined {
  if (token.kind === "symbol" && token.text === "@") return describeWord(keywordDocs.get("@allow")!);
  if (!isWord(token) || token.kind === "name") return undefined;
  const doc = keywordDocs.get(token.text);
  return doc && describeWord(doc);
}
