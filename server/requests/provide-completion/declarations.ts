// The words that begin a declaration, as snippets.
import { fileWords } from "../../words/file-words.ts";
import { memberWords } from "../../words/member-words.ts";
import type { CompletionProvider } from "./input.ts";
import { offerWord } from "./offer.ts";

const fileOnly = new Set(["use", "unit", "fn", "reward", "language"]);

export const completeDeclarations: CompletionProvider = ({ place }) => {
  switch (place.kind) {
    case "file":
      return [...fileWords, ...memberWords.filter(({ word }) => word === "@allow")].map((doc) => offerWord(doc, "keyword", 1));
    case "member":
      return memberWords.map((doc) => offerWord(doc, "keyword", 1));
    case "signal-tail":
      return memberWords.map((doc) => offerWord(doc, "keyword", 5));
    case "after-operand": {
      if (place.open) return [];
      const words = place.head !== undefined && fileOnly.has(place.head.word) ? fileWords : memberWords;
      return words.map((doc) => offerWord(doc, "keyword", 5));
    }
    default:
      return [];
  }
};
