// The families of rules: groups that are listed together and can be switched together. A rule's family is the folder it lies in.

import { patterns } from "./index.ts";
import type { Pattern } from "./pattern.ts";
import { familyOf } from "./registry.generated.ts";

export interface Family {
  name: string;
  /** One line. */
  summary: string;
  patterns: readonly Pattern[];
}

const summaries: Readonly<Record<string, string>> = {
  authority: "Who could have written what is paid for.",
  bounds: "How much a term can pay, and in which direction.",
  combining: "How terms are weighed against each other and added up.",
  episodes: "What pays for a longer, shorter or different episode.",
  numerics: "Values that overflow, take too long or cannot be computed.",
  risk: "Rare disasters that an average hides.",
  schedules: "Weights and thresholds that change during training.",
  shaping: "Help on the way that changes what is best.",
  surface: "How a text looks, paid instead of what it says.",
  verifiers: "Judges, tests and patterns that accept too much.",
};

/** In alphabetical order; the rules of each in order of their codes. */
export const families: readonly Family[] = [...new Set(Object.values(familyOf))].sort().map((name) => ({
  name,
  summary: summaries[name] ?? "",
  patterns: patterns.filter((pattern) => familyOf[pattern.name] === name),
}));

export const familyByName: ReadonlyMap<string, Family> = new Map(families.map((family) => [family.name, family]));
