// The fixes that make something unwanted cost: a constraint on an event, a price on an amount. Text edits only.
import type { Fix } from "../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";
import { signalRange } from "../facts/infer-range.ts";
import { writeNumber } from "./say-number.ts";

/** The condition that an event never happens in the episode. */
export const sayNever = ({ name, timing }: SignalDeclaration): string =>
  timing === "step" ? `not (any(${name}) over steps)` : `not ${name}`;

/** A line after the last term. */
export function addLine(facts: Facts, text: string, title: string, line: string): Fix[] {
  const last = facts.program.terms.at(-1);
  if (last === undefined) return [];
  const indent = /[ \t]*$/.exec(text.slice(0, last.source[0]))?.[0] ?? "  ";
  const written = `\n${indent}${line}`;
  return [{ title, safe: false, edits: [{ start: last.source[1], end: last.source[1], text: written }] }];
}

/** Forbids an event, or charges for an amount as much as everything else pays at most. */
export function forbidOrCharge(facts: Facts, text: string, signal: SignalDeclaration): Fix[] {
  const { name, optional, type } = signal;
  if (optional) return [];
  const lowest = facts.paid.reduce((sum, { episode }) => sum + Math.min(0, episode.lo), 0);
  const cap = Number.isFinite(lowest) ? writeNumber(Math.min(0, Math.floor(lowest))) : "0";
  if (type.kind === "bool") {
    const never = sayNever(signal);
    return addLine(facts, text, `Forbid it: require … = ${never} else ${cap}`, `require no_${name} = ${never} else ${cap}`);
  }
  const { lo, hi } = signalRange(signal);
  if (type.kind !== "number" || lo < 0 || !Number.isFinite(hi) || hi <= 0) return [];
  const most = facts.paid.reduce((sum, { once }) => sum + Math.max(0, once.hi), 0);
  if (!Number.isFinite(most) || most <= 0) return [];
  const weight = writeNumber(most / hi);
  return addLine(facts, text, `Charge for it: penalty … = ${name}`, `penalty ${name}_cost weight ${weight} = ${name}`);
}
