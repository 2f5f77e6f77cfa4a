// RH402: shaping written by hand keeps the potential of the last state, so where an episode ends is paid.

import { asShaping } from "../../as-shaping.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { type HandWritten, handWritten, sameDiscount } from "../hand-written.ts";

export const rule: Pattern = {
  code: "RH402",
  name: "terminal-potential-leak",
  severity: "error",
  summary: "Shaping written by hand is not taken back where the episode ends.",
  classes: ["nonpotential-shaping"],
  evidence: [
    {
      title: "STARC: A General Framework for Quantifying Differences Between Reward Functions, 2023",
      url: "https://arxiv.org/abs/2309.15257",
      says: "Potential shaping changes nothing only if the potential of terminal states is 0.",
    },
    {
      title: "Towards Better Dense Rewards, 2025",
      says: "Dense rewards made by hand need the form of a potential in every case, the last step included.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (program.ends.length === 0 || program.settings.discount >= 1) return [];
  return handWritten(facts).flatMap((found) => {
    const { lo, hi } = facts.range(found.of);
    const leaks = found.paid.term.when === undefined && (lo !== 0 || hi !== 0);
    return leaks && sameDiscount(found.discount, program.settings.discount) ? [report(input, found)] : [];
  });
}

function report({ facts, program, text }: PatternInput, { paid, of, factor, discount }: HandWritten): Finding {
  const { term } = paid;
  const { lo, hi } = facts.range(of);
  const leak = Math.max(...[lo, hi].map((value) => Math.abs(value * factor * discount * (paid.weight ?? 1))));
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' is shaping written by hand and keeps the potential of the state in which the episode ends: ${Number.isFinite(leak) ? `up to ${sayNumber(leak)}` : "an amount without bound"} is left over.`,
    why: "What is left over depends on where the episode ends, so it changes which policy is best: ending where the potential is high pays like a bonus.",
    help: "Use 'shaping … = potential(…)', which counts the potential as 0 after a terminal step.",
    related: program.ends.map(({ source }) => ({ start: source[0], end: source[1], message: "the episode ends here" })),
    fixes: asShaping(text, facts, term, of, factor),
  };
}
