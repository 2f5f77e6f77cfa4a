// Values that may stand in an expression: what the reward declares, functions, built-in values.
import { type Span, touches } from "../../../grammar/span.ts";
import { builtinWords } from "../../words/builtin-words.ts";
import { type CompletionProvider, declared, declaredInFiles } from "./input.ts";
import { offerDefinition, offerWord } from "./offer.ts";

const onlyIn: Readonly<Record<string, string>> = { terms: "total", return: "prove" };

export const completeValues: CompletionProvider = (input) => {
  const { document, place } = input;
  if (place.kind !== "operand") return [];
  const word = place.head?.word;
  // Only a track may name itself.
  const values = declared(input, "signal", "param", "let", "track", "sequence", "goal", "probe").filter(
    ({ kind, declaration, file }) =>
      kind === "track" || file !== undefined || !isBeingWritten(document.text, declaration, input.offset),
  );
  const builtins = builtinWords.filter(({ word: name }) => onlyIn[name] === undefined || onlyIn[name] === word);
  const fns = declaredInFiles(input, "fn");
  const rank = word === "expect" ? 4 : 1;
  return [
    ...values.map((definition) => offerDefinition(document, definition, rank)),
    ...fns.map((definition) => ({ ...offerDefinition(document, definition, 2), snippet: `${definition.name}($0)` })),
    ...builtins.map((doc) => offerWord(doc, "constant", onlyIn[doc.word] === word ? 1 : 4)),
  ];
};

/** Its text holds the cursor, or ends before nothing but white space ahead of it. */
function isBeingWritten(text: string, declaration: Span, offset: number): boolean {
  return touches(declaration, offset) || (declaration.end < offset && text.slice(declaration.end, offset).trim() === "");
}
