// Signal sets that a reward may include: `signals NAME`.
import { type CompletionProvider, declaredInFiles } from "./input.ts";
import { offerDefinition } from "./offer.ts";

export const completeSets: CompletionProvider = (input) =>
  input.place.kind === "signals-head"
    ? declaredInFiles(input, "signal-set").map((definition) => offerDefinition(input.document, definition, 0))
    : [];
