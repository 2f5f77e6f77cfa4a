// Scenarios by name: in expectations and after `like`.
import { type CompletionProvider, declared } from "./input.ts";
import { offerDefinition } from "./offer.ts";

export const completeScenarios: CompletionProvider = (input) => {
  const { place, document } = input;
  const wanted = place.kind === "scenario-name" || (place.kind === "operand" && place.head?.word === "expect");
  return wanted ? declared(input, "scenario").map((definition) => offerDefinition(document, definition, 0)) : [];
};
