// Texts and lists as whole numbers that are equal where the elements are. Not an operator; what compares sequences shares it.

/** The same text for equal elements and no others, whatever they are; null for a missing one. */
export function elementKey(value: unknown): string | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  if (typeof value === "string") return `"${value}`;
  if (typeof value !== "object") return String(Number(value));
  let key = "[";
  for (const part of Array.from(value as ArrayLike<unknown>)) {
    const inner = elementKey(part);
    if (inner === null) return null;
    key += `${inner.length}:${inner}`;
  }
  return key;
}

/** Code points of a text, elements of a list by number of their first occurrence in `known`; null where one is missing. */
export function elementIds(values: string | ArrayLike<unknown> | null, known: Map<string, number>): number[] | null {
  if (values === null) return null;
  if (typeof values === "string") return Array.from(values, (point) => point.codePointAt(0) ?? 0);
  const ids: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const key = elementKey(values[i]);
    if (key === null) return null;
    const id = known.get(key) ?? known.size;
    known.set(key, id);
    ids.push(id);
  }
  return ids;
}
