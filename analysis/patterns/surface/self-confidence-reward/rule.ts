// RH606: what is paid is how sure the policy is of itself.
import type { NodeId } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { gatesOf, isTrustworthy, requiredBeside } from "../../../facts/gates.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH606",
  name: "self-confidence-reward",
  severity: "warning",
  summary: "The policy is paid for being sure of itself.",
  classes: ["proxy-gold-gap", "agent-writable"],
  evidence: [
    {
      title: "Exploration v.s. Exploitation: Clipping, Entropy, and Spurious Reward, 2025",
      says: "Random rewards can seem to work, because clipping lowers entropy; that is no learning signal. A real reward must beat the random control.",
    },
    {
      title: "Likelihood-Based Reward Designs for General LLM Reasoning, 2026",
      url: "https://arxiv.org/abs/2602.03979",
      says: "Only the log-probability of the reference works everywhere; raw probability vanishes on long answers.",
    },
  ],
  check,
};

const confidences: ReadonlySet<string> = new Set(["entropy", "logprob", "avg_logprob", "seq_prob", "avg_prob"]);

function check({ facts }: PatternInput): Finding[] {
  const { paying, paid } = goalDependence(facts);
  if ([...paid].some((name) => isGround(facts, name))) return [];
  return paying.flatMap((one) => {
    const { term } = one;
    const node = [...nodesBelow(facts.program, term.node)].find((id) => isConfidence(facts, id));
    if (term.role !== "objective" || node === undefined) return [];
    const names = facts.reads(node);
    if (gatesOf(facts, one, names, isTrustworthy).length > 0 || requiredBeside(facts, names, isTrustworthy)) return [];
    return [
      {
        at: placeOf(facts, term.source, node),
        message: `'${term.name}' pays ${quoteNames([...names])}, how sure the policy is of what it writes, and nothing paid tells whether it is right.`,
        why: "This can only sharpen what the policy already believes, right or wrong; it ends in one answer to everything.",
        help: "Take the likelihood of a reference answer, or let something verified decide whether it counts ('when correct').",
      },
    ];
  });
}

/** Something out of the policy's hands; the trainer reports the policy itself. */
function isGround(facts: Facts, name: string): boolean {
  const signal = facts.signals.get(name);
  return signal !== undefined && signal.trust !== "policy" && signal.from?.kind !== "trainer";
}

/** An entropy or likelihood made of the policy's own probabilities. */
function isConfidence(facts: Facts, id: NodeId): boolean {
  const node = facts.program.nodes[id];
  if (node === undefined || !("operator" in node) || !confidences.has(node.operator)) return false;
  const read = [...facts.reads(id)].flatMap((name) => facts.signals.get(name) ?? []);
  return read.length > 0 && read.every(({ from }) => from?.kind === "policy" || from?.kind === "trainer");
}
