// RH201: in a sum, one term's range is so much wider than that of what matters more that the latter no longer decides anything.
import type { Facts } from "../../../facts/facts.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import { type Domination, dominationsOf, showDomination, spreadOf } from "../../domination.ts";
import { reweigh } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { drownedGoal } from "./share.ts";

export const rule: Pattern = {
  code: "RH201",
  name: "scale-mismatch",
  severity: "warning",
  summary: "One term spans so much more than a term that matters more that the latter is decoration.",
  classes: ["scale-domination"],
  thresholds: {
    ratio: {
      default: 10,
      doc: "How many times wider one term's range may be than that of a term that matters more.",
      min: 1,
    },
    share: {
      default: 0.05,
      doc: "The least share of what objectives can earn that those of the goal must have.",
      min: 0,
      max: 1,
    },
  },
  evidence: [
    {
      title: "Quark Medical Alignment, 2026",
      says: "Heterogeneous rewards need a common, frozen scale before they are weighted.",
    },
    {
      title: "Understanding Reward Hacking in Text-to-Image Reinforcement Learning, 2026",
      says: "The released trainer adds the raw outputs of scorers with different ranges; the widest one decides what images look like.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const dominations = dominationsOf(input.facts, input.threshold("ratio"));
  if (dominations.length === 0) return reportShare(input);
  return dominations.filter(({ cause }) => cause === "scale").map((found) => report(input, found));
}

function report(input: PatternInput, { wide, narrow, because }: Domination): Finding {
  const ratio = spreadOf(wide) / spreadOf(narrow);
  const [a, b] = [wide.term, narrow.term];
  return {
    at: placeOf(input.facts, a.source, a.node),
    message: `'${a.name}' spans ${sayNumber(ratio)} times the range of '${b.name}' (${sayNumber(spreadOf(wide))} against ${sayNumber(spreadOf(narrow))}), although ${because}: '${b.name}' is decoration.`,
    why: `An agent first takes what pays most. It will settle '${a.name}' before '${b.name}' changes anything, and give '${b.name}' up where the two conflict.`,
    help: "Bring both to a common scale: divide each by its range (or use 'ramp', 'tolerance'), then let the weights say what matters.",
    related: [{ start: b.source[0], end: b.source[1], message: `'${b.name}' spans only ${sayNumber(spreadOf(narrow))}` }],
    fixes:
      wide.weight === undefined
        ? []
        : reweigh(input.text, a, (writtenWeight(input.facts, wide) * spreadOf(narrow)) / spreadOf(wide)),
    witness: () => showDomination(input, wide, narrow),
  };
}

/** No single term is that wide, but all that the goal does not read are together. */
function reportShare(input: PatternInput): Finding[] {
  const drowned = drownedGoal(input.facts, input.threshold("share"));
  if (drowned === undefined) return [];
  const { others, goal, share } = drowned;
  const [largest, main] = [others[0]!, goal[0]!];
  const names = goal.map(({ term }) => term.name);
  const sum = (paid: readonly Paid[]) => sayNumber(paid.reduce((all, one) => all + spreadOf(one), 0));
  return [
    {
      at: placeOf(input.facts, largest.term.source, largest.term.node),
      message: `${quoteNames(others.map(({ term }) => term.name))} together span ${sum(others)}, and only ${quoteNames(names)} with ${sum(goal)} ${names.length === 1 ? "is" : "are"} part of the goal: ${sayNumber(100 * share)} % of what can be earned.`,
      why: "Many small helpers add up. An agent that settles all of them has nearly everything, whether the goal is reached or not.",
      help: "Let the weights of what only helps add up to less than what the goal pays, or make it shaping.",
      related: goal.map((paid) => ({
        start: paid.term.source[0],
        end: paid.term.source[1],
        message: `'${paid.term.name}' spans only ${sayNumber(spreadOf(paid))}`,
      })),
      witness: () => showDomination(input, largest, main),
    },
  ];
}

function writtenWeight(facts: Facts, { term }: Paid): number {
  return facts.range(term.weight).hi;
}
