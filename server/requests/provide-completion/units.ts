// Units: the known ones and those the file declares.
import { unitNames } from "../../words/unit-words.ts";
import { type CompletionProvider, declaredInFiles } from "./input.ts";
import { offerDefinition } from "./offer.ts";

export const completeUnits: CompletionProvider = (input) => {
  const { place, document } = input;
  if (place.kind !== "unit") return [];
  const own = declaredInFiles(input, "unit");
  return [
    ...own.map((definition) => offerDefinition(document, definition, 0)),
    ...[...unitNames].map(([label, detail]) => ({ label, kind: "unit" as const, detail, rank: 1 })),
  ];
};
