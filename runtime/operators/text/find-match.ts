// Where a pattern occurs in a text. Not an operator; what cuts a text at a match shares it.

/** Start and end of the first or last match, counted from left to right without overlap; null where there is none. */
export function findMatch(text: string, pattern: RegExp | string, occurrence: string): [number, number] | null {
  let found: [number, number] | null = null;
  if (typeof pattern !== "string") {
    for (const match of text.matchAll(pattern)) {
      found = [match.index, match.index + match[0].length];
      if (occurrence === "first") break;
    }
    return found;
  }
  if (pattern === "" && occurrence !== "first") return [text.length, text.length];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + pattern.length)) {
    found = [at, at + pattern.length];
    if (occurrence === "first") break;
  }
  return found;
}
