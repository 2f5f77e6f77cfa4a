// Tokens in the words of an error message. It must not know the grammar.
import type { IToken } from "./tokens.ts";
import * as t from "./tokens.ts";

/** What stands at `token`: "')'", "the name 'x'"; behind the end of a declaration, what comes `next` in the file. */
export function describeFound(token: IToken, next: IToken): string {
  if (token.tokenTypeIdx !== t.EOF.tokenTypeIdx) return describe(token);
  if (next.tokenTypeIdx === t.EOF.tokenTypeIdx) return "the end of the file";
  if (next.image === "}") return "the end of the reward";
  return `the next declaration, '${next.image}',`;
}

function describe(token: IToken): string {
  const image = token.image.length > 30 ? `${token.image.slice(0, 29)}…` : token.image;
  if (t.AnyText.categoryMatchesMap![token.tokenTypeIdx]) return `the text ${image}`;
  if (token.tokenTypeIdx === t.NumberToken.tokenTypeIdx) return `the number '${image}'`;
  if (token.tokenTypeIdx === t.Name.tokenTypeIdx) return `the name '${image}'`;
  return `'${image}'`;
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The candidate nearest to a misspelled word, if one is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = word.length < 4 ? 1 : 2;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    const distance = editDistance(word.toLowerCase(), candidate);
    if (distance < least || (distance === least && best === undefined)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b` (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}
