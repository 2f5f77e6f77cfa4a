// RH509: learned scores are all that is paid, and the distance to the reference policy is known and not charged.
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { isTrustworthy } from "../../../facts/gates.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH509",
  name: "frozen-learned-reward",
  severity: "warning",
  summary: "Only learned scores are paid, and a declared leash is not used.",
  classes: ["unbounded-learned-proxy"],
  evidence: [
    {
      title: "Cooper, 2025",
      says: "Rules are precise but brittle, models flexible but hackable; the reward model is trained on as the policy changes.",
    },
    {
      title: "UniRL, text rendering reward, pull request 407",
      url: "https://github.com/Tencent-Hunyuan/UniRL/pull/407",
      says: "With a KL weight of 0 a single learned score was driven to where the pictures had no scene any more.",
    },
  ],
  check,
};

function check({ facts }: PatternInput): Finding[] {
  const { paying, paid, constrained } = goalDependence(facts);
  const read = [...paid, ...constrained].flatMap((name) => facts.signals.get(name) ?? []);
  const scores = read.filter(({ trust }) => trust === "learned");
  const alone = scores.length > 0 && !read.some((signal) => isTrustworthy(signal));
  const leash = [...facts.signals.values()].find(
    (signal) => isLeash(signal) && !paid.has(signal.name) && !constrained.has(signal.name),
  );
  const largest = paying.filter(({ term }) => term.role === "objective").toSorted((a, b) => b.episode.hi - a.episode.hi)[0];
  if (!alone || leash === undefined || largest === undefined || isOpen(facts, scores)) return [];
  const { term } = largest;
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `Only learned scores are paid (${quoteNames(scores.map(({ name }) => name))}), and '${leash.name}', which would hold the policy near what they were trained on, is not charged.`,
      why: "A bounded score is still only right near its training data. Without a leash or a check of another kind the policy leaves it, and the score stays high.",
      help: `Charge for the distance ('penalty drift weight 0.02 = ${leash.name}'), limit it ('require'), or add something verified.`,
      related: [{ start: leash.source[0], end: leash.source[1], message: `'${leash.name}' is known and not charged` }],
    },
  ];
}

/** A distance to the reference policy: in nats or bits, and not a probability or a score. */
const isLeash = ({ unit, type, trust }: SignalDeclaration): boolean =>
  type.kind === "number" && (unit === "nat" || unit === "bit") && trust !== "learned";

/** Without a bound it is another rule's. */
const isOpen = (facts: Facts, scores: readonly SignalDeclaration[]): boolean =>
  facts.paid.some(({ term, once }) => term.role === "objective" && once.hi === Number.POSITIVE_INFINITY) ||
  scores.some((signal) => signal.from?.kind === "judge" && signalRange(signal).hi === Number.POSITIVE_INFINITY);
