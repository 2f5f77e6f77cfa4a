// Detectors of something bad: what they say lowers the pay, and silence is good news. It must not know rules.
import type { Fix } from "../../compiler/diagnostics.ts";
import type { Replacement } from "../facts/missing-values.ts";
import { placeOf } from "./combination.ts";
import type { PatternInput } from "./pattern.ts";
import { writeNumber } from "./say-number.ts";

/** More of the value pays less, and what stands in for a missing one is its best end. */
export function isDetector({ facts, program }: PatternInput, { node, value, paid }: Replacement): boolean {
  const direction = facts.directionIn(paid.term.node, node);
  const at = program.nodes[node];
  if (at?.op !== "default") return false;
  const lowers = paid.term.role === "penalty" ? direction === "+" : direction === "-";
  return lowers && facts.range(at.args[1]).hi <= facts.range(value).lo;
}

/** `?? worst`, where the value has a worst end and a literal stands there now. */
export function failClosed(input: PatternInput, replacement: Replacement): Fix[] {
  const { facts, program, text } = input;
  const { node, value, paid } = replacement;
  const place = replacementPlace(input, replacement);
  const rising = facts.directionIn(paid.term.node, node);
  const { lo, hi } = facts.range(value);
  const worst = (rising === "+") === (paid.term.role === "objective") ? lo : hi;
  const found = /\?\?\s*([\w.]+)\s*$/.exec(text.slice(...place));
  if (found === null || (rising !== "+" && rising !== "-") || !Number.isFinite(worst)) return [];
  const written = program.nodes[node]?.type.kind === "bool" ? String(worst >= 1) : writeNumber(worst);
  const end = place[0] + found.index + found[0].trimEnd().length;
  if (found[1] === written) return [];
  return [
    { title: `Take ${written} where it is missing`, safe: false, edits: [{ start: end - found[1]!.length, end, text: written }] },
  ];
}

/** Where it is written, unless that is in another term that uses the same words. */
export function replacementPlace({ program, facts }: PatternInput, { node, paid }: Replacement): [number, number] {
  const source = program.nodes[node]?.source;
  const elsewhere = program.terms.some(
    (term) => term !== paid.term && source !== undefined && term.source[0] <= source[0] && source[1] <= term.source[1],
  );
  return source === undefined || elsewhere ? placeOf(facts, paid.term.source, paid.term.node) : [source[0], source[1]];
}
