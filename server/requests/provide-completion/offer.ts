// Definitions and words as completions. It must not know where they are offered.
import type { Definition } from "../../../compiler/model.ts";
import { describeDefinition } from "../../describe/definition.ts";
import { typeText } from "../../describe/info.ts";
import { describeWord } from "../../describe/word.ts";
import type { OpenDocument } from "../../documents.ts";
import type { WordDoc } from "../../words/word.ts";
import type { Completion, CompletionKind } from "./completion.ts";
import { isTermKind } from "./input.ts";

export function offerDefinition(document: OpenDocument, definition: Definition, rank: number): Completion {
  return {
    label: definition.name,
    kind: kindOf(definition.kind),
    detail: definition.info ? `${definition.kind} : ${typeText(definition.info)}` : definition.kind,
    documentation: describeDefinition(document, definition),
    rank,
  };
}

function kindOf(kind: Definition["kind"]): CompletionKind {
  if (kind === "signal") return "signal";
  if (kind === "param") return "constant";
  if (kind === "fn") return "operator";
  if (kind === "scenario") return "scenario";
  if (kind === "unit") return "unit";
  return isTermKind(kind) ? "term" : "value";
}

export function offerWord(doc: WordDoc, kind: CompletionKind, rank: number): Completion {
  return {
    label: doc.word,
    kind: kind === "keyword" && doc.snippet !== undefined ? "snippet" : kind,
    detail: doc.form === doc.word ? undefined : doc.form,
    documentation: describeWord(doc),
    ...(doc.snippet === undefined ? {} : { snippet: doc.snippet }),
    rank,
  };
}
