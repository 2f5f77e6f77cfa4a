// RH506: all that is verified is one choice of a few, so that guessing pays a good part.
import type { NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { isVouched } from "../../../facts/wrong-answer.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH506",
  name: "guessable-outcome",
  severity: "info",
  summary: "All that is verified is one choice of a few, so that guessing pays a good part.",
  classes: [],
  thresholds: {
    options: { default: 4, doc: "Number of options up to which a choice counts as guessable.", min: 2 },
  },
  evidence: [
    {
      title: "Reward Modeling from Natural Language Human Feedback, 2026",
      says: "With two options a judge can guess: 20–44 % of its right choices came with a wrong critique.",
    },
    {
      title: "R1-Reward: Training Multimodal Reward Model Through Stable Reinforcement Learning, 2025",
      says: "Rewards that the reasoning agrees with the choice, beside the choice itself.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  if (!facts.program.nodes.some((_, id) => guessAt(facts, id) !== undefined)) return [];
  return facts.paid.flatMap((paid) => {
    const { term, weight } = paid;
    if (term.role !== "objective" || weight === 0) return [];
    const guess = [...nodesBelow(facts.program, term.node)].flatMap((id) => guessAt(facts, id) ?? [])[0];
    if (guess === undefined || guess.options > input.threshold("options") || somethingElse(facts, paid.term.name, guess.read))
      return [];
    const { lo, hi } = paid.once;
    return [
      {
        at: placeOf(facts, term.source, guess.node),
        message: `'${guess.chosen}' is one of ${sayNumber(guess.options)}: guessing is right once in ${sayNumber(guess.options)}, and earns ${sayNumber(lo + (hi - lo) / guess.options)} of ${sayNumber(hi)} on average.`,
        why: "A right choice for a wrong reason is paid like one for the right reason. What is learned may be how to guess, and reasons are made up for it.",
        help: "Pay something that cannot be guessed beside it: agreement with a reference critique, consistency over swapped options, a larger space of answers.",
      },
    ];
  });
}

interface Guess {
  node: NodeId;
  chosen: string;
  options: number;
  read: ReadonlySet<string>;
}

/** A choice of the policy or a model compared with what others say is right. */
function guessAt(facts: Facts, id: NodeId): Guess | undefined {
  const node = facts.program.nodes[id];
  if (node?.op !== "apply" || node.operator !== "equal") return undefined;
  const sides = node.args.flatMap((arg) => {
    const side = facts.program.nodes[arg];
    return side?.op === "signal" ? (facts.signals.get(side.name) ?? []) : [];
  });
  const chosen = sides.find((signal) => !isVouched(signal) || signal.trust === "learned");
  const label = sides.find((signal) => signal !== chosen && isVouched(signal) && signal.trust === "verified");
  if (chosen === undefined || label === undefined) return undefined;
  const options = Math.min(optionsOf(chosen), optionsOf(label));
  return { node: id, chosen: chosen.name, options, read: new Set([chosen.name, label.name]) };
}

function optionsOf({ type }: SignalDeclaration): number {
  if (type.kind === "bool") return 2;
  return type.kind === "text" ? (type.alternatives?.length ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** Another objective, or another part of this one, is about more than the choice. */
function somethingElse(facts: Facts, name: string, read: ReadonlySet<string>): boolean {
  return facts.paid.some(
    ({ term, weight }) =>
      term.role === "objective" &&
      weight !== 0 &&
      [...facts.reads(term.node)].some(
        (other) => !read.has(other) && (term.name === name || isVouched(facts.signals.get(other)!)),
      ),
  );
}
