// RH406: novelty is paid on every step, does not fade, and is worth more than what it should help to find.
import type { Facts } from "../../../facts/facts.ts";
import { outweighs, overEpisode, servingOf, type Worth } from "../../../facts/serving.ts";
import { combinationOf, placeOf } from "../../combination.ts";
import { rewriteValue } from "../../edit-term.ts";
import { incomeOf } from "../../income.ts";
import { fadingOf, isBesideSuccess, type Novelty, noveltiesOf } from "../../novelty.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { showStalling } from "../../stalling.ts";

export const rule: Pattern = {
  code: "RH406",
  name: "undecayed-novelty",
  severity: "warning",
  summary: "Novelty pays on every step and never fades, more than the task does.",
  classes: ["novelty-trap"],
  evidence: [
    {
      title: "Online Intrinsic Rewards for Decision Making Agents from LLM Feedback (ONI), 2024",
      says: "The reward for a message is divided by the cube of how often it was seen: all visits together then pay at most 1.2021 times the first.",
    },
    {
      title: "Large-Scale Study of Curiosity-Driven Learning (Burda et al.), 2018",
      url: "https://arxiv.org/abs/1808.04355",
      says: "With a television of random pictures in the maze the agent stops exploring and watches it: its prediction error never fades.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (facts.length.most <= 1 || combinationOf(program) !== "sum") return [];
  return noveltiesOf(facts).flatMap((novelty) => {
    const { stream } = novelty;
    const fading = fadingOf(facts, novelty);
    if (fading === "fades" || stream.growth === "bounded" || !isBesideSuccess(facts, novelty)) return [];
    // Without an upper bound there is nothing to compare, and another rule speaks.
    if (!Number.isFinite(stream.step.hi)) return [];
    const rival = rivalOf(facts, novelty);
    return rival !== undefined && outweighs(facts, { step: stream.step.hi, fixed: 0 }, rival.worth)
      ? [report(input, novelty, rival.says, fading === "starts anew")]
      : [];
  });
}

/** What exploring should help to find: success, the goal, or all the rest. */
function rivalOf(facts: Facts, { stream }: Novelty): { worth: Worth; says: string } | undefined {
  const { wanted, worth } = servingOf(facts);
  const income = incomeOf(facts);
  if (income.bonuses.length > 0)
    return { worth: { step: income.cost, fixed: income.bonus }, says: `succeeding pays ${sayNumber(income.bonus)}` };
  if (wanted.length > 0) return { worth, says: `what serves the goal can earn ${sayNumber(overEpisode(facts, worth))}` };
  const others = facts.paid.filter(({ term, weight }) => term.role === "objective" && term !== stream.paid.term && weight !== 0);
  const rest = others.reduce((sum, { episode }) => sum + Math.max(0, episode.hi), 0);
  return others.length === 0
    ? undefined
    : { worth: { step: 0, fixed: rest }, says: `everything else can earn ${sayNumber(rest)}` };
}

function report(input: PatternInput, { stream, signal, tagged }: Novelty, rival: string, anew: boolean): Finding {
  const { facts, program, text } = input;
  const { term } = stream.paid;
  const { horizon, discount } = program.settings;
  const total = stream.step.hi * facts.length.discountedMost;
  const long = horizon === undefined ? "with no horizon" : `over ${sayNumber(horizon)} steps`;
  const what = tagged ? `novelty ('${signal.name}')` : `a learned score that the goal does not read ('${signal.name}')`;
  const never = anew ? "its count starts anew within the episode" : "it never fades";
  const ends = program.ends.some(({ outcome }) => outcome === "success");
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' pays ${what} on every step, and ${never}: ${sayNumber(total)} ${long}${discount < 1 ? ` at a discount of ${discount}` : ""}, while ${rival}.`,
    why: "Whatever stays surprising, above all noise, pays for ever. An agent will stay with it instead of doing the task.",
    help: "Let it fade with each visit ('novelty(x, visits)') or with training ('weight anneal(0.5, 0, training)'), or make it worth less over a whole episode than the task.",
    related: [
      { start: signal.source[0], end: signal.source[1], message: tagged ? "declared intrinsic" : "a model's score of each step" },
    ],
    fixes:
      term.timing === "step" && !anew && program.nodes[term.node]?.type.kind === "number"
        ? rewriteValue(
            text,
            term,
            "Let it fade with each time it pays: novelty(…, count)",
            (value) => `novelty(${value}, max(1, count_so_far(${/^[\w.]+$/.test(value) ? value : `(${value})`} > 0)))`,
          )
        : [],
    ...(ends ? { witness: () => showStalling(facts, [stream.paid], {}) } : {}),
  };
}
