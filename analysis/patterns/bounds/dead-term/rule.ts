// RH109: a term that cannot do its work: weight 0, a value that never changes, costs under a floor, a threshold that comes late.

import { decidedOf } from "../../../facts/decided.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf, placeOfPart, quoteNames } from "../../combination.ts";
import { reweigh, rewriteValue } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";
import { hiddenCosts } from "./hidden-costs.ts";
import { type AtRest, type Late, lateTerms, paidAtRest } from "./late.ts";

export const rule: Pattern = {
  code: "RH109",
  name: "dead-term",
  severity: "warning",
  summary: "A term that is written down but changes nothing where it should.",
  classes: ["dead-term"],
  thresholds: {
    late: {
      default: 0.2,
      min: 0,
      max: 1,
      doc: "Share of what the goal loses along a signal that may be lost before its penalty begins.",
    },
  },
  evidence: [
    {
      title: "CyberBattleSim: rewards clamped at 0",
      says: "max(0, reward) erased every penalty: failed and repeated actions cost nothing.",
    },
    {
      title: "Parkour with a total reward clipped at 0",
      says: "All policies earned 0, and the robot kept resetting: whole regimes paid the same.",
    },
    {
      title: "HoST: the feet-distance reward",
      says: "A tolerance was computed and an unrelated indicator returned, so the range that mattered was not charged.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return [
    ...facts.paid.flatMap((paid) => unweighted(input, paid) ?? unchanging(input, paid) ?? floored(input, paid) ?? []),
    ...lateTerms(facts, input.threshold("late")).map((late) => reportLate(input, late)),
    ...paidAtRest(facts).map((rest) => reportRest(input, rest)),
  ];
}

function unweighted(input: PatternInput, paid: Paid): Finding | undefined {
  const { facts, program } = input;
  const { term } = paid;
  if (paid.weight !== 0 || program.nodes[term.weight]?.op === "param") return undefined;
  const alone = signalsOnlyIn(facts, paid);
  const goal = program.goals.find(({ node }) => alone.some((name) => facts.reads(node).has(name)));
  return {
    at: term.weightSource === undefined ? placeOf(facts, term.source, term.node) : [...term.weightSource],
    severity: goal === undefined ? "info" : "warning",
    message: `'${term.name}' has weight 0: it pays nothing${goal === undefined ? "" : `, and no other term reads ${quoteNames(alone.filter((name) => facts.reads(goal.node).has(name)))}, which the goal '${goal.name}' is about`}.`,
    why: "What is not paid is not learned; whoever reads the spec will think that it is.",
    help: "Give it a weight, or make it a 'probe', which is measured and never paid.",
    related: goal === undefined ? [] : [{ start: goal.source[0], end: goal.source[1], message: "the goal reads it" }],
    fixes: reweigh(input.text, term, 1),
  };
}

function signalsOnlyIn(facts: Facts, paid: Paid): string[] {
  const elsewhere = facts.paid.filter((other) => other !== paid && other.weight !== 0);
  const read = (other: Paid, name: string) =>
    facts.reads(other.term.node).has(name) || (other.term.when !== undefined && facts.reads(other.term.when).has(name));
  return [...facts.reads(paid.term.node)].filter((name) => !elsewhere.some((other) => read(other, name)));
}

/** Where a comparison is decided, that is said at the comparison. */
function unchanging({ facts, program }: PatternInput, { term, weight }: Paid): Finding | undefined {
  const { lo, hi } = facts.range(term.node);
  const below = nodesBelow(program, term.node);
  if (weight === 0 || lo !== hi || facts.reads(term.node).size === 0 || !Number.isFinite(lo)) return undefined;
  if ([...below].some((id) => decidedOf(facts).has(id) || program.nodes[id]?.op === "param" || program.nodes[id]?.op === "prev"))
    return undefined;
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' is always ${sayNumber(lo)}: by what is declared nothing in it can change that.`,
    why: "A term that cannot change teaches nothing, and hides that something was meant to be taught.",
    help: "Correct its bounds, or the range that is declared for what it reads.",
  };
}

function floored(input: PatternInput, paid: Paid): Finding | undefined {
  const { facts, program } = input;
  const found = hiddenCosts(facts, paid);
  if (found === undefined) return undefined;
  const { term } = paid;
  const names = (nodes: readonly number[]) => quoteNames([...new Set(nodes.flatMap((node) => [...facts.reads(node)]))]);
  const at = placeOfPart(facts, term.source, found.node);
  const inner = program.nodes[found.inner]?.source;
  const own = program.nodes[found.node]?.source;
  const drops =
    inner !== undefined && own !== undefined && own[0] === at[0] && own[1] === at[1] && inner[0] > own[0] && inner[1] < own[1];
  return {
    at,
    severity: paid.repeats > 1 ? "warning" : "info",
    message: `'${term.name}' is never below ${sayNumber(found.floor)}: while ${names(found.gains)} ${found.gains.length === 1 ? "brings" : "bring"} nothing, ${names(found.costs)} cost${found.costs.length === 1 ? "s" : ""} nothing either (up to ${sayNumber(found.most)} is lost, ${sayNumber(found.least)} would be due).`,
    why: "Wherever the costs exceed the gain every behaviour is paid the same: an agent gets no reason to avoid them, and none to come closer to what pays.",
    help: "Take the floor away, or charge the costs in a penalty of their own.",
    fixes: drops
      ? [
          {
            title: "Take the floor away",
            safe: false,
            edits: [{ start: at[0], end: at[1], text: input.text.slice(inner[0], inner[1]) }],
          },
        ]
      : [],
  };
}

function reportLate(input: PatternInput, { profile, paid, goalAt, payAt, share }: Late): Finding {
  const { facts } = input;
  const { term } = paid;
  const { name } = profile.signal;
  const [start, end] = profile.goal.source;
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' says nothing until '${name}' passes ${sayNumber(payAt)}, but the goal '${profile.goal.name}' gets worse from ${sayNumber(goalAt)}: ${sayNumber(100 * share)} % of what it can lose to '${name}' is free.`,
    why: `Between ${sayNumber(goalAt)} and ${sayNumber(payAt)} nothing is charged, so an agent will settle there whenever it makes anything else a little easier.`,
    help: `Let the charge begin where the goal begins to suffer, at ${sayNumber(goalAt)}, and grow from there.`,
    related: [{ start, end, message: `the goal gets worse from ${sayNumber(goalAt)}` }],
    fixes:
      term.when !== undefined
        ? []
        : rewriteValue(input.text, term, `Charge from ${writeNumber(goalAt)} on`, () =>
            payAt > goalAt ? `max(0, ${name} - ${writeNumber(goalAt)})` : `max(0, ${writeNumber(goalAt)} - ${name})`,
          ),
  };
}

function reportRest({ facts }: PatternInput, { paid, signal, most, goal }: AtRest): Finding {
  const { term } = paid;
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' pays all it can, ${sayNumber(most)}, wherever '${signal}' is 0, but ${goal}.`,
    why: `Nothing has to be done well while '${signal}' is 0: standing still is the safest way to earn this term in full.`,
    help: `Pay it only together with the motion: 'when ${signal} > …', or a factor that is 0 at rest.`,
  };
}
