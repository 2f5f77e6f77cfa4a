// RH704: a large share of what is paid is for somebody other than the one the agent works for.

import { readsOfTerm } from "../../../facts/gates.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH704",
  name: "foreign-principal",
  severity: "warning",
  summary: "Much of what is paid is for somebody other than the principal.",
  classes: ["proxy-gold-gap"],
  thresholds: {
    share: { default: 0.4, doc: "Share of what can be earned that is for others.", min: 0, max: 1 },
  },
  evidence: [
    {
      title: "Of Models and Tin Men, 2023",
      says: "Agents follow interests other than the principal's; training does not remove it.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  const { principal } = program.settings;
  if (principal === undefined) return [];
  const objectives = goalDependence(facts).paying.filter(({ term, once }) => term.role === "objective" && once.hi > 0);
  const all = objectives.reduce((sum, { episode }) => sum + episode.hi, 0);
  if (!Number.isFinite(all)) return [];
  return objectives.flatMap((paid) => {
    const strangers = [...readsOfTerm(facts, paid)]
      .flatMap((name) => facts.signals.get(name) ?? [])
      .filter(
        ({ name, tags }) =>
          tags.beneficiary !== undefined && tags.beneficiary !== principal && payDirection(facts, paid, name) === "+",
      );
    const share = paid.episode.hi / all;
    const [first] = strangers;
    if (first === undefined || share < input.threshold("share")) return [];
    return [
      report(
        input,
        paid,
        strangers.map(({ name }) => name),
        String(first.tags.beneficiary),
        share,
      ),
    ];
  });
}

function report(
  { facts, program }: PatternInput,
  { term }: Paid,
  names: readonly string[],
  stranger: string,
  share: number,
): Finding {
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' pays for ${quoteNames(names)}, which benefits "${stranger}", not "${program.settings.principal}": ${sayNumber(100 * share)} % of what can be earned.`,
    why: `With this share the agent can rank what is worse for "${program.settings.principal}" above what is better, and will.`,
    help: "Watch it with a 'probe', pay less for it, or pay it only where the principal is served ('when').",
    related: names.flatMap((name) => {
      const signal = facts.signals.get(name);
      return signal === undefined ? [] : [{ start: signal.source[0], end: signal.source[1], message: `benefits "${stranger}"` }];
    }),
  };
}
