// What may follow a dot: terms and goals of a scenario, terms of `terms`, components of a vector, the state of a sequence.

import { componentIndex } from "../../../compiler/types/value-types.ts";
import type { ValueType } from "../../../runtime/program.ts";
import type { Completion } from "./completion.ts";
import { type CompletionProvider, declared, valueNamed } from "./input.ts";
import { offerDefinition } from "./offer.ts";

const stages: readonly [string, string][] = [
  ["stage", "how many stages are done"],
  ["done", "whether all stages are done"],
  ["failed", "whether the sequence can no longer be done"],
  ["progress", "0..1 through the sequence"],
];

export const completeMembersOf: CompletionProvider = (input) => {
  const { place, document } = input;
  if (place.kind !== "member-of") return [];
  const terms = declared(input, "objective", "penalty", "shaping", "require");
  const offer = (kinds: typeof terms) => kinds.map((definition) => offerDefinition(document, definition, 1));
  if (place.object === "terms") return offer(terms.filter(({ kind }) => kind !== "require"));
  if (declared(input, "scenario").some(({ name }) => name === place.object))
    return offer([...terms, ...declared(input, "goal", "probe")]);
  // A sequence has no value of its own.
  if (declared(input, "sequence").some(({ name }) => name === place.object))
    return stages.map(([label, detail]): Completion => ({ label, kind: "option", detail, rank: 1 }));
  return components(valueNamed(input, place.object)?.info?.type);
};

/** `x y z w`, then the swizzles people write most. */
function components(type: ValueType | undefined): Completion[] {
  if (type?.kind === "list") return components(type.of);
  if (type?.kind !== "vector") return [];
  const letters = ["x", "y", "z", "w"].filter((letter) => {
    const index = componentIndex(type, letter);
    return index >= 0 && index < type.size;
  });
  const pairs = ["xy", "xz", "yz", "xyz"].filter((pair) => [...pair].every((letter) => letters.includes(letter)));
  return [...letters, ...pairs].map((label) => ({
    label,
    kind: "option",
    detail: label.length === 1 ? `component ${componentIndex(type, label)}` : `components ${[...label].join(", ")}`,
    rank: label.length,
  }));
}
