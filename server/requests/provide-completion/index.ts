// Completion: finds out what may be written at the cursor and asks every provider. It must not know LSP.
import type { OpenDocument } from "../../documents.ts";
import { completeAxes } from "./axes.ts";
import type { CompletionList } from "./completion.ts";
import { completeDeclarations } from "./declarations.ts";
import { completeEntries } from "./entries.ts";
import { type CompletionProvider, rewardNear } from "./input.ts";
import { completeMembersOf } from "./members-of.ts";
import { completeOperators } from "./operators.ts";
import { completeOptions } from "./options.ts";
import { completePaths } from "./paths.ts";
import { placeAt } from "./place-at.ts";
import { completeRules } from "./rules.ts";
import { completeScenarios } from "./scenarios.ts";
import { completeSets } from "./sets.ts";
import { completeSignalTail } from "./signal-tail.ts";
import { completeSources } from "./sources.ts";
import { completeTypes } from "./types.ts";
import { completeUnits } from "./units.ts";
import { completeValues } from "./values.ts";
import { completeWords } from "./words.ts";

const providers: readonly CompletionProvider[] = [
  completeDeclarations,
  completeScenarios,
  completeValues,
  completeOperators,
  completeWords,
  completeOptions,
  completeMembersOf,
  completeEntries,
  completeTypes,
  completeSets,
  completePaths,
  completeSignalTail,
  completeSources,
  completeUnits,
  completeAxes,
  completeRules,
];

/** Everything that fits the place; the client filters by what is typed. One entry a label, the lowest rank first. */
export function provideCompletion(document: OpenDocument, offset: number): CompletionList {
  const { word, place } = placeAt(document.tokens, offset);
  if (place.kind === "nothing") return { replaces: word, items: [] };
  const input = { document, offset, place, reward: rewardNear(document, offset) };
  const items = providers.flatMap((provide) => provide(input)).sort((a, b) => a.rank - b.rank);
  const seen = new Set<string>();
  return { replaces: word, items: items.filter(({ label }) => !seen.has(label) && seen.add(label)) };
}
