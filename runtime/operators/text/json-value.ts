// JSON as values and as one agreed text for each. Not an operator; the JSON operators share it.

/** The value in a box, null where the text is not JSON or nested too deep for some reader. */
export function parseJson(text: string): { value: unknown } | null {
  if (jsonDepth(text) > 500) return null;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** How deep arrays and objects are nested in a text that is JSON. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isInside = !isInside;
    else if (isInside) at += character === "\\" ? 1 : 0;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth--;
  }
  return deepest;
}

/** Order of two texts by code points; UTF-16 puts U+E000 to U+FFFF behind what lies beyond. */
export function byCodePoints(a: string, b: string): number {
  const rank = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at < a.length && at < b.length ? rank(a.charCodeAt(at)) - rank(b.charCodeAt(at)) : a.length - b.length;
}

/** The value without white space, keys by code points, numbers as doubles: equal texts for equal values and no others. */
export function canonicalJson(value: unknown, boolAsNumber: boolean): string {
  if (typeof value === "boolean" && boolAsNumber) return value ? "1" : "0";
  if (typeof value === "number" && !Number.isFinite(value)) return value < 0 ? "-Infinity" : "Infinity";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, boolAsNumber)).join(",")}]`;
  const members = value as Record<string, unknown>;
  const entries = Object.keys(members)
    .sort(byCodePoints)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(members[key], boolAsNumber)}`);
  return `{${entries.join(",")}}`;
}
