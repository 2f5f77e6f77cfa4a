// RH208: learned scores that may err together are averaged, and nothing of another kind can overrule them.
import type { Fix, Severity } from "../../../../compiler/diagnostics.ts";
import { isOutsider, type Pool, poolsOf } from "../../../facts/ensemble-kin.ts";
import type { Facts } from "../../../facts/facts.ts";
import { gatesOf, isTrustworthy, requiredBeside } from "../../../facts/gates.ts";
import { trustOf } from "../../../facts/judge-trust.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH208",
  name: "clone-ensemble",
  severity: "warning",
  summary: "An average of learned scores that err together is taken for a check.",
  classes: ["correlated-ensemble"],
  evidence: [
    {
      title: "Helping or Herding? Reward Model Ensembles Mitigate but do not Eliminate Reward Hacking, 2023",
      url: "https://arxiv.org/abs/2312.09244",
      says: "Ensembles that differ in pre-training generalise better than those that differ in fine-tuning; shared error patterns stay hackable in both.",
    },
    {
      title: "Correlated Errors in Large Language Models, 2025",
      url: "https://arxiv.org/abs/2506.07962",
      says: "Two models agree 60 % of the time when both err.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return poolsOf(facts).flatMap((pool) => {
    const severity = severityOf(pool);
    return severity === undefined || hasOutsider(facts, pool) ? [] : [report(input, pool, severity)];
  });
}

/** A minimum of scores with nothing known of their kin is the careful way; of one declared family it is none. */
function severityOf({ how, kin, members }: Pool): Severity | undefined {
  if (kin === "different") return undefined;
  if (how === "minimum") return kin === "same" && members.length > 1 ? "warning" : undefined;
  return kin === "asked" ? "info" : "warning";
}

/** A verified or measured value, or a score of another kin, can make the pool worthless. */
function hasOutsider(facts: Facts, { paid, members }: Pool): boolean {
  const names = new Set(members.map(({ name }) => name));
  const counts = gatesOf(
    facts,
    paid,
    names,
    (signal) => isTrustworthy(signal) || (trustOf(signal) === "learned" && isOutsider(members, signal)),
  );
  return counts.length > 0 || requiredBeside(facts, names, isTrustworthy);
}

const said: Readonly<Record<Pool["how"], string>> = {
  average: "averages",
  spread: "charges the spread of",
  minimum: "takes the least of",
};

function report(input: PatternInput, pool: Pool, severity: Severity): Finding {
  const { facts } = input;
  const { paid, node, members, how, kin } = pool;
  const names = quoteNames(members.map(({ name }) => name));
  const why =
    kin === "same"
      ? members.length > 1
        ? "are of one family"
        : "share their pre-training"
      : kin === "asked"
        ? "are one model asked several times"
        : "are not said to differ in origin";
  const scores = members.length > 1 ? `${names}, which` : `the members of ${names}, which`;
  return {
    at: placeOf(facts, paid.term.source, node),
    severity,
    message: `'${paid.term.name}' ${said[how]} ${scores} ${why}: where one is fooled, all are, and nothing else can overrule them.`,
    why: "Models of one origin share their blind spots. What fools one raises them all together, so that neither the average nor the spread shows it; the more members, the surer it looks.",
    help: "Put a check of another kind into a minimum with them ('min(checked, …)', 'when verified'), or members of other pre-training; say which with 'family \"…\"' or 'varying pretraining'.",
    related: members.map(({ name, source }) => ({ start: source[0], end: source[1], message: `'${name}' is pooled` })),
    fixes: leastOf(input, pool),
  };
}

/** The least of them instead of the average. */
function leastOf({ facts }: PatternInput, { node, members, how, kin }: Pool): Fix[] {
  const source = facts.program.nodes[node]?.source;
  if (how === "minimum" || kin === "same" || source === undefined || members.length < 2) return [];
  const list = `min([${members.map(({ name }) => name).join(", ")}])`;
  const bare = facts.program.nodes.filter((each) => each.op === "signal" && members.some(({ name }) => name === each.name));
  if (bare.length === 0) return [];
  return [{ title: `Take the least of them: ${list}`, safe: false, edits: [{ start: source[0], end: source[1], text: list }] }];
}
