// RH308: learned scores are paid step by step, and nothing checked or measured says how it came out.
import { compareTrust, trustOf } from "../../../facts/judge-trust.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { countsOf } from "../sum-over-policy-chosen-count/counts.ts";

export const rule: Pattern = {
  code: "RH308",
  name: "process-without-outcome",
  severity: "warning",
  summary: "Only learned scores of single steps are paid, and no outcome.",
  classes: ["count-proportional", "unbounded-learned-proxy", "proxy-gold-gap"],
  evidence: [
    {
      title: "On Designing Effective RL Reward at Training Time for LLM Reasoning, 2024",
      url: "https://arxiv.org/abs/2410.15115",
      says: "Process scores helped only beside the reward for a right answer, which was kept throughout; by themselves they were raised by repeating simple steps.",
    },
    {
      title: "Atom-Searcher: Enhancing Agentic Deep Research via Fine-Grained Atomic Thought Reward, 2025",
      says: "The process reward leads at first and is handed over to the outcome by the end of training.",
    },
  ],
  check,
};

function check({ facts, program }: PatternInput): Finding[] {
  if (facts.length.most <= 1 || combinationOf(program) === "other") return [];
  const paying = facts.paid.filter(({ term, once, weight }) => term.role === "objective" && weight !== 0 && once.hi > 0);
  const process = paying.filter((paid) => isProcess(paid) && isOnlyLearned(paid, facts));
  const checked = [
    ...paying.filter((paid) => !process.includes(paid)).map(({ term }) => term.node),
    ...program.requires.map(({ node }) => node),
  ];
  const isTrusted = (node: number) => {
    const trust = facts.trust(node);
    return trust === undefined || compareTrust(trust, "learned") > 0;
  };
  const largest = process.toSorted((a, b) => b.once.hi - a.once.hi)[0];
  if (largest === undefined || checked.some(isTrusted) || process.some((paid) => isDecided(paid, facts))) return [];
  // A score without a bound has a rule of its own, as has one whose number the policy chooses.
  if (process.some(({ once }) => !Number.isFinite(once.hi))) return [];
  if (process.some((paid) => countsOf(facts, paid).length > 0)) return [];
  const names = quoteNames(process.map(({ term }) => term.name));
  const goal = program.goals[0];
  const most = process.reduce((sum, { episode }) => sum + episode.hi, 0);
  const amount = Number.isFinite(most) ? `up to ${sayNumber(most)} an episode` : "without bound";
  return [
    {
      at: placeOf(facts, largest.term.source, largest.term.node),
      message: `${names} ${process.length === 1 ? "pays" : "pay"} for what a model thinks of each step, ${amount}, and nothing that is checked or measured is paid for how it came out.`,
      why: "A model scores steps by how they look. Steps that look right lead nowhere as often as they are asked to, and no pay is ever lost by that.",
      help: `Pay the outcome as well ('objective right = ${goal?.name ?? "correct"}' from a verifier), and more than all steps together; 'process_to_outcome' hands over from one to the other.`,
      ...(goal === undefined
        ? {}
        : { related: [{ start: goal.source[0], end: goal.source[1], message: "nothing is paid for this" }] }),
    },
  ];
}

/** Paid, or added up, step by step. */
const isProcess = ({ term, terminal }: Paid): boolean => term.timing === "step" && term.rate !== "once" && !terminal;

/** It reads a learned score, and nothing that is trusted more. */
function isOnlyLearned({ term }: Paid, facts: PatternInput["facts"]): boolean {
  const read = [...facts.reads(term.node)].flatMap((name) => facts.signals.get(name) ?? []);
  return facts.trust(term.node) === "learned" && read.every((signal) => compareTrust(trustOf(signal), "learned") <= 0);
}

/** It counts only where something the policy does not decide holds as well. */
function isDecided({ term }: Paid, facts: PatternInput["facts"]): boolean {
  const trust = term.when === undefined ? undefined : facts.trust(term.when);
  return trust !== undefined && compareTrust(trust, "learned") > 0;
}
