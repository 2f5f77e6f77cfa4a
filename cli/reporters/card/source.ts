// Pieces of a spec as its card quotes them. It must not judge.
import { readTermText, textAt } from "../../../analysis/patterns/term-text.ts";
import type { Program, Shaping, Term } from "../../../runtime/program.ts";
import { cell, inlineCode } from "../../../server/describe/code.ts";
import { describeNumber } from "../../../server/describe/number.ts";

/** What stands at `source`, on one line, without comments. */
export function quote(text: string, [start, end]: readonly [number, number]): string {
  return oneLine(text.slice(start, end));
}

/** What stands behind the first `=`. */
export function behindEquals(text: string, source: readonly [number, number]): string {
  const whole = quote(text, source);
  const equals = whole.search(/(?<![<>=!])=(?!=)/);
  return equals < 0 ? whole : whole.slice(equals + 1).trim();
}

/** The formula of a term with its condition. */
export function formulaOf(text: string, term: Term | Shaping): string {
  const parts = readTermText(text, term.source, term.name);
  if (parts === undefined) return behindEquals(text, term.source);
  const value = oneLine(textAt(text, parts.value));
  return parts.when === undefined ? value : `${value} ${oneLine(textAt(text, parts.when))}`;
}

const oneLine = (text: string): string =>
  text
    .replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, " ")
    .replace(/\s+/g, " ")
    .trim();

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** A column nobody fills is left out. */
export function withoutEmpty(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = head.map((_, column) => column === 0 || rows.some((row) => row[column] !== ""));
  const pick = (cells: readonly string[]) => cells.filter((_, column) => kept[column]);
  return table(pick(head), rows.map(pick));
}

export const code = inlineCode;

/** What rounding leaves over is nothing. */
const rough = (bound: number): number =>
  Math.abs(bound) < 1e-9 ? 0 : Number.isFinite(bound) ? Number(bound.toPrecision(4)) : bound;

export function range(bounds: { lo: number; hi: number }): string {
  const [lo, hi] = [describeNumber(rough(bounds.lo)), describeNumber(rough(bounds.hi))];
  return lo === hi ? lo : `${lo} to ${hi}`.replaceAll("inf", "∞");
}

/** `up to 1000 steps, discount 0.99, ends when finished as success`. */
export function episodeOf({ settings, oneShot, ends }: Program, text: string): string {
  if (oneShot) return "one record per episode";
  const { horizon, discount, discountDeclared, dt } = settings;
  return [
    horizon === undefined ? "no horizon" : `up to ${describeNumber(horizon)} steps`,
    discountDeclared ? `discount ${describeNumber(discount)}` : "undiscounted",
    ...(dt === undefined ? [] : [`${describeNumber(dt)} s a step`]),
    ...ends.map(({ source }) => code(quote(text, source))),
  ].join(", ");
}
