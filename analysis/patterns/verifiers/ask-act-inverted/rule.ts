// RH515: a goal wants the one or the other depending on a case, but the same choice pays most, or as much, in both.
import { abstainingSide, type PolicyChoice, policyChoices } from "../../../witness/policy-choices.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH515",
  name: "ask-act-inverted",
  severity: "warning",
  summary: "What the case asks for pays no more than its opposite.",
  classes: ["sign-error"],
  evidence: [
    {
      title: "SpeakRL, 2025",
      says: "Asking back has to pay where a request is ambiguous and cost where it is clear; otherwise a model asks always or never.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  return policyChoices(input.facts).flatMap((choice) => judge(input, choice));
}

function judge({ facts, program }: PatternInput, found: PolicyChoice): Finding[] {
  const { choice, fact, terms, pays, goals } = found;
  // In each case, the choice that the goals prefer; they must differ, or there is nothing to tell apart.
  const wanted = ([0, 1] as const).map((holds) => Math.sign(goals[1]![holds]! - goals[0]![holds]!));
  if (wanted[0] === 0 || wanted[1] === 0 || wanted[0] === wanted[1]) return [];
  // Not to answer is another rule's.
  if (abstainingSide(found) !== undefined) return [];
  const gains = ([0, 1] as const).map((holds) => (pays[1]![holds]! - pays[0]![holds]!) * wanted[holds]!);
  const wrong = ([0, 1] as const).filter((holds) => !(gains[holds]! > 0));
  const [holds] = wrong;
  if (holds === undefined) return [];
  const right = wanted[holds]! > 0 ? 1 : 0;
  const term = terms.find((each) => facts.reads(each.node).has(choice.name)) ?? terms[0]!;
  const say = (side: number) => (side === 1 ? `'${choice.name}'` : `not '${choice.name}'`);
  const goal = quoteNames(program.goals.map(({ name }) => name));
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `Where '${fact.name}' ${holds === 1 ? "holds" : "does not hold"}, ${goal} wants ${say(right)}, which pays ${sayNumber(pays[right]![holds]!)}; ${say(1 - right)} pays ${sayNumber(pays[1 - right]![holds]!)}.`,
      why: "The same choice then pays in every case, and an agent will make it without looking.",
      help: "Order the four pay-offs: asking pays more than acting where a request is ambiguous, and acting more than asking where it is clear ('ask_or_act' holds such a table).",
      related: [{ start: fact.source[0], end: fact.source[1], message: "decides which is wanted" }],
    },
  ];
}
