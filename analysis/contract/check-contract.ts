// The contract of a reward, `reward Name : lo..hi`: proved by bounds, refuted by a scenario, or open with the bounds reached.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Program } from "../../runtime/program.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";
import type { Episode } from "../../runtime/trajectory.ts";
import { sayNumber } from "../patterns/say-number.ts";
import { playEpisodes } from "../witness/play-episodes.ts";
import { returnRange } from "./return-range.ts";

/** Scenarios longer than this in all are not run while somebody types. */
const MOST_STEPS = 50_000;

/** A sum of many steps carries the rounding of its additions; a contract is not about that. */
const ROUNDING = 1e-9;

/** Nothing where there is no contract, or where it is proved. */
export function checkContract(program: Program, text: string): Diagnostic[] {
  if (program.contract === undefined) return [];
  const lo = program.contract[0] ?? Number.NEGATIVE_INFINITY;
  const hi = program.contract[1] ?? Number.POSITIVE_INFINITY;
  const at = contractSpan(program, text);
  const broken = brokenBy(program, lo, hi);
  if (broken !== undefined) {
    const paid = sayNumber(broken.paid);
    return [
      {
        ...at,
        code: "M060",
        rule: "contract-broken",
        severity: "error",
        message: `The return is declared to lie in ${lo}..${hi}, but the scenario '${broken.name}' pays ${paid}.`,
        why: "Whoever reads the contract, a trainer's clipping or another term, relies on it.",
        help: "Bound the terms or the total, or declare the range that is really paid.",
        witness: {
          episode: broken.episode,
          return: broken.paid,
          explanation: `'${broken.name}' pays ${paid}, outside ${lo}..${hi}.`,
        },
      },
    ];
  }
  const range = returnRange(program);
  if (range.lo >= lo - slackOf(lo) && range.hi <= hi + slackOf(hi)) return [];
  return [
    {
      ...at,
      code: "M061",
      rule: "contract-open",
      severity: "info",
      message: `The return is declared to lie in ${lo}..${hi}; the declared ranges only show ${bound(range.lo)}..${bound(range.hi)}.`,
      help: "Bound it with 'total = clip(terms, lo, hi)', narrow the ranges of the signals, or give a horizon.",
    },
  ];
}

const slackOf = (value: number) => (Number.isFinite(value) ? ROUNDING * Math.max(1, Math.abs(value)) : 0);

const bound = (value: number) => (Number.isFinite(value) ? sayNumber(value) : value > 0 ? "inf" : "-inf");

function brokenBy(program: Program, lo: number, hi: number): { name: string; paid: number; episode: Episode } | undefined {
  const steps = program.scenarios.reduce(
    (sum, { segments }) => sum + segments.reduce((all, segment) => all + segment.steps, 1),
    0,
  );
  if (steps > MOST_STEPS) return undefined;
  const shown = program.scenarios.filter((scenario) => !scenario.hidden);
  const episodes = shown.map((scenario) => scenarioEpisode(program, scenario));
  for (const [index, result] of playEpisodes(program, episodes).entries()) {
    const paid = result.unshaped;
    if (paid !== null && (paid < lo - slackOf(lo) || paid > hi + slackOf(hi)))
      return { name: shown[index]!.name, paid, episode: episodes[index]! };
  }
  return undefined;
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
