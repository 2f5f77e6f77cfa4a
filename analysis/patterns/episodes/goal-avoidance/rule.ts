// RH313: finishing ends an income that is worth more than finishing, where no bounds of a declared success say so already.

import { ANY_END, assumeNoEnd } from "../../../facts/assumptions.ts";
import { goalEnds } from "../../../facts/goal-ends.ts";
import { unpaidNeeds } from "../../../facts/unpaid-needs.ts";
import { unwantedEvents } from "../../../facts/unwanted-events.ts";
import { payment } from "../../../facts/value-terms.ts";
import { withoutTrying } from "../../../witness/without-trying.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { incomeOf } from "../../income.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import { sayTerms, sureIncome } from "../../sure-income.ts";
import { decidingTerm, outEarns, sayHonest, showBehaviour, weighLess } from "../../without-trying.ts";
import { rule as denseOutweighsTerminal } from "../dense-outweighs-terminal/rule.ts";
import { idlesAhead } from "../stay-alive-farm/idling.ts";
import { rule as stayAliveFarm } from "../stay-alive-farm/rule.ts";

export const rule: Pattern = {
  code: "RH313",
  name: "goal-avoidance",
  severity: "warning",
  summary: "Reaching the goal ends an income that is worth more.",
  classes: ["goal-avoidance"],
  evidence: [
    {
      title: "kuds/mesozoic-labs, pull request 166",
      url: "https://github.com/kuds/mesozoic-labs/pull/166",
      says: "Striking the prey paid 5 and ended an episode that paid 0.5 on every step: the predator stopped in front of it.",
    },
    {
      title: "kuds/mesozoic-labs, pull request 171",
      url: "https://github.com/kuds/mesozoic-labs/pull/171",
      says: "Touching the prey ended the episode and paid nothing, so that it was avoided.",
    },
    {
      title: "Saunders et al., Trial without Error, 2017",
      url: "https://arxiv.org/abs/1707.05173",
      says: "In Road Runner the agent dies at the end of the first level, because the points there can be had again.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (program.oneShot || facts.length.most <= 1 || idlesAhead(facts)) return [];
  const known = [stayAliveFarm, denseOutweighsTerminal].some((other) => {
    const threshold = (name: string) => other.thresholds?.[name]?.default ?? input.threshold(name);
    return other.check({ ...input, threshold }).some(({ severity }) => severity !== "info");
  });
  return known ? [] : [...againstScenario(input), ...againstBounds(input), ...nothingForAdvancing(input)].slice(0, 1);
}

function againstScenario({ facts, text }: PatternInput): Finding[] {
  const { honest, lingers, ended } = withoutTrying(facts) ?? {};
  if (honest === undefined || ended !== "finished" || !outEarns(lingers, honest)) return [];
  const deciding = decidingTerm(facts, lingers, honest);
  if (deciding === undefined) return [];
  const { term } = deciding;
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `Going on to step ${sayNumber(lingers.episode.steps.length)} short of the goal earns ${sayNumber(lingers.paid)}; ${sayHonest(facts, honest)}, which ends the episode.`,
      ...advice,
      fixes: weighLess(text, facts, term, lingers, honest),
      witness: () => showBehaviour(facts, lingers, honest, "Going on short of the goal"),
    },
  ];
}

/** An end that is the goal, although it does not say so. */
function againstBounds({ facts, program }: PatternInput): Finding[] {
  const [end] = goalEnds(facts);
  const found = sureIncome(facts);
  if (end === undefined || found === undefined || facts.length.success.length > 0 || combinationOf(program) !== "sum") return [];
  const unended = facts.rangesUnder(assumeNoEnd(program, facts.classes.now, ANY_END));
  const bonuses = facts.paid.filter(({ term, once }) => once.hi > 0 && payment(program, term, unended).hi <= 0);
  const bonus = bonuses.reduce((sum, { once }) => sum + once.hi, 0);
  const total = found.net * facts.length.discountedMost;
  if (!(total > bonus)) return [];
  const { term } = found.largest.paid;
  const goals = quoteNames(program.goals.map(({ name }) => name));
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `${sayTerms(found.sure)} ${sayNumber(found.net)} on every step that goes on: ${sayNumber(total)} over ${sayCount(facts.length.most, "step")}, while reaching ${goals} ends the episode and pays ${sayNumber(bonus)}.`,
      ...advice,
      related: [{ start: end.source[0], end: end.source[1], message: `reaching ${goals} ends the episode` }],
    },
  ];
}

/** What pays can be had again after what must not happen, which costs nothing; what the goal needs pays nothing. */
function nothingForAdvancing({ facts, program }: PatternInput): Finding[] {
  const event = unwantedEvents(facts).find(({ paid, ends }) => !paid && !ends);
  const needs = unpaidNeeds(facts);
  const [going] = incomeOf(facts).going.toSorted((a, b) => b.step.hi - a.step.hi);
  if (event === undefined || needs.length === 0 || going === undefined || program.total !== undefined) return [];
  const { term } = going.paid;
  const goals = quoteNames(program.goals.map(({ name }) => name));
  const { name, source } = event.signal;
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `'${term.name}' pays up to ${sayNumber(going.step.hi)} on every step, ${quoteNames(needs.map((need) => need.name))}, which ${goals} needs, pays nothing, and '${name}' costs nothing: falling back is as good as getting on.`,
      why: "An agent stays where the income is easiest, and lets what must not happen bring it back there rather than go on to what is harder.",
      help: `Pay what the goal needs ('objective on = record(${needs[0]!.name})'), and charge '${name}' with more than it can bring back.`,
      related: [
        { start: source[0], end: source[1], message: `${event.wish.note}, and nothing charges it` },
        ...needs.map((need) => ({ start: need.source[0], end: need.source[1], message: "no term pays for it" })),
      ],
    },
  ];
}

const advice = {
  why: "Reaching the goal ends the episode and with it the income. An agent will come close, for that pays, and then stay away from it.",
  help: "Let finishing pay more than the rest of the episode could, pay progress as a potential, or let the episode go on after the goal is reached.",
};
