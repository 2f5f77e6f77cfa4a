// RH411: novelty is paid on the very step of a failure, and failing costs less than that.
import { point } from "../../../../runtime/interval.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import { assumeNothing } from "../../../facts/assumptions.ts";
import type { Facts } from "../../../facts/facts.ts";
import { payment } from "../../../facts/value-terms.ts";
import { wantsOf } from "../../../facts/wants.ts";
import { combinationOf, placeOf } from "../../combination.ts";
import { payWhen } from "../../edit-term.ts";
import { type Novelty, noveltiesOf } from "../../novelty.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH411",
  name: "novelty-on-failure",
  severity: "warning",
  summary: "Novelty is paid on the step of a failure that costs less.",
  classes: ["novelty-trap", "suicide-incentive"],
  evidence: [
    {
      title: "Intrinsic reward on the transition into death (report to an exploration code base), 2019",
      url: "https://github.com/jmichaux/intrinsic-motivation/issues/9",
      says: "The bonus for novelty is paid on the dying step as well, where the next observation is new whatever the agent did.",
    },
    {
      title: "Online Intrinsic Rewards for Decision Making Agents from LLM Feedback (ONI), 2024",
      says: "Intrinsic rewards need thresholds and coefficients set for each task; wrongly set they lead away from it.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (facts.length.most <= 1 || combinationOf(program) !== "sum") return [];
  const failures = failuresOf(facts);
  return noveltiesOf(facts).flatMap((novelty) => {
    const failure = failures.find((candidate) => isWorthIt(facts, novelty, candidate));
    return failure === undefined ? [] : [report(input, novelty, failure)];
  });
}

interface Failure {
  signal: SignalDeclaration;
  /** The least that is charged on its step. */
  charge: number;
  /** A goal forbids it, else only a penalty names it. */
  forbidden: boolean;
}

/** Events that a goal forbids or a penalty charges, and that do not end the episode. */
function failuresOf(facts: Facts): Failure[] {
  const { program } = facts;
  const wants = wantsOf(facts);
  return program.signals.flatMap((signal) => {
    if (signal.type.kind !== "bool" || signal.timing !== "step") return [];
    if (program.ends.some(({ node }) => facts.reads(node).has(signal.name))) return [];
    const holding = facts.rangesUnder(assumed(signal));
    const penalties = facts.paid.filter(({ term }) => term.role === "penalty" && facts.direction(term.node, signal.name) === "+");
    const charge = -penalties.reduce((sum, { term }) => sum + payment(program, term, holding).hi, 0);
    const forbidden = wants.get(signal.name)?.direction === "-";
    return forbidden || charge > 0 ? [{ signal, charge, forbidden }] : [];
  });
}

/** What is only learned, not declared intrinsic, counts where the goal forbids the failure and nothing charges for it. */
function isWorthIt(facts: Facts, { stream, signal, tagged }: Novelty, failure: Failure): boolean {
  if (signal === failure.signal || (!tagged && (!failure.forbidden || failure.charge > 0))) return false;
  const under = payment(facts.program, stream.paid.term, facts.rangesUnder(assumed(failure.signal)));
  return under.hi > failure.charge;
}

function assumed({ name }: SignalDeclaration) {
  const holding = assumeNothing();
  holding.signals.set(name, point(1));
  return holding;
}

function report({ facts, program, text }: PatternInput, { stream }: Novelty, { signal, charge, forbidden }: Failure): Finding {
  const { term } = stream.paid;
  const most = payment(program, term, facts.rangesUnder(assumed(signal))).hi;
  const amount = Number.isFinite(most) ? `up to ${sayNumber(most)}` : "without bound";
  const cost = charge > 0 ? `which costs only ${sayNumber(charge)}` : "and nothing charges for it";
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' pays ${amount} on the step on which '${signal.name}' is true too, ${cost}.`,
    why: "Failing leads to states that are seldom seen, so they are novel and pay well. An agent will fail on purpose, again and again.",
    help: `Pay it only where nothing failed ('when not ${signal.name}'), and charge for the failure more than novelty can pay.`,
    related: [
      { start: signal.source[0], end: signal.source[1], message: forbidden ? "the goal forbids it" : "a penalty names it" },
    ],
    fixes: term.timing === "step" ? payWhen(text, term, `not ${signal.name}`) : [],
  };
}
