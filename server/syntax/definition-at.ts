// From an offset to the definition it names, and from a definition to all its names. It must not know LSP.
import type { Definition, Model } from "../../compiler/model.ts";
import type * as ast from "../../grammar/ast.ts";
import { type Span, touches } from "../../grammar/span.ts";

export interface NamedHere {
  definition: Definition;
  /** The name under the cursor. */
  span: Span;
  declares: boolean;
}

/** The declared or used name that touches `offset`. */
export function definitionAt(model: Model, offset: number): NamedHere | undefined {
  for (const definition of ownDefinitions(model)) {
    if (touches(definition.nameSpan, offset)) return { definition, span: definition.nameSpan, declares: true };
  }
  const use = model.references.find((reference) => touches(reference, offset));
  return use && { definition: use.definition, span: { start: use.start, end: use.end }, declares: false };
}

/** Those that this file declares: their positions lie in it. */
export function ownDefinitions(model: Model): Definition[] {
  return definitionsOf(model).filter(({ file }) => file === undefined);
}

/** Every definition that is known inside the file: of its own level, then reward by reward, with what included sets bring. */
export function definitionsOf(model: Model): Definition[] {
  const all = [...model.definitions];
  for (const reward of model.rewards) all.push(...reward.definitions);
  for (const reference of model.references) {
    // Parameters of functions and the variables of 'for' are listed nowhere else.
    if (reference.definition.kind === "fn-param" || reference.definition.kind === "element") all.push(reference.definition);
  }
  const declared = new Set(all.map(({ declaration }) => declaration));
  for (const { declaration } of model.definitions) {
    if ("kind" in declaration && declaration.kind === "signal-set")
      all.push(...declaration.entries.filter((entry) => entry.name.text !== "" && !declared.has(entry)).map(entryDefinition));
  }
  return [...new Set(all)];
}

const entries = new WeakMap<ast.Signal, Definition>();

/** An entry of a set that no reward of the file includes. */
function entryDefinition(entry: ast.Signal): Definition {
  const { name, doc } = entry;
  const nameSpan = { start: name.start, end: name.end };
  const made: Definition = {
    kind: "signal",
    name: name.text,
    nameSpan,
    declaration: entry,
    ...(doc === undefined ? {} : { doc }),
  };
  const known = entries.get(entry) ?? made;
  entries.set(entry, known);
  return known;
}

/** Two rewards that include one set each have a definition of every entry. */
export function isSame(a: Definition, b: Definition): boolean {
  return a === b || (a.file === b.file && a.kind === b.kind && a.nameSpan.start === b.nameSpan.start);
}

/** Uses of a definition by name, in source order. */
export function usesOf(model: Model, definition: Definition): Span[] {
  const uses = new Map<number, Span>();
  for (const reference of model.references) {
    if (isSame(reference.definition, definition)) uses.set(reference.start, { start: reference.start, end: reference.end });
  }
  return [...uses.values()].sort((a, b) => a.start - b.start);
}
