// RH501: where a check cannot say anything, most of what it can give is paid.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import { replacementsOf } from "../../../facts/missing-values.ts";
import { failClosed, isDetector, replacementPlace } from "../../detectors.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH501",
  name: "fail-open",
  severity: "warning",
  summary: "Where a check cannot say anything, most of what it can give is paid.",
  classes: ["fail-open-verifier"],
  thresholds: {
    share: { default: 0.5, doc: "Share of a term's width that has to be paid for a missing value.", min: 0, max: 1 },
  },
  evidence: [
    {
      title: "R1-Reward: Training Multimodal Reward Model Through Stable Reinforcement Learning, 2025",
      says: "The released verifier returns 1.0 where it meets an exception.",
    },
    {
      title: "RewardMATH, 2024",
      says: "An empty list of steps is scored 0.5, more than a wrong solution.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  return [...replaced(input), ...uncapped(input)];
}

function replaced(input: PatternInput): Finding[] {
  const { facts } = input;
  return replacementsOf(facts).flatMap((replacement) => {
    const { paid, missing, all } = replacement;
    const { term } = paid;
    const above = (missing.lo - all.lo) / (all.hi - all.lo);
    if (!(above > input.threshold("share")) || isDetector(input, replacement)) return [];
    const names = [...facts.reads(replacement.value)].map((name) => `'${name}'`).join(", ");
    const pays = term.role === "penalty" && missing.lo === 0 ? "charges nothing" : `pays ${sayNumber(missing.lo)}`;
    return [
      {
        at: replacementPlace(input, replacement),
        message: `Where ${names} gives no value, '${term.name}' ${pays}; it can pay ${sayNumber(all.lo)} to ${sayNumber(all.hi)}.`,
        why: "An answer that breaks the check is paid for breaking it: malformed output, a crash, a time-out. That is easier to find than a right answer.",
        help: "Let what is missing take the worst value: behind '??' stands what the check says about a failure.",
        related: [{ start: term.source[0], end: term.source[1], message: `paid by '${term.name}'` }],
        fixes: failClosed(input, replacement),
      },
    ];
  });
}

/** A constraint whose violation still leaves most of the pay. */
function uncapped({ facts, program, text, threshold }: PatternInput): Finding[] {
  const { lo, hi } = facts.terms;
  if (!Number.isFinite(hi - lo) || !(hi > lo)) return [];
  return program.requires.flatMap((require) => {
    const cap = facts.range(require.otherwise);
    const base = Math.min(0, lo);
    if (require.timing === "step" && facts.length.most > 1) return [];
    if (!(cap.lo < hi) || !((cap.lo - base) / (hi - base) > threshold("share"))) return [];
    return [
      {
        at: [require.source[0], require.source[1]],
        message: `Where '${require.name}' is violated ${sayNumber(cap.lo)} can still be earned, of ${sayNumber(hi)} in all.`,
        why: "A constraint that leaves most of the pay is a small price. Where keeping it is hard, an agent will pay it.",
        help: `Cap it at the lowest: 'else ${writeNumber(base)}'.`,
        fixes: capLower(text, require.source, base),
      },
    ];
  });
}

function capLower(text: string, [start, end]: readonly [number, number], lowest: number): Fix[] {
  const found = /\belse\s+([-+\w.]+)\s*$/.exec(text.slice(start, end));
  if (found === null) return [];
  const written = writeNumber(lowest);
  const last = start + found.index + found[0].trimEnd().length;
  return [{ title: `Cap it at ${written}`, safe: false, edits: [{ start: last - found[1]!.length, end: last, text: written }] }];
}
