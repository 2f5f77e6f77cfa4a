// RH403: shaping written by hand has another discount than the reward.

import { asShaping } from "../../as-shaping.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { type HandWritten, handWritten, sameDiscount } from "../hand-written.ts";

export const rule: Pattern = {
  code: "RH403",
  name: "shaping-gamma-mismatch",
  severity: "error",
  summary: "Shaping written by hand discounts by another number than the reward.",
  classes: ["nonpotential-shaping"],
  evidence: [
    {
      title: "STARC: A General Framework for Quantifying Differences Between Reward Functions, 2023",
      url: "https://arxiv.org/abs/2309.15257",
      says: "γ·Φ(s′) − Φ(s) leaves what is optimal as it is for the γ of the task, and for no other.",
    },
    {
      title: "Behavior Alignment via Reward Function Optimization (BARFI), 2023",
      says: "Auxiliary rewards and the discount belong together; a naive combination changes which policy is optimal.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  const { discount, discountDeclared } = program.settings;
  if (!discountDeclared) return [];
  return handWritten(facts).flatMap((found) => (sameDiscount(found.discount, discount) ? [] : [report(input, found)]));
}

function report({ facts, program, text }: PatternInput, { paid, of, factor, discount }: HandWritten): Finding {
  const { term } = paid;
  const { lo, hi } = facts.range(of);
  const drift =
    Math.max(Math.abs(lo), Math.abs(hi)) * Math.abs(program.settings.discount - discount) * Math.abs(factor * (paid.weight ?? 1));
  const left = Number.isFinite(drift) ? `, which leaves up to ${sayNumber(drift)} on every step` : "";
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' is shaping with a discount of ${sayNumber(discount)}, but the reward's is ${program.settings.discount}${left}.`,
    why: "Only with the reward's own discount do the parts cancel over an episode. What is left pays or charges for staying where the potential is high.",
    help: "Use 'shaping … = potential(…)', which takes the discount of the reward.",
    fixes: asShaping(text, facts, term, of, factor),
  };
}
