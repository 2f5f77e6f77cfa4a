// RH401: progress is paid in one direction only, or its undiscounted difference under a discount.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { Facts } from "../../../facts/facts.ts";
import { findDifferences, isExact } from "../../../facts/find-difference.ts";
import { findRectified, type Rectified } from "../../../facts/find-rectified.ts";
import { streamsOf } from "../../../facts/growth.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { asShaping } from "../../as-shaping.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { swing } from "./swing.ts";

export const rule: Pattern = {
  code: "RH401",
  name: "non-potential-difference",
  severity: "error",
  summary: "Progress is paid, but going back is not charged.",
  classes: ["nonpotential-shaping"],
  evidence: [
    {
      title: "Policy Invariance under Reward Transformations (Ng, Harada, Russell), 1999",
      says: "Only γ·Φ(s′) − Φ(s) leaves every optimal policy as it is; anything else can be farmed by going round in circles.",
    },
    {
      title: "STARC: A General Framework for Quantifying Differences Between Reward Functions, 2023",
      url: "https://arxiv.org/abs/2309.15257",
      says: "Rewards that differ by potential shaping are equivalent; a one-sided difference is not shaping.",
    },
    {
      title: "Learning to Drive a Bicycle using Reinforcement Learning and Shaping (Randløv, Alstrøm), 1998",
      says: "Paid for riding towards the goal and not charged for riding away, the agent rode in circles round the start.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return facts.paid.flatMap((paid) => {
    const { term, weight, once } = paid;
    if (term.role !== "objective" || term.rate === "once" || weight === 0 || !(once.hi > 0)) return [];
    if (term.timing !== "step") return reportSummed(input, paid);
    const rectified = findRectified(facts.program, facts.classes, term.node) ?? guarded(facts, paid);
    if (rectified !== undefined) return reportRectified(input, paid, rectified);
    return reportUndiscounted(input, paid);
  });
}

/** sum(max(0, delta(x))) over steps, known at the end. */
function reportSummed(input: PatternInput, paid: Paid): Finding[] {
  const { facts } = input;
  for (const { value, step } of streamsOf(facts).filter((stream) => stream.paid === paid)) {
    const rectified = step.hi > 0 ? findRectified(facts.program, facts.classes, value) : undefined;
    if (rectified !== undefined) return reportRectified(input, paid, rectified);
  }
  return [];
}

/** `delta(x) when delta(x) > 0`. */
function guarded(facts: Facts, { term }: Paid): Rectified | undefined {
  return term.when === undefined ? undefined : findRectified(facts.program, facts.classes, term.when);
}

function reportRectified(input: PatternInput, paid: Paid, rectified: Rectified): Finding[] {
  const { facts } = input;
  const { term } = paid;
  const read = [...facts.reads(rectified.difference.of)];
  if (read.some((name) => facts.signals.get(name)?.tags.latched !== undefined)) return [];
  const shown = swing(input, paid, rectified);
  if (shown === "pays nothing") return [];
  const what =
    rectified.kind === "size"
      ? "every move, in either direction"
      : rectified.kind === "indicator"
        ? "each step in the right direction and charges nothing for the way back"
        : "progress and charges nothing for the way back";
  return [
    {
      at: placeOf(facts, term.source, term.node),
      severity: rectified.kind === "size" ? "warning" : "error",
      message: `'${term.name}' pays for ${what}, so going back and forth pays${shown === undefined ? "" : ` ${sayNumber(shown.perLoop)} each time`}.`,
      why: "It is not the difference of a potential: on a closed loop the payments do not cancel. An agent will oscillate instead of arriving.",
      help: "Use 'shaping … = potential(…)', which charges for going back what it paid for going forth, or pay new bests only with 'record(x)'.",
      fixes: potentialFixes(input, paid, rectified),
      ...(shown === undefined ? {} : { witness: shown.witness }),
    },
  ];
}

function reportUndiscounted({ program, facts, text }: PatternInput, paid: Paid): Finding[] {
  const { term } = paid;
  const { discount } = program.settings;
  const found = findDifferences(program, facts.classes, term.node);
  const difference = found?.differences[0];
  if (
    discount >= 1 ||
    term.when !== undefined ||
    found === undefined ||
    difference === undefined ||
    !found.whole ||
    !found.differences.every(isExact)
  )
    return [];
  return [
    {
      at: placeOf(facts, term.source, term.node),
      severity: "info",
      message: `'${term.name}' is the difference of a potential without the discount ${discount}, so it shifts what is optimal a little.`,
      why: `With a discount, x − prev(x) leaves (1 − ${discount})·x on every step: being far along pays even without progress. It cannot be farmed without bound.`,
      help: "Use 'shaping … = potential(…)', which applies the discount and keeps every optimal policy.",
      fixes:
        found.differences.length === 1 && found.constant === 0
          ? asShaping(text, facts, paid.term, difference.of, difference.now)
          : [],
    },
  ];
}

function potentialFixes({ facts, text }: PatternInput, paid: Paid, rectified: Rectified): Fix[] {
  const { difference, kind } = rectified;
  if (kind === "size") return [];
  return asShaping(text, facts, paid.term, difference.of, Math.sign(difference.now) * polarity(facts, paid, rectified));
}

/** Whether the payment rises (1) or falls (-1) with the difference. */
function polarity(facts: Facts, { term }: Paid, { node }: Rectified): number {
  const here = facts.program.nodes[node];
  const below = here?.op === "apply" && here.operator.startsWith("less") ? -1 : 1;
  return facts.directionIn(term.node, node) === "-" ? -below : below;
}
