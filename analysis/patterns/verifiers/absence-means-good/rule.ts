// RH502: a detector of something bad counts as having found nothing where it says nothing.
import { replacementsOf } from "../../../facts/missing-values.ts";
import { failClosed, isDetector, replacementPlace } from "../../detectors.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH502",
  name: "absence-means-good",
  severity: "warning",
  summary: "A detector of something bad that says nothing counts as having found nothing.",
  classes: ["fail-open-verifier"],
  thresholds: {
    share: { default: 0.5, doc: "Share of a term's width that has to be paid where the detector is silent.", min: 0, max: 1 },
  },
  evidence: [
    {
      title: "Understanding Reward Hacking in Text-to-Image Reinforcement Learning, 2026",
      says: "In the released artefact scorer a token that is not among the ten likeliest gives probability 0 of artefacts, and so the full reward.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return replacementsOf(facts).flatMap((replacement) => {
    const { paid, missing, all, value } = replacement;
    const { term } = paid;
    const above = (missing.lo - all.lo) / (all.hi - all.lo);
    if (!(above > input.threshold("share")) || !isDetector(input, replacement)) return [];
    const name = [...facts.reads(value)].map((signal) => `'${signal}'`).join(", ");
    const amount = term.role === "penalty" ? "nothing is charged" : `${sayNumber(missing.lo)} is paid`;
    return [
      {
        at: replacementPlace(input, replacement),
        message: `Where ${name} says nothing it counts as having found nothing: ${amount}, as for the best answer.`,
        why: "What the detector cannot read is not what is good. An agent drifts to where the detector falls silent.",
        help: "Count silence as the worst that the detector can report.",
        related: [{ start: term.source[0], end: term.source[1], message: `counts in '${term.name}'` }],
        fixes: failClosed(input, replacement),
      },
    ];
  });
}
