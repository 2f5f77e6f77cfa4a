// RH712: part of what the goal asks for is paid, and another part is read by nothing that pays, forbids or ends the episode.
import type { Severity } from "../../../../compiler/diagnostics.ts";
import type { Facts } from "../../../facts/facts.ts";
import { goalDependence, sayWish, standIns, type Wanted } from "../../../facts/goal-dependence.ts";
import { quoteNames } from "../../combination.ts";
import { forbidOrCharge } from "../../forbid.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { isConductCheck, paidGoalSignals } from "../conduct.ts";

export const rule: Pattern = {
  code: "RH712",
  name: "side-effect-blind",
  severity: "warning",
  summary: "The goal reads a signal that nothing paid or required reads.",
  classes: ["side-effect-blind"],
  evidence: [
    {
      title: "UniRL, text rendering reward, pull request 407",
      url: "https://github.com/Tencent-Hunyuan/UniRL/pull/407",
      says: "An image model trained on legible text alone got the text perfect and let the scene disappear.",
    },
    {
      title: "OpenAI Gym, FetchPush, issue 920",
      url: "https://github.com/openai/gym/issues/920",
      says: "Paid for the distance of the block to its goal, the robot moved the table; nothing in the reward read the table.",
    },
    {
      title: "Isaac Lab, biped air time, pull request 7813",
      url: "https://github.com/isaac-sim/IsaacLab/pull/7813",
      says: "One foot stayed on the ground and the other hung; the difference between the feet was in no term.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  const { unread, paying } = goalDependence(facts);
  const read = paidGoalSignals(facts);
  if (read.length === 0 || paying.length === 0) return [...tagged(facts)];
  return [
    ...unread.filter((wanted) => !isConductCheck(facts, wanted)).map((wanted) => report(input, wanted, read)),
    ...tagged(facts),
  ];
}

function report({ facts, text }: PatternInput, wanted: Wanted, read: readonly Wanted[]): Finding {
  const { signal, goal, direction } = wanted;
  const others = standIns(facts, wanted);
  const { paying } = goalDependence(facts);
  const severity: Severity = others.length > 0 ? "info" : "warning";
  const price =
    direction === "-"
      ? "an agent will spend as much of it as the paid part can use"
      : "an agent will give it up for any gain in the paid part";
  return {
    at: signal.source,
    severity,
    message: `The goal '${goal.name}' ${sayWish(wanted)} '${signal.name}', but nothing paid, required or ending the episode reads it.`,
    why: `What is paid (${quoteNames(read.map((one) => one.signal.name))}) is only part of the goal; to the rest the reward is blind, so ${price}.`,
    help:
      others.length > 0
        ? `If ${quoteNames(others.slice(0, 3).map(({ name }) => name))} ${others.length === 1 ? "stands" : "stand"} for it, all is well; else pay, charge for, or 'require' '${signal.name}'.`
        : direction === "-"
          ? `Charge for it ('penalty'), forbid it ('require'), or let it end the episode as a failure.`
          : `Pay for it, or pay the rest only as far as it holds: 'when ${signal.name} …', or a factor.`,
    related: [
      { start: goal.source[0], end: goal.source[1], message: "the goal" },
      ...paying.map(({ term }) => ({ start: term.source[0], end: term.source[1], message: "paid, without reading it" })),
    ],
    fixes: direction === "-" ? forbidOrCharge(facts, text, signal) : [],
  };
}

/** Declared with a direction, and read by nothing at all. */
function tagged(facts: Facts): Finding[] {
  const { paid, constrained, wanted } = goalDependence(facts);
  const probed = new Set(facts.program.probes.flatMap(({ node }) => [...facts.reads(node)]));
  return [...facts.signals.values()]
    .filter(
      ({ name, tags }) =>
        tags.direction !== undefined && ![paid, constrained, probed].some((read) => read.has(name)) && !wanted.has(name),
    )
    .map((signal) => ({
      at: signal.source,
      severity: "info" as const,
      message: `'${signal.name}' is declared 'direction ${signal.tags.direction}', but nothing reads it.`,
      why: "A quantity that matters and that nothing pays, forbids or measures is given away for anything that is paid.",
      help: "Pay or charge for it, constrain it, or watch it with a 'probe'.",
    }));
}
