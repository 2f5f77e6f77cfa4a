// RH407: surprise is paid where what surprises is declared to be random.
import type { NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { type Stream, streamsOf } from "../../../facts/growth.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH407",
  name: "noisy-tv",
  severity: "warning",
  summary: "Novelty or surprise is paid for something that is random.",
  classes: ["novelty-trap"],
  evidence: [
    {
      title: "Large-Scale Study of Curiosity-Driven Learning (Burda et al.), 2018",
      url: "https://arxiv.org/abs/1808.04355",
      says: "With a television of random pictures in the maze the agent stops exploring and watches it: what cannot be predicted never stops being new.",
    },
    {
      title: "Reward Design for Reinforcement Learning Agents, 2025",
      says: "Intrinsic rewards must be informative about the task, not about chance.",
    },
  ],
  check,
};

function check({ facts }: PatternInput): Finding[] {
  if (facts.length.most <= 1) return [];
  return streamsOf(facts).flatMap((stream) => {
    const { paid, step, growth, value } = stream;
    if (paid.term.role !== "objective" || paid.weight === 0 || growth === "bounded" || !(step.hi > 0)) return [];
    const read = [...facts.reads(value)].flatMap((name) => facts.signals.get(name) ?? []);
    const random = read.find(({ tags }) => tags.stochastic !== undefined);
    if (random === undefined) return [];
    const intrinsic = read.some(
      (signal) => signal.tags.intrinsic !== undefined && payDirection(facts, paid, signal.name) !== "-",
    );
    return intrinsic || paysSurprise(facts, stream, random) ? [report(facts, stream, random)] : [];
  });
}

const sizes: ReadonlySet<string> = new Set(["abs", "norm", "sumsq", "power", "hypot", "norm1"]);

/** It rises with the size of a difference between the random signal and something else: an error of a prediction. */
function paysSurprise(facts: Facts, { paid, value }: Stream, { name }: SignalDeclaration): boolean {
  const { program } = facts;
  return [...nodesBelow(program, value)].some((id) => {
    const node = program.nodes[id];
    if (node?.op !== "apply" || !sizes.has(node.operator) || facts.directionIn(paid.term.node, id) !== "+") return false;
    return isDifference(facts, node.args[0]!, name);
  });
}

function isDifference({ program, reads }: Facts, id: NodeId, name: string): boolean {
  const node = program.nodes[id];
  if (node?.op !== "apply" || node.operator !== "subtract") return false;
  const [a, b] = node.args as [NodeId, NodeId];
  return reads(a).has(name) || reads(b).has(name);
}

function report(facts: Facts, { paid, step }: Stream, random: SignalDeclaration): Finding {
  const { term } = paid;
  const most = Number.isFinite(step.hi) ? `up to ${sayNumber(step.hi)}` : "without bound";
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' pays ${most} on every step for surprise, and '${random.name}' is random: it never stops being surprising.`,
    why: "Nobody can learn to predict noise, so it pays for ever. An agent will sit in front of it instead of exploring.",
    help: "Pay what can be learned: the fall of the error ('prev(error) - error'), visits of the agent's own states, or the error beyond that of the noise.",
    related: [{ start: random.source[0], end: random.source[1], message: `'${random.name}' is declared stochastic` }],
  };
}
