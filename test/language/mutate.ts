// Small changes to a spec: what a half-finished edit leaves behind. Every result is a text, few are valid.
import fc from "fast-check";

const token = /\s+|\/\/[^\n]*|r?"(?:[^"\\\n]|\\.)*"[a-z]*|[A-Za-z_]\w*|\d[\d._]*(?:e-?\d+)?|[<>=!]=|\.\.|=>|\?\?|[^\s\w]/g;

const tokensOf = (text: string): string[] => text.match(token) ?? [];

/** Which tokens of a spec may be changed: words, numbers, texts and signs. */
const isSolid = (text: string) => !/^(\s|\/\/)/.test(text);

export interface Mutation {
  kind: "remove" | "double" | "swap" | "replace" | "insert" | "cut";
  at: number;
  with: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("remove", "double", "swap", "replace", "replace", "replace", "insert", "cut"),
  at: fc.nat(),
  with: fc.nat(),
});

/** One of the specs with one to four changes; what is put in comes from the same specs. */
export function mutants(specs: readonly string[]): fc.Arbitrary<string> {
  const parts = specs.map(tokensOf);
  const words = [...new Set(parts.flat())].filter(isSolid);
  return fc
    .tuple(fc.nat(specs.length - 1), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([which, changes]) => changes.reduce((tokens, change) => mutate(tokens, change, words), parts[which]!).join(""));
}

function mutate(tokens: readonly string[], change: Mutation, words: readonly string[]): string[] {
  const solid = tokens.flatMap((text, index) => (isSolid(text) ? [index] : []));
  if (solid.length === 0) return [...tokens];
  const at = solid[change.at % solid.length]!;
  const other = solid[change.with % solid.length]!;
  const word = words[change.with % words.length]!;
  switch (change.kind) {
    case "remove":
      return tokens.toSpliced(at, 1);
    case "double":
      return tokens.toSpliced(at, 0, tokens[at]!, " ");
    case "swap":
      return tokens.with(at, tokens[other]!).with(other, tokens[at]!);
    case "replace":
      return tokens.with(at, change.with % 2 === 0 ? tokens[other]! : word);
    case "insert":
      return tokens.toSpliced(at, 0, word, " ");
    case "cut":
      return tokens.slice(0, at);
  }
}
