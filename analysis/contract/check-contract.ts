// The contract of a reward, `reward Name : lo..hi`: proved by bounds, refuted by a scenario, or open with the bounds reached.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Program } from "../../runtime/program.ts";
import { startJudging } from "../claims/judge.ts";
import { judgeReturn } from "../claims/judge-return.ts";

/** Nothing where there is no contract, or where it is proved. */
export function checkContract(program: Program, text: string): Diagnostic[] {
  if (program.contract === undefined) return [];
  const lo = program.contract[0] ?? Number.NEGATIVE_INFINITY;
  const hi = program.contract[1] ?? Number.POSITIVE_INFINITY;
  const at = contractSpan(program, text);
  const verdict = judgeReturn(startJudging(program), { kind: "return", lo: program.contract[0], hi: program.contract[1] });
  if (verdict.status === "proved") return [];
  if (verdict.status === "refuted") {
    return [
      {
        ...at,
        code: "M060",
        rule: "contract-broken",
        severity: "error",
        message: `The return is declared to lie in ${lo}..${hi}. ${verdict.message}`,
        why: "Whoever reads the contract, a trainer's clipping or another term, relies on it.",
        help: "Bound the terms or the total, or declare the range that is really paid.",
        ...(verdict.witness === undefined ? {} : { witness: verdict.witness }),
      },
    ];
  }
  return [
    {
      ...at,
      code: "M061",
      rule: "contract-open",
      severity: "info",
      message: `The return is declared to lie in ${lo}..${hi}. ${verdict.message}`,
      help: "Bound it with 'total = clip(terms, lo, hi)', narrow the ranges of the signals, or give a horizon.",
    },
  ];
}

/** The words `Name : lo..hi` up to the opening brace. */
function contractSpan(program: Program, text: string): { start: number; end: number } {
  const [from, to] = program.source;
  const head = new RegExp(`\\breward\\s+(?=${program.name}\\b)`, "g");
  head.lastIndex = from;
  const found = head.exec(text);
  const name = found === null ? from : found.index + found[0].length;
  const brace = text.indexOf("{", name);
  const end = brace < 0 || brace > to ? name + program.name.length : brace;
  return { start: name, end: name + text.slice(name, end).trimEnd().length };
}
