// Numbers and values as people read them: few digits, a true minus sign, units. It must not know the page.
import type { SignalDeclaration } from "../runtime/program.ts";
import type { Value } from "../runtime/trajectory.ts";

const MINUS = "\u2212";
const THIN = "\u2009";
export const NOTHING = "\u2013";

/** About four significant digits: 0.3333, 12.5, 12,040, 2e−5. */
export function formatNumber(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || Number.isNaN(value)) return NOTHING;
  if (!Number.isFinite(value)) return value > 0 ? "\u221e" : `${MINUS}\u221e`;
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  const text =
    magnitude >= 1e7 || magnitude < 1e-4
      ? Number(value.toPrecision(digits)).toExponential().replace("e+", "e")
      : groupThousands(
          String(Number(value.toPrecision(Math.max(digits, magnitude >= 1 ? Math.floor(Math.log10(magnitude)) + 1 : 0)))),
        );
  return text.replaceAll("-", MINUS);
}

/** With its sign always written, zero without one. */
export function formatSigned(value: number | null | undefined, digits = 4): string {
  const text = formatNumber(value, digits);
  return typeof value === "number" && value > 0 ? `+${text}` : text;
}

/** A fixed number of decimals that suits a whole column, so that its points stand under each other. */
export function columnDecimals(values: Iterable<number | null>): number {
  let largest = 0;
  let whole = true;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    largest = Math.max(largest, Math.abs(value));
    whole &&= Number.isInteger(value);
  }
  if (whole || largest === 0) return 0;
  return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(largest))));
}

export function formatFixed(value: number | null, decimals: number): string {
  if (value === null || Number.isNaN(value)) return NOTHING;
  if (Math.abs(value) >= 1e9) return formatNumber(value);
  const text = groupThousands(value.toFixed(decimals));
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text.replaceAll("-", MINUS);
}

function groupThousands(text: string): string {
  const [whole, fraction] = text.split(".");
  const grouped = whole.length > 4 + (whole.startsWith("-") ? 1 : 0) ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return NOTHING;
  const percent = share * 100;
  if (percent > 0 && percent < 1) return `<1${THIN}%`;
  return `${Math.round(percent)}${THIN}%`;
}

export function formatUnit(unit: string | undefined): string {
  return unit ? unit.replaceAll("*", "\u00b7").replace(/\^(-?\d)/g, (_, n: string) => superscript(n)) : "";
}
function superscript(digits: string): string {
  return [...digits].map((d) => "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"[Number(d)] ?? "\u207b").join("");
}

/** "1 step", "500 steps". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${groupThousands(String(count))} ${count === 1 ? noun : plural}`;
}

/** A signal's or a named value's value, in full: texts in quotes, vectors in brackets. */
export function formatValue(value: Value | undefined, declaration?: Pick<SignalDeclaration, "type">): string {
  if (value === null || value === undefined) return "missing";
  if (Array.isArray(value)) return `[${value.map((item) => formatValue(item)).join(", ")}]`;
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "boolean") return String(value);
  if (declaration?.type.kind === "bool") return value === 1 ? "true" : value === 0 ? "false" : NOTHING;
  return formatNumber(value);
}
