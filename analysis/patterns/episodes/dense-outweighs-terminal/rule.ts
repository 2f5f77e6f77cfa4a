// RH303: what can be earned step by step exceeds what the outcome pays, so that the outcome is not what is optimised.
import type { Fix, Severity } from "../../../../compiler/diagnostics.ts";
import type { Facts } from "../../../facts/facts.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { makeShaping, reweigh } from "../../edit-term.ts";
import type { Going } from "../../income.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { showStalling } from "../../stalling.ts";
import { readTermText, textAt } from "../../term-text.ts";
import { type Outcome, outweighedOutcome } from "./outcomes.ts";

/** From this multiple of the outcome on it is a warning; above 1 a note. */
export const LEAST_RATIO = 2;
const FIXED_SHARE = 0.1;

export const rule: Pattern = {
  code: "RH303",
  name: "dense-outweighs-terminal",
  severity: "warning",
  summary: "Step rewards add up to more than the outcome pays.",
  classes: ["farmable-event", "nonpotential-shaping", "goal-avoidance", "scale-domination"],
  evidence: [
    {
      title: "On Designing Effective RL Reward at Training Time for LLM Reasoning, 2024",
      url: "https://arxiv.org/abs/2410.15115",
      says: "Process rewards that outgrow the outcome reward are farmed; bounding their sum keeps the outcome in charge.",
    },
    {
      title: "Faulty Reward Functions in the Wild, 2016",
      url: "https://openai.com/index/faulty-reward-functions/",
      says: "A racing boat circles through respawning targets and never finishes, because the targets pay more than the finish.",
    },
    {
      title: "Behavior Alignment via Reward Function Optimization (BARFI), 2023",
      says: "Naively added auxiliary rewards change which policy is optimal.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (program.oneShot || facts.length.most <= 1 || combinationOf(program) !== "sum") return [];
  const found = outweighedOutcome(facts);
  return found === undefined ? [] : [report(input, found.largest, found.outcome, found.net, found.total)];
}

function report(input: PatternInput, largest: Going, outcome: Outcome, net: number, total: number): Finding {
  const { program, facts } = input;
  const { term } = largest.paid;
  const ratio = outcome.worth > 0 ? total / outcome.worth : Number.POSITIVE_INFINITY;
  const names = quoteNames(outcome.against.map(({ paid }) => paid.term.name));
  const outcomes = quoteNames(outcome.terms.map((paid) => paid.term.name));
  const long = program.settings.horizon === undefined ? "with no horizon" : `over ${sayNumber(program.settings.horizon)} steps`;
  const discounted = program.settings.discount < 1 ? ` at a discount of ${program.settings.discount}` : "";
  const times = Number.isFinite(ratio)
    ? `, ${sayNumber(ratio)} times the ${sayNumber(outcome.worth)} of ${outcomes}`
    : `, and ${outcomes} ${outcome.worth === 0 ? "pays nothing" : `only ${sayNumber(outcome.worth)}`}`;
  return {
    at: placeOf(facts, term.source, term.node),
    severity: severityOf(facts, ratio, outcome.against),
    message: `${names} can earn ${sayNumber(net)} a step: ${sayNumber(total)} ${long}${discounted}${times}.`,
    why: outcome.ends
      ? "Success ends the episode and the step rewards with it. An agent that farms the steps and never finishes earns more."
      : "An agent learns first and longest from what pays most; here that is the steps, not the outcome they were meant to lead to.",
    help: "Make it a potential ('shaping'), which cannot be farmed, pay progress once ('record(x)', 'once'), or shrink it until all steps together pay a tenth of the outcome.",
    related: outcome.terms.map((paid) => ({
      start: paid.term.source[0],
      end: paid.term.source[1],
      message: `the outcome pays ${sayNumber(paid.episode.hi)}`,
    })),
    fixes: [...asPotential(input, largest), ...smaller(input, largest, outcome, net)],
    witness: () =>
      showStalling(
        facts,
        outcome.against.map(({ paid }) => paid),
        outcome.ends ? {} : outcome.choose(),
      ),
  };
}

/**
 * What a step can give and take back alike is a net amount, such as a displacement: less likely to be farmed. Objectives that only
 * take back count with those that read the same signals.
 */
function severityOf(facts: Facts, ratio: number, against: readonly Going[]): Severity {
  const takesBack = ({ paid, step }: Going) => {
    const reads = facts.reads(paid.term.node);
    const others = facts.paid.filter(({ term }) => term !== paid.term && term.role === "objective" && term.timing === "step");
    const beside = others.filter(({ term, once }) => once.hi <= 0 && [...facts.reads(term.node)].some((name) => reads.has(name)));
    return -beside.reduce((sum, { once }) => sum + once.lo, step.lo) >= step.hi / 4;
  };
  return ratio < LEAST_RATIO || against.every(takesBack) ? "info" : "warning";
}

/** Only for a value of the state that says nothing about events: a closeness, a height, a share. */
function asPotential({ program, text }: PatternInput, { paid }: Going): Fix[] {
  const { term } = paid;
  const parts = readTermText(text, term.source, term.name);
  const node = program.nodes[term.node];
  return parts === undefined || node?.type.kind !== "number" ? [] : makeShaping(text, term, textAt(text, parts.value));
}

function smaller({ text, facts }: PatternInput, { paid, step }: Going, outcome: Outcome, net: number): Fix[] {
  const allowed = (FIXED_SHARE * outcome.worth) / facts.length.discountedMost;
  const share = (allowed * step.hi) / net;
  return share > 0 ? reweigh(text, paid.term, facts.range(paid.term.weight).hi * (share / step.hi)) : [];
}
