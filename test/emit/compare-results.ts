// Whether two results say the same: to the bit, or within a few last places where functions are not rounded alike everywhere.
// It must not know where they come from.

/** Functions that libraries of mathematics round differently; every other operation of a double has one right answer. */
const ROUNDED_DIFFERENTLY =
  /Math\.(?:exp|expm1|log|log1p|log2|log10|sin|cos|tan|a?sinh|a?cosh|a?tanh|asin|acos|atan2?|pow|cbrt)\b|\*\*/;

/** Relative error that a module's results may have, from its text in JavaScript. */
export const allowanceOf = (javascript: string): number => (ROUNDED_DIFFERENTLY.test(javascript) ? 1e-12 : 0);

/** The first place where they differ; undefined where they say the same. */
export function difference(actual: unknown, expected: unknown, allowance: number, place = "result"): string | undefined {
  if (typeof actual === "number" && typeof expected === "number") {
    const near = Math.abs(actual - expected) <= allowance * Math.max(1, Math.abs(expected));
    return Object.is(actual, expected) || (allowance > 0 && near) ? undefined : `${place}: ${text(actual)} for ${text(expected)}`;
  }
  if (typeof actual === "string" && typeof expected === "string" && allowance > 0 && near(actual, expected)) return undefined;
  if (typeof actual !== "object" || typeof expected !== "object" || actual === null || expected === null)
    return actual === expected ? undefined : `${place}: ${JSON.stringify(actual)} for ${JSON.stringify(expected)}`;
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  if (Array.isArray(actual) !== Array.isArray(expected)) return `${place}: a list for a record`;
  for (const key of keys) {
    const [one, other] = [actual, expected].map((of) => (of as Record<string, unknown>)[key]);
    const found = difference(one, other, allowance, `${place}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const text = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

/** Sentences that tell the same numbers. */
function near(actual: string, expected: string): boolean {
  const number = /-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?/g;
  if (actual.replace(number, "#") !== expected.replace(number, "#")) return false;
  const [a, b] = [actual, expected].map((sentence) => (sentence.match(number) ?? []).map(Number));
  return a.every((value, k) => Math.abs(value - b[k]) <= 1e-9 * Math.max(1, Math.abs(b[k])));
}
