// A definition as Markdown: how it is declared, what is known of it, its own words. It must not know LSP.

import { relativePath } from "../../compiler/files/path.ts";
import type { Definition } from "../../compiler/model.ts";
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { scenarioOutcomes } from "../outcomes.ts";
import { sourceDocs } from "../words/index.ts";
import { blocks, fence, inlineCode } from "./code.ts";
import { describeFacts } from "./facts.ts";
import { describeInfo, typeText } from "./info.ts";
import { describePay } from "./number.ts";

export function describeDefinition(document: OpenDocument, definition: Definition): string {
  return blocks(
    fence(headText(document, definition)),
    definition.doc,
    definition.info && describeInfo(definition.info),
    describeFacts(document, definition),
    moreText(document, definition),
    definition.file && `Declared in ${inlineCode(relativePath(document.path, definition.file))}.`,
  );
}

/** `let off : vector(2) [m/s] in -6..6`: the declaration in one line, with what was inferred. */
export function headText(document: OpenDocument, definition: Definition): string {
  const { kind, name, info, declaration, file } = definition;
  const slice = (span: Span | undefined) => excerpt(document.textOf(file), span);
  const typed = info ? `${kind} ${name} : ${typeText(info)}` : `${kind} ${name}`;
  if (!("kind" in declaration)) return typed;
  switch (declaration.kind) {
    case "signal":
      return `signal ${signalText(document, declaration, slice)}`;
    case "param":
      return `${declaration.type ? `param ${name} : ${slice(declaration.type)}` : typed} = ${slice(declaration.value)}`;
    case "fn":
      return `fn ${name}(${declaration.params.map((p) => slice(p)).join(", ")}) = ${slice(declaration.body)}`;
    case "objective":
    case "penalty":
      return [kind, name, declaration.weight && `weight ${slice(declaration.weight)}`, declaration.rate]
        .filter(Boolean)
        .join(" ");
    case "shaping":
      return [kind, name, declaration.weight && `weight ${slice(declaration.weight)}`].filter(Boolean).join(" ");
    case "require":
      return `require ${name} = ${slice(declaration.condition)} else ${slice(declaration.otherwise)}`;
    case "reward":
      return declaration.contract ? `reward ${name} : ${slice(declaration.contract)}` : `reward ${name}`;
    case "scenario":
      return declaration.like ? `scenario ${name} like ${declaration.like.text}` : `scenario ${name}`;
    case "data":
      return `data ${name} ${slice(declaration.glob)}`;
    case "unit":
      return declaration.value ? `unit ${name} = ${slice(declaration.value)}` : `unit ${name}`;
    case "signal-set":
      return `signals ${name}`;
    default:
      return typed;
  }
}

/** Text on one line; "" for nothing. */
function excerpt(text: string, span: Span | undefined): string {
  return span === undefined ? "" : text.slice(span.start, span.end).replace(/\s+/g, " ");
}

/** The entry with the timing and source it takes from its block. */
function signalText(document: OpenDocument, signal: ast.Signal, slice: (span: Span | undefined) => string): string {
  const block = blockOf(document, signal);
  const parts = [
    `${signal.name.text} : ${slice(signal.type)}`,
    slice(signal.timing ?? block?.timing),
    sourceText(signal.source ?? block?.source),
    ...signal.tags.map(slice),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function sourceText(source: ast.Source | undefined): string {
  if (source === undefined) return "";
  const args = source.args.length > 0 ? `(${source.args.map((a) => a.text).join(", ")})` : "";
  return `from ${source.name.text}${args}`;
}

function blockOf(document: OpenDocument, signal: ast.Signal): ast.SignalBlock | undefined {
  for (const declaration of document.compilation.file.declarations) {
    if (declaration.kind !== "reward") continue;
    for (const member of declaration.members) {
      if (member.kind === "signals" && member.entries.includes(signal)) return member;
    }
  }
  return undefined;
}

function moreText(document: OpenDocument, { declaration, name, nameSpan }: Definition): string | undefined {
  if (!("kind" in declaration)) return undefined;
  switch (declaration.kind) {
    case "signal": {
      const source = declaration.source ?? blockOf(document, declaration)?.source;
      const doc = source && sourceDocs.get(source.name.text);
      return doc && `\`${doc.form}\`: ${doc.text}`;
    }
    case "scenario":
      return payText(document, name, nameSpan);
    case "goal":
      return "What is wanted. It is compared with what is paid and never paid itself.";
    case "probe":
      return "Measured and plotted, never paid.";
    default:
      return undefined;
  }
}

/** What the scenario pays, where its reward compiles. */
function payText(document: OpenDocument, scenario: string, at: Span): string | undefined {
  const program = document.compilation.programs.find(({ source: [start, end] }) => start <= at.start && at.end <= end);
  const outcome = program && scenarioOutcomes(document, program)?.find((candidate) => candidate.scenario === scenario);
  if (outcome === undefined) return undefined;
  const reached = outcome.result.goal;
  const goal = typeof reached === "boolean" ? ` The goal is ${reached ? "" : "not "}reached.` : "";
  return `Pays **${describePay(outcome.pays)}**.${goal}`;
}
