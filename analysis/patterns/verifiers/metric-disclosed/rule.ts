// RH512: the score that is paid is shown to the agent, and nothing hidden checks it.
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { readsOfTerm } from "../../../facts/gates.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH512",
  name: "metric-disclosed",
  severity: "warning",
  summary: "The agent is shown the score it is paid by.",
  classes: ["answer-leak"],
  evidence: [
    {
      title: "School of Reward Hacks, 2025",
      url: "https://arxiv.org/abs/2508.17511",
      says: "Training on harmless hacks generalises to tampering with rewards and to choosing ignorant graders.",
    },
    {
      title: "OpenEnv, pull request 428",
      url: "https://github.com/huggingface/OpenEnv/pull/428",
      says: "A verify tool returned the graded reward in mid-episode; answers were tried until it rose.",
    },
  ],
  check,
};

const grading: ReadonlySet<string> = new Set(["verifier", "judge", "model", "human"]);
const isShown = ({ tags }: SignalDeclaration): boolean => tags["visible to"] === "policy";

function check({ facts }: PatternInput): Finding[] {
  if (hasHiddenCheck(facts)) return [];
  return goalDependence(facts).paying.flatMap((paid) => {
    const shown = [...readsOfTerm(facts, paid)]
      .flatMap((name) => facts.signals.get(name) ?? [])
      .filter(
        (signal) => isShown(signal) && grading.has(signal.from?.kind ?? "") && ["number", "bool"].includes(signal.type.kind),
      )
      .filter(({ name }) => payDirection(facts, paid, name) !== "0");
    if (paid.term.role !== "objective" || shown.length === 0) return [];
    const names = quoteNames(shown.map(({ name }) => name));
    return [
      {
        at: placeOf(facts, paid.term.source, paid.term.node),
        message: `'${paid.term.name}' pays ${names}, which the agent is shown, and nothing hidden checks ${shown.length === 1 ? "it" : "them"}.`,
        why: "Where the score can be read, answers are tried until it rises. What is learned is the score, not the task.",
        help: "Do not show it, or watch a second measure the agent does not see ('probe hidden = …', a goal on held-out tests).",
        related: shown.map(({ source, name }) => ({
          start: source[0],
          end: source[1],
          message: `'${name}' is visible to the policy`,
        })),
      },
    ];
  });
}

/** A verified value that the agent is not shown is paid, watched or asked for by a goal. */
function hasHiddenCheck(facts: Facts): boolean {
  const { program } = facts;
  const { paid, constrained } = goalDependence(facts);
  const read = new Set([
    ...paid,
    ...constrained,
    ...[...program.probes, ...program.goals].flatMap(({ node }) => [...facts.reads(node)]),
  ]);
  return [...read].some((name) => {
    const signal = facts.signals.get(name);
    return signal?.trust === "verified" && !isShown(signal) && signal.type.kind !== "text";
  });
}
