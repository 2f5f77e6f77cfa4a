// What may follow the type of a signal: when it exists, where it comes from, what else is known of it.
import { keywordDocs } from "../../words/index.ts";
import { tagWords } from "../../words/tag-words.ts";
import { timingWords } from "../../words/type-words.ts";
import type { CompletionProvider } from "./input.ts";
import { offerWord } from "./offer.ts";

export const completeSignalTail: CompletionProvider = ({ place }) =>
  place.kind === "signal-tail"
    ? [
        offerWord(keywordDocs.get("from")!, "keyword", 1),
        ...timingWords.map((doc) => offerWord(doc, "keyword", 2)),
        ...tagWords.map((doc) => offerWord(doc, "tag", 3)),
      ]
    : [];
