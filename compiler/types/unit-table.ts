// The unit names every spec knows. A row is a unit; nothing else lists them.

/** Each is a dimension of its own. */
export const baseUnits: ReadonlySet<string> = new Set([
  "m",
  "kg",
  "s",
  "A",
  "K",
  "mol",
  "cd",
  "deg",
  "tok",
  "char",
  "word",
  "px",
  "usd",
  "nat",
  "bit",
]);

const row = (scale: number, dimensions: Record<string, number>) => ({ scale, dimensions });

export const derivedUnits: ReadonlyMap<string, { scale: number; dimensions: Record<string, number> }> = new Map([
  ["rad", row(1, {})],
  ["g", row(1e-3, { kg: 1 })],
  ["min", row(60, { s: 1 })],
  ["h", row(3600, { s: 1 })],
  ["d", row(86_400, { s: 1 })],
  ["Hz", row(1, { s: -1 })],
  ["N", row(1, { kg: 1, m: 1, s: -2 })],
  ["Pa", row(1, { kg: 1, m: -1, s: -2 })],
  ["bar", row(1e5, { kg: 1, m: -1, s: -2 })],
  ["J", row(1, { kg: 1, m: 2, s: -2 })],
  ["W", row(1, { kg: 1, m: 2, s: -3 })],
  ["Wh", row(3600, { kg: 1, m: 2, s: -2 })],
  ["C", row(1, { A: 1, s: 1 })],
  ["V", row(1, { kg: 1, m: 2, s: -3, A: -1 })],
  ["ohm", row(1, { kg: 1, m: 2, s: -3, A: -2 })],
  ["L", row(1e-3, { m: 3 })],
  ["percent", row(1e-2, {})],
]);

/** SI prefixes; longer ones first, so that "da" is not read as "d". */
export const prefixes: readonly (readonly [string, number])[] = [
  ["da", 1e1],
  ["Y", 1e24],
  ["Z", 1e21],
  ["E", 1e18],
  ["P", 1e15],
  ["T", 1e12],
  ["G", 1e9],
  ["M", 1e6],
  ["k", 1e3],
  ["h", 1e2],
  ["d", 1e-1],
  ["c", 1e-2],
  ["m", 1e-3],
  ["u", 1e-6],
  ["µ", 1e-6],
  ["n", 1e-9],
  ["p", 1e-12],
  ["f", 1e-15],
];

/** Units that take no prefix. */
export const unprefixed: ReadonlySet<string> = new Set([
  "min",
  "h",
  "d",
  "deg",
  "rad",
  "kg",
  "tok",
  "char",
  "word",
  "px",
  "usd",
  "percent",
]);
