// RH1001: a hazard has its price and nothing else: rare disasters vanish in the mean.
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import { isForbidden, priceOf, termsAgainst } from "../../combining/compensable-constraint/price.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH1001",
  name: "mean-only-under-hazard",
  severity: "info",
  summary: "A hazard is only priced, so that a rare disaster disappears in the average.",
  classes: ["side-effect-blind"],
  evidence: [
    {
      title: "A Game-Theoretic Framework for Managing Risk in Multi-Agent Systems, 2022",
      says: "Agents that also kept the variance of their reward down had seven times fewer crashes than those that maximised its mean.",
    },
  ],
  check,
};

/** Folds that look at more than the mean. */
const cautious: ReadonlySet<string> = new Set([
  "std",
  "var",
  "min",
  "max",
  "cvar",
  "mean_var",
  "softmin",
  "mean_minus_std",
  "quantile",
]);

function check({ facts }: PatternInput): Finding[] {
  return [...facts.signals.values()].flatMap((signal): Finding[] => {
    const { hazard } = signal.tags;
    if (hazard === undefined || hazard === false || isForbidden(facts, signal) || isLimited(facts, signal)) return [];
    const charging = termsAgainst(facts, signal);
    const first = charging[0];
    const price = priceOf(facts, signal, charging);
    const others = facts.paid.filter((paid) => !charging.includes(paid) && paid.weight !== 0);
    const worth = others.reduce((sum, { episode }) => sum + (episode.hi - episode.lo), 0);
    // Where the others can pay for it, that is what is wrong, and another rule's.
    if (first === undefined || worth === 0 || price <= worth) return [];
    const rare = worth / price;
    return [
      {
        at: placeOf(facts, first.term.source, first.term.node),
        message: `'${signal.name}' is a hazard that costs ${sayNumber(price)} and is held back by nothing else: one that happens less often than once in ${sayNumber(1 / rare)} episodes is worth taking for the ${sayNumber(worth)} of ${quoteNames(others.slice(0, 3).map(({ term }) => term.name))}.`,
        why: "Training maximises the mean. A policy that earns a little more and ends in a disaster now and then has the better mean, and nobody who meets the disaster is helped by it.",
        help: `Limit how often it happens ('limit rare = mean(any(${signal.name}) over steps) over episodes <= 0.01'), end or cap the episode with it, or train on a cautious return ('cvar').`,
        related: [{ start: signal.source[0], end: signal.source[1], message: `'${signal.name}' is declared a hazard` }],
      },
    ];
  });
}

/** A limit reads it, or a term looks at more than the mean of something that does. */
function isLimited({ program, paid, reads }: Facts, { name }: SignalDeclaration): boolean {
  if (program.limits.some((limit) => limit.node === undefined || reads(limit.node).has(name))) return true;
  return paid.some(({ term }) =>
    [...nodesBelow(program, term.node)].some((id) => {
      const node = program.nodes[id]!;
      const operator = node.op === "apply" || node.op === "aggregate" || node.op === "reduce" ? node.operator : "";
      return node.op !== "apply" || !["min", "max"].includes(operator) ? cautious.has(operator) && reads(id).has(name) : false;
    }),
  );
}
