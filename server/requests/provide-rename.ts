// Renaming what is under the cursor, here and in the files that use it, and whether it can be. It must not know LSP.
import type { TextEdit } from "../../compiler/diagnostics.ts";
import { relativePath } from "../../compiler/files/path.ts";
import type { Definition, DefinitionKind, Model } from "../../compiler/model.ts";
import { type Span, touches } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { definitionAt, definitionsOf, isSame } from "../syntax/definition-at.ts";
import { type Occurrences, occurrencesOf } from "../syntax/everywhere.ts";

export interface FileEdits {
  document: OpenDocument;
  edits: TextEdit[];
}
export type RenameResult = { ok: true; files: FileEdits[] } | { ok: false; message: string };

/** The name that would be renamed; undefined where there is none. */
export function prepareRename(document: OpenDocument, offset: number): (Span & { placeholder: string }) | undefined {
  const here = definitionAt(document.compilation.model, offset);
  return here && { ...here.span, placeholder: document.text.slice(here.span.start, here.span.end) };
}

/** Edits of the declaration and every use in `document` and `others`; refused, with the reason, where the new name cannot be meant. */
export function provideRename(
  document: OpenDocument,
  offset: number,
  newName: string,
  others: readonly OpenDocument[] = [],
): RenameResult {
  const here = definitionAt(document.compilation.model, offset);
  if (here === undefined) return { ok: false, message: "There is no name here that can be renamed." };
  const found = occurrencesOf(document, here.definition, others);
  const refusal = refuseName(newName) ?? refuseClash(found, newName, document) ?? refuseHalf(found, here.definition);
  if (refusal !== undefined) return { ok: false, message: refusal };
  const files = found.map(({ document: each, declared, uses }) => ({
    document: each,
    edits: [...(declared === undefined ? [] : [declared]), ...uses]
      .map(({ start, end }) => ({ start, end, text: newName }))
      .sort((a, b) => a.start - b.start),
  }));
  return { ok: true, files: files.filter(({ edits }) => edits.length > 0) };
}

const hardWords = new Set("if then else match and or not true false in matches over for where inf".split(" "));

function refuseName(name: string): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return `"${name}" cannot be a name: use letters, digits and "_", and do not begin with a digit.`;
  }
  return hardWords.has(name) ? `"${name}" is a word of the language and cannot be a name.` : undefined;
}

/** Without its declaration, every use would name nothing. */
function refuseHalf(found: readonly Occurrences[], { name, file }: Definition): string | undefined {
  if (found.some(({ declared }) => declared !== undefined)) return undefined;
  return `The declaration of "${name}"${file === undefined ? "" : ` in ${file}`} cannot be read, so it cannot be renamed.`;
}

function refuseClash(found: readonly Occurrences[], name: string, asked: OpenDocument): string | undefined {
  for (const { document, definitions } of found) {
    const clash = definitions.map((definition) => clashIn(document.compilation.model, definition, name)).find(Boolean);
    if (clash === undefined) continue;
    const where = document === asked ? "here" : `in ${relativePath(asked.path, document.path)}`;
    return `There is already a ${clash.kind} called "${name}" ${where}.`;
  }
  return undefined;
}

function clashIn(model: Model, definition: Definition, name: string): Definition | undefined {
  return [...definitionsOf(model), ...model.imported].find(
    (other) =>
      other.name === name &&
      !isSame(other, definition) &&
      namespaceOf(other.kind) === namespaceOf(definition.kind) &&
      inSameScope(model, other, definition),
  );
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
  if (a.kind === "fn-param" || b.kind === "fn-param")
    return a.kind === b.kind && a.file === b.file && fnAt(model, a) === fnAt(model, b);
  const [first, second] = [scopeOf(model, a), scopeOf(model, b)];
  return first === second || first === "file" || second === "file";
}

/** The reward that knows it, the set it is an entry of, or the file. */
function scopeOf(model: Model, definition: Definition): unknown {
  const reward = model.rewards.find(({ definitions }) => definitions.includes(definition));
  if (reward !== undefined || definition.kind !== "signal") return reward ?? "file";
  return model.definitions.find(
    ({ kind, declaration }) => kind === "signal-set" && touches(declaration, definition.nameSpan.start),
  );
}

function fnAt(model: Model, parameter: Definition): Definition | undefined {
  return [...model.definitions, ...model.imported].find(
    (d) => d.kind === "fn" && d.file === parameter.file && touches(d.declaration, parameter.nameSpan.start),
  );
}
