// RH505: the judge is declared to be less capable than what it judges, and nothing verified stands behind it.
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { isTrustworthy, readsOfTerm } from "../../../facts/gates.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH505",
  name: "judge-weaker-than-policy",
  severity: "warning",
  summary: "A judge that is weaker than the policy decides alone.",
  classes: ["unguarded-judge"],
  evidence: [
    {
      title: "Super(ficial)-alignment, 2024",
      says: "A strong model supervised by a weak one learns to look good to it where it does not know.",
    },
    {
      title: "School of Reward Hacks, 2025",
      url: "https://arxiv.org/abs/2508.17511",
      says: "Training on harmless hacks generalises to tampering with rewards and to choosing ignorant graders.",
    },
  ],
  check,
};

function check({ facts }: PatternInput): Finding[] {
  const policy = strongest([...facts.signals.values()].filter(({ trust }) => trust === "policy"));
  if (policy === undefined || hasBackstop(facts)) return [];
  return goalDependence(facts).paying.flatMap((paid) => {
    const weak = [...readsOfTerm(facts, paid)]
      .flatMap((name) => facts.signals.get(name) ?? [])
      .filter(
        (signal) => signal.trust === "learned" && (capabilityOf(signal) ?? Number.POSITIVE_INFINITY) < capabilityOf(policy)!,
      )
      .filter(({ name }) => payDirection(facts, paid, name) !== "0");
    const [judge] = weak;
    if (judge === undefined || paid.term.role !== "objective") return [];
    return [
      {
        at: placeOf(facts, paid.term.source, paid.term.node),
        message: `'${paid.term.name}' trusts ${quoteNames(weak.map(({ name }) => name))} (capability ${sayNumber(capabilityOf(judge)!)}) to judge '${policy.name}' (capability ${sayNumber(capabilityOf(policy)!)}), and nothing verified stands behind it.`,
        why: "A stronger model learns what the weaker one cannot see through: it is right where it is checked and persuasive elsewhere.",
        help: "Add a verified objective or condition, or a judge that is at least as capable.",
        related: [judge, policy].map(({ source, name }) => ({
          start: source[0],
          end: source[1],
          message: `the capability of '${name}'`,
        })),
      },
    ];
  });
}

function capabilityOf({ tags }: SignalDeclaration): number | undefined {
  return typeof tags.capability === "number" ? tags.capability : undefined;
}

function strongest(signals: readonly SignalDeclaration[]): SignalDeclaration | undefined {
  return signals
    .filter((signal) => capabilityOf(signal) !== undefined)
    .toSorted((a, b) => capabilityOf(b)! - capabilityOf(a)!)[0];
}

/** Something paid or required reads a value that no model gives. */
function hasBackstop(facts: Facts): boolean {
  const { paid, constrained } = goalDependence(facts);
  return [...paid, ...constrained].some((name) => {
    const signal = facts.signals.get(name);
    return signal !== undefined && isTrustworthy(signal) && signal.from?.kind !== "trainer";
  });
}
