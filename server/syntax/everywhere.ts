// One definition in many files: where it is declared and every place that names it. It must not know LSP or where files come from.
import type { Definition } from "../../compiler/model.ts";
import type { Span } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";
import { definitionsOf, isSame, ownDefinitions, usesOf } from "./definition-at.ts";

export interface Occurrences {
  document: OpenDocument;
  /** The definition as this document knows it; in a reward that includes a set, its own copy of each entry. */
  definitions: readonly Definition[];
  /** The declared name, in the document that declares it. */
  declared: Span | undefined;
  /** In source order. */
  uses: readonly Span[];
}

/** The definition with its places in `document` and in those of `others` that know it. */
export function occurrencesOf(document: OpenDocument, definition: Definition, others: readonly OpenDocument[]): Occurrences[] {
  const home = definition.file ?? document.path;
  const stays = home === "" || isPrivate(definition, document);
  const near = stays ? [] : others.filter((other) => other.path !== document.path && mayKnow(other, home));
  return [document, ...near].flatMap((each) => placesIn(each, definition, home) ?? []);
}

/** What is declared inside a reward is known in it only. */
function isPrivate(definition: Definition, { compilation: { model } }: OpenDocument): boolean {
  if (definition.file !== undefined || definition.kind === "fn-param") return false;
  if (model.definitions.includes(definition)) return definition.kind === "reward";
  return !model.definitions.some(
    ({ kind, declaration, file }) =>
      kind === "signal-set" &&
      file === undefined &&
      declaration.start <= definition.nameSpan.start &&
      definition.nameSpan.end <= declaration.end,
  );
}

/** Cheap: most files use no other. */
const mayKnow = ({ text, path }: OpenDocument, home: string): boolean => path === home || /\buse\s*"/.test(text);

function placesIn(document: OpenDocument, definition: Definition, home: string): Occurrences | undefined {
  const { model } = document.compilation;
  const local = { ...definition, file: document.path === home ? undefined : home };
  const known = [...definitionsOf(model), ...model.imported].filter((other) => isSame(other, local));
  const uses = usesOf(model, local);
  if (known.length === 0 && uses.length === 0) return undefined;
  const own = ownDefinitions(model).find((other) => isSame(other, local));
  return { document, definitions: known, declared: own?.nameSpan, uses };
}
