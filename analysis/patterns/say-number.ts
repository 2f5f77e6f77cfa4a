// Numbers as people read them: 1,000 and 0.25, three digits where that is enough. It must not know rules.

/** 1234567 → "1,234,567", 0.016666 → "0.0167", Infinity → "without bound". */
export function sayNumber(value: number): string {
  if (Number.isNaN(value)) return "nothing";
  if (!Number.isFinite(value)) return value > 0 ? "without bound" : "-without bound";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return value.toPrecision(3).replace(/\.?0+e/, "e");
  const digits = Number.isInteger(value) || size >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
  const [whole, fraction] = digits.split(".") as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 1 step, 2 steps. */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`;
}

/** A number as it is written in a spec: at most three digits, no separators. */
export function writeNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}
