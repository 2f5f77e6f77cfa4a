// Renaming what is under the cursor, and whether it can be. It must not know LSP.
import type { TextEdit } from "../../compiler/diagnostics.ts";
import type { Definition, DefinitionKind, Model } from "../../compiler/model.ts";
import { type Span, touches } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { definitionAt, definitionsOf, usesOf } from "../syntax/definition-at.ts";

export type RenameResult = { ok: true; edits: TextEdit[] } | { ok: false; message: string };

/** The name that would be renamed; undefined where there is none. */
export function prepareRename(document: OpenDocument, offset: number): (Span & { placeholder: string }) | undefined {
  const here = definitionAt(document.compilation.model, offset);
  return here && { ...here.span, placeholder: document.text.slice(here.span.start, here.span.end) };
}

/** Edits of the declaration and every use; refused, with the reason, where the new name cannot be meant. */
export function provideRename(document: OpenDocument, offset: number, newName: string): RenameResult {
  const { model } = document.compilation;
  const here = definitionAt(model, offset);
  if (here === undefined) return { ok: false, message: "There is no name here that can be renamed." };
  const refusal = refuse(model, here.definition, newName);
  if (refusal !== undefined) return { ok: false, message: refusal };
  const spans = [here.definition.nameSpan, ...usesOf(model, here.definition)];
  const edits = spans.map(({ start, end }) => ({ start, end, text: newName })).sort((a, b) => a.start - b.start);
  return { ok: true, edits };
}

const hardWords = new Set("if then else match and or not true false in matches over for where inf".split(" "));

function refuse(model: Model, definition: Definition, name: string): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return `"${name}" cannot be a name: use letters, digits and "_", and do not begin with a digit.`;
  }
  if (hardWords.has(name)) return `"${name}" is a word of the language and cannot be a name.`;
  const clash = definitionsOf(model).find(
    (other) =>
      other !== definition &&
      other.name === name &&
      namespaceOf(other.kind) === namespaceOf(definition.kind) &&
      inSameScope(model, other, definition),
  );
  return clash && `There is already a ${clash.kind} called "${name}" here.`;
}

/** Values, terms, and scenarios with data are three namespaces; the rest of a file has its own. */
function namespaceOf(kind: DefinitionKind): string {
  switch (kind) {
    case "objective":
    case "penalty":
    case "shaping":
    case "require":
    case "limit":
      return "term";
    case "scenario":
    case "data":
      return "world";
    case "reward":
    case "unit":
    case "signal-set":
      return kind;
    default:
      return "value";
  }
}

function inSameScope(model: Model, a: Definition, b: Definition): boolean {
  const scopeOf = (definition: Definition) =>
    model.rewards.find((r) => touches(r.ast, definition.nameSpan.start) && r.definition !== definition);
  const [first, second] = [scopeOf(a), scopeOf(b)];
  if (a.kind === "fn-param" || b.kind === "fn-param") return a.kind === b.kind && fnAt(model, a) === fnAt(model, b);
  return first === second || first === undefined || second === undefined;
}

function fnAt(model: Model, parameter: Definition): Definition | undefined {
  return model.definitions.find((d) => d.kind === "fn" && touches(d.declaration, parameter.nameSpan.start));
}
