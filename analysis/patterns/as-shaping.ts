// The fix that turns a difference of states into shaping. Text edits only; it must not know rules.
import type { Fix } from "../../compiler/diagnostics.ts";
import type { Term } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";
import { makeShaping } from "./edit-term.ts";
import { writeNumber } from "./say-number.ts";
import { bracketed } from "./term-text.ts";

/** `shaping … = potential(factor * of)`, where the text of `of` can be found. */
export function asShaping(text: string, facts: Facts, term: Term, of: number, factor: number): Fix[] {
  const { nodes, source: reward } = facts.program;
  const source = nodes[of]?.source;
  if (source === undefined || source[0] < reward[0] || source[1] > reward[1]) return [];
  // What is made inside a function of another file all stands at its call, whose text is not the text of any one of them.
  if (nodes.some((node, id) => id !== of && node.source?.[0] === source[0] && node.source[1] === source[1])) return [];
  const expression = text.slice(...source);
  const size = Math.abs(factor);
  const scaled =
    size === 1 ? (factor < 0 ? bracketed(expression) : expression) : `${writeNumber(size)} * ${bracketed(expression)}`;
  return makeShaping(text, term, factor < 0 ? `-${scaled}` : scaled);
}
