// What is known of a value, in a line: type, unit, range, timing, trust. It must not know LSP.
import type { Info } from "../../compiler/model.ts";
import { unitText } from "../../compiler/types/units.ts";
import { describeType, elementType } from "../../compiler/types/value-types.ts";
import type { Timing } from "../../runtime/program.ts";
import { trustDocs } from "../words/source-words.ts";
import { inlineCode } from "./code.ts";
import { describeRange } from "./number.ts";

export const timingTexts: Readonly<Record<Timing, string>> = {
  constant: "constant",
  start: "at start",
  step: "per step",
  end: "at end",
  group: "per group",
};

/** `number [m/s] in 0..3`: how such a value would be declared. */
export function typeText(info: Info): string {
  const range = rangeText(info);
  const unit = unitText(info.unit);
  const type = `${describeType(info.type)}${info.optional ? "?" : ""}`;
  return [type, unit && `[${unit}]`, range && `in ${range}`].filter(Boolean).join(" ");
}

/** The range where it says more than the type does. */
export function rangeText(info: Info): string | undefined {
  const element = elementType(info.type).kind;
  if (element === "bool") return undefined;
  if (element === "text" && info.range.lo <= 0 && info.range.hi === Infinity) return undefined;
  return describeRange(info.range);
}

/** The same with three digits, for hints between the words of a line. */
export function roughRangeText(info: Info): string | undefined {
  const rough = (bound: number) => (Math.abs(bound) < 1e-9 ? 0 : Number.isFinite(bound) ? Number(bound.toPrecision(3)) : bound);
  return rangeText({ ...info, range: { lo: rough(info.range.lo), hi: rough(info.range.hi) } });
}

/** One Markdown line. */
export function describeInfo(info: Info): string {
  const parts = [`**${timingTexts[info.timing]}**`];
  const range = rangeText(info);
  if (range !== undefined) parts.push(`${info.type.kind === "text" ? "length" : "range"} ${inlineCode(range)}`);
  const unit = unitText(info.unit);
  if (unit !== "") parts.push(`unit ${inlineCode(unit)}`);
  if (info.timing !== "constant") parts.push(`trust **${info.trust}**: ${trustDocs[info.trust]}`);
  if (info.optional) parts.push("may be missing");
  return parts.join(" · ");
}
