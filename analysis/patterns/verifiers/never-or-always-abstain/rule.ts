// RH514: abstaining pays no more than being wrong, so that it never pays, or no less than being right, so that it always does.
import { abstainingSide, type PolicyChoice, policyChoices } from "../../../witness/policy-choices.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH514",
  name: "never-or-always-abstain",
  severity: "warning",
  summary: "Abstaining pays as little as being wrong, or as much as being right.",
  classes: ["inaction-pays"],
  evidence: [
    {
      title: "RAG-RewardBench, 2024",
      says: "Models must abstain where the sources do not hold the answer; whether they do follows from what right, wrong and abstaining pay.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const found = policyChoices(input.facts).flatMap((choice) => judge(input, choice));
  return [...found.slice(0, 1), ...breakEven(input)];
}

/** One side of the choice pays the same whether or not the fact holds: that side abstains from it. */
function judge({ facts, program }: PatternInput, found: PolicyChoice): Finding[] {
  const { choice, fact, terms, pays, goals } = found;
  const side = abstainingSide(found);
  if (side === undefined) return [];
  const abstains = pays[side]![0];
  const [wrong, right] = pays[1 - side]!;
  // Whether abstaining is wanted where the answer would be wrong, and unwanted where it would be right.
  const wanted = goals[side]![0] > goals[1 - side]![0];
  const unwanted = goals[side]![1] < goals[1 - side]![1];
  const never = abstains <= wrong && wanted;
  const always = abstains >= right && (program.goals.length === 0 || unwanted);
  if (!never && !always) return [];
  const term = terms.find((each) => facts.reads(each.node).has(choice.name)) ?? terms[0]!;
  const doing = side === 1 ? `'${choice.name}'` : `not '${choice.name}'`;
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `With ${doing} ${quoteNames(terms.map(({ name }) => name))} ${terms.length === 1 ? "pays" : "pay"} ${sayNumber(abstains)} whether '${fact.name}' holds or not, without it ${sayNumber(right)} where it holds and ${sayNumber(wrong)} where it does not: ${never ? "abstaining never pays" : "abstaining always pays"}.`,
      why: never
        ? "A guess costs nothing beside saying that one does not know. An agent will guess every time."
        : "Whoever never answers is never wrong, and earns as much as who is always right. An agent will stop answering.",
      help: "Let being wrong pay less than abstaining, and abstaining less than being right: (right, wrong, abstain) = (1, -1, 0) answers from a confidence of 0.5 on.",
      related: [{ start: fact.source[0], end: fact.source[1], message: `decides whether an answer is right` }],
    },
  ];
}

/** `break_even(right, wrong, abstain)` of constants that no confidence, or every one, reaches. */
function breakEven({ facts, program }: PatternInput): Finding[] {
  return program.nodes.flatMap((node, id): Finding[] => {
    if (node.op !== "apply" || node.operator !== "break_even" || node.source === undefined) return [];
    const { lo, hi } = facts.range(id);
    if (hi > 0 && lo < 1) return [];
    const never = hi <= 0;
    return [
      {
        at: node.source,
        message: `An answer pays more than abstaining from a confidence of ${sayNumber(never ? hi : lo)} on: abstaining ${never ? "never" : "always"} pays.`,
        why: never ? "An agent will guess every time." : "An agent will stop answering.",
        help: "Let being wrong pay less than abstaining, and abstaining less than being right.",
      },
    ];
  });
}
