// Words inside declarations and expressions: what may begin an operand, what may follow one, what a place asks for.
import { clauseWords } from "../../words/clause-words.ts";
import { keywordDocs } from "../../words/index.ts";
import type { Completion } from "./completion.ts";
import type { Head } from "./frames.ts";
import type { CompletionProvider } from "./input.ts";
import { offerWord } from "./offer.ts";

export const completeWords: CompletionProvider = ({ place }) => {
  switch (place.kind) {
    case "operand":
      return [...some(["if", "match", "not", "true", "false", "inf"], 4), ...(place.claim ? claims : [])];
    case "after-operand":
      return [
        ...some(place.branch ? [place.branch] : [], 0),
        ...some([...following, ...(place.open ? ["for", "where"] : continuing(place.head))], 1),
      ];
    case "words":
      return place.words.map((word) => plain(word));
    case "signals-head":
      return ["from", "at start", "at end", "per group"].map((word) => plain(word));
    default:
      return [];
  }
};

const following = ["and", "or", "in", "matches", "over"];
const claims: Completion[] = ["separates", "increasing return in", "decreasing return in", "not farmable", "return in"].map(
  (word) => plain(word, 0),
);

/** What may follow the expression of each declaration. */
function continuing(head: Head | undefined): string[] {
  switch (head?.word) {
    case "objective":
    case "penalty":
      return ["when"];
    case "ends":
      return ["as"];
    case "expect":
      return ["by", "with"];
    case "prove":
      return ["by"];
    case "sequence":
      return ["then", "within", "for", "avoiding"];
    case "horizon":
      return ["steps"];
    default:
      return [];
  }
}

function some(words: readonly string[], rank: number): Completion[] {
  return clauseWords.filter(({ word }) => words.includes(word)).map((doc) => offerWord(doc, "keyword", rank));
}

function plain(word: string, rank = 1): Completion {
  const doc = keywordDocs.get(word) ?? keywordDocs.get(word.split(" ")[0]!);
  return doc
    ? { ...offerWord(doc, "keyword", rank), label: word, kind: "keyword", snippet: undefined }
    : { label: word, kind: "keyword", rank };
}
