// The rules of a SARIF report: those that speak in it, each with its page, so that no network is needed to read it.
import { explain } from "../../../analysis/explain.ts";
import { patternByName } from "../../../analysis/patterns/index.ts";
import type { Diagnostic, Severity } from "../../../compiler/diagnostics.ts";

export const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

/** One per code, in order of the codes. */
export function rulesOf(diagnostics: readonly Diagnostic[]) {
  const first = new Map(diagnostics.map((found) => [found.code, found]));
  return [...first.values()].sort((a, b) => (a.code < b.code ? -1 : 1)).map(ruleOf);
}

function ruleOf({ code, rule, severity }: Diagnostic) {
  const pattern = patternByName.get(code);
  const page = explain(code)?.page;
  const words = rule.replaceAll("-", " ");
  return {
    id: code,
    name: rule,
    shortDescription: { text: pattern?.summary ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` },
    ...(page === undefined ? {} : { help: { text: plain(page), markdown: withoutLinks(page) } }),
    defaultConfiguration: { level: levels[pattern?.severity ?? severity] },
    properties: { tags: pattern === undefined ? ["language"] : ["reward-hacking", ...pattern.classes] },
  };
}

/** Links between pages lead nowhere outside the extension. */
const withoutLinks = (page: string): string => page.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, "$1").trim();

const plain = (page: string): string => withoutLinks(page).replace(/\[([^\]]+)\]\((https?:[^)]*)\)/g, "$1 ($2)");
