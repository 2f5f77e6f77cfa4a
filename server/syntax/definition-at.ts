// From an offset to the definition it names, and from a definition to all its names. It must not know LSP.
import type { Definition, Model } from "../../compiler/model.ts";
import { type Span, touches } from "../../grammar/span.ts";

export interface NamedHere {
  definition: Definition;
  /** The name under the cursor. */
  span: Span;
  declares: boolean;
}

/** The declared or used name that touches `offset`. */
export function definitionAt(model: Model, offset: number): NamedHere | undefined {
  for (const definition of definitionsOf(model)) {
    if (touches(definition.nameSpan, offset)) return { definition, span: definition.nameSpan, declares: true };
  }
  const use = model.references.find((reference) => touches(reference, offset));
  return use && { definition: use.definition, span: { start: use.start, end: use.end }, declares: false };
}

/** Every definition of the file: of its own level, then reward by reward. */
export function definitionsOf(model: Model): Definition[] {
  const all = [...model.definitions];
  for (const reward of model.rewards) all.push(...reward.definitions);
  for (const reference of model.references) {
    // Parameters of functions and the variables of 'for' are listed nowhere else.
    if (reference.definition.kind === "fn-param" || reference.definition.kind === "element") all.push(reference.definition);
  }
  return [...new Set(all)];
}

/** Uses of a definition by name, in source order, the declared name first where `declaration` is wanted. */
export function usesOf(model: Model, definition: Definition): Span[] {
  const uses = new Map<number, Span>();
  for (const reference of model.references) {
    if (reference.definition === definition) uses.set(reference.start, { start: reference.start, end: reference.end });
  }
  return [...uses.values()].sort((a, b) => a.start - b.start);
}
