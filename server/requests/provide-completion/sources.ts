// Where a signal may come from.
import { sourceWords, trustDocs } from "../../words/source-words.ts";
import type { CompletionProvider } from "./input.ts";
import { offerWord } from "./offer.ts";

export const completeSources: CompletionProvider = ({ place }) =>
  place.kind === "source"
    ? sourceWords.map((doc) => ({ ...offerWord(doc, "source", 1), detail: `${doc.trust}: ${trustDocs[doc.trust]}` }))
    : [];
