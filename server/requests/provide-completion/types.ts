// Types of signals, parameters and tracks.
import { typeWords } from "../../words/type-words.ts";
import type { Completion } from "./completion.ts";
import type { CompletionProvider } from "./input.ts";
import { offerWord } from "./offer.ts";

const range: Completion = {
  label: "range",
  kind: "type",
  detail: "A..B",
  documentation: "A number between two bounds, both included; `inf` leaves a side open. A unit may follow: `0..4096 [tok]`.",
  snippet: "${1:0}..${2:1}",
  rank: 1,
};

export const completeTypes: CompletionProvider = ({ place }) =>
  place.kind === "type" ? [range, ...typeWords.map((doc) => offerWord(doc, "type", 1))] : [];
