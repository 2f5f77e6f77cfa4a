// Rule names in `@allow(`, those found in this file first.
import { patterns } from "../../../analysis/patterns/index.ts";
import type { CompletionProvider } from "./input.ts";

export const completeRules: CompletionProvider = ({ place, document }) => {
  if (place.kind !== "rule") return [];
  const found = new Set(document.diagnostics.map(({ rule }) => rule));
  return patterns.map(({ name, code, summary, evidence }) => ({
    label: name,
    kind: "rule",
    detail: code,
    documentation: [summary, ...evidence.map(({ title, says }) => `*${title}*: ${says}`)].join("\n\n"),
    rank: found.has(name) ? 0 : 1,
  }));
};
