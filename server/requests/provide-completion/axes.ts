// What an aggregation may run over.
import { axisWords } from "../../words/builtin-words.ts";
import type { CompletionProvider } from "./input.ts";
import { offerWord } from "./offer.ts";

export const completeAxes: CompletionProvider = ({ place }) =>
  place.kind === "axis" ? axisWords.map((doc) => offerWord(doc, "option", 1)) : [];
