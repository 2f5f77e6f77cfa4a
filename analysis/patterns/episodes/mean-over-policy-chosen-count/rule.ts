// RH302: a mean over parts whose number the policy chooses.
import type { NodeId } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH302",
  name: "mean-over-policy-chosen-count",
  severity: "info",
  summary: "A mean over parts whose number the policy chooses.",
  classes: ["count-proportional", "controllable-denominator"],
  evidence: [
    {
      title: "RewardMATH: Evaluating Robustness of Reward Models for Mathematical Reasoning, 2024",
      says: "How step scores are brought together decides what a reward model can be talked into; means hide a single wrong step.",
    },
    {
      title: "On Designing Effective RL Reward at Training Time for LLM Reasoning, 2024",
      url: "https://arxiv.org/abs/2410.15115",
      says: "Steps that are easy to score well are added for their score.",
    },
  ],
  check,
};

function check({ facts, program }: PatternInput): Finding[] {
  return facts.paid.flatMap((paid) => {
    const { term, weight, once } = paid;
    if (term.role !== "objective" || weight === 0 || once.hi <= 0) return [];
    const found = [...nodesBelow(program, term.node)].find((id) => isChosenMean(facts, id));
    if (found === undefined || holdsMinimum(facts, found)) return [];
    const node = program.nodes[found]!;
    const items = node.op === "aggregate" ? "steps" : "items";
    return [
      {
        at: placeOf(facts, term.source, found),
        message: `'${term.name}' pays the mean over ${items}, and the policy chooses how many there are.`,
        why: `Easy ${items} with a good score lift the mean and thin out a bad one: one of 0.2 among three of 0.9 is a mean of 0.73, among nine 0.83.`,
        help: "Take the worst ('min(…)', 'prm_min'), or a share of a number that is fixed.",
      },
    ];
  });
}

/** Of learned scores over steps that the policy may end, or of a list it writes. */
function isChosenMean(facts: Facts, id: NodeId): boolean {
  const node = facts.program.nodes[id];
  if ((node?.op !== "aggregate" && node?.op !== "reduce") || node.operator !== "mean") return false;
  const trust = facts.trust(node.args[0]!);
  if (node.op === "aggregate") return node.axis === "steps" && facts.length.chosen && trust === "learned";
  return trust === "policy" && facts.program.nodes[node.args[0]!]?.type.kind === "list";
}

/** The least of the same parts is paid as well, or needed. */
function holdsMinimum(facts: Facts, mean: NodeId): boolean {
  const { program, classes } = facts;
  const of = argumentClass(mean);
  function argumentClass(id: NodeId): number | undefined {
    const node = program.nodes[id];
    return node?.op === "aggregate" || node?.op === "reduce" ? classes.now[node.args[0]!] : undefined;
  }
  const roots = [
    ...facts.paid.flatMap(({ term }: Paid) => [term.node, ...(term.when === undefined ? [] : [term.when])]),
    ...program.requires.map((one) => one.node),
  ];
  return roots.some((root) =>
    [...nodesBelow(program, root)].some((id) => {
      const node = program.nodes[id];
      return (node?.op === "aggregate" || node?.op === "reduce") && node.operator === "min" && argumentClass(id) === of;
    }),
  );
}
