// Objectives and penalties: what is paid and charged, with weight, rate and condition.
import type * as ast from "../../grammar/ast.ts";
import { hull, type Interval, multiplyIntervals, negateInterval, point } from "../../runtime/interval.ts";
import type { Term, Timing } from "../../runtime/program.ts";
import { boundsOf } from "../elaborate/builder.ts";
import { missingStepLength } from "../elaborate/builtins.ts";
import { complainTiming } from "../elaborate/combine.ts";
import { complain, fix, replace } from "../elaborate/complain.ts";
import type { Placed } from "../elaborate/context.ts";
import { elaborateCondition, elaborateScalar } from "../elaborate/expression.ts";
import type { Info } from "../model.ts";
import { joinTiming } from "../types/timing.ts";
import { checkPenaltySign } from "./penalty-sign.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";
import { lowerWeight } from "./weights.ts";

export function readTerms(work: Work): void {
  for (const term of membersOf(work, "objective", "penalty")) readTerm(term, work);
}

function readTerm(term: ast.Term, work: Work): void {
  const { context } = work;
  const definition = work.definitionOf.get(term);
  const value = elaborateScalar(term.value, { ...context, role: term.kind }, `The ${term.kind}`);
  const when = term.when && elaborateCondition(term.when, context, "'when'");
  const weight = lowerWeight(term, value && { value, span: term.value }, context);
  if (value !== undefined && definition !== undefined) definition.info = value.info;
  if (value === undefined || weight === undefined || (term.when !== undefined && when === undefined)) return;
  const parts: Placed[] = [
    { value, span: term.value },
    ...(when === undefined ? [] : [{ value: when, span: term.when! }]),
    { value: weight, span: term.weight ?? term.name },
  ];
  const timing = termTiming(parts, work);
  const rate = timing && rateOf(term, timing, work);
  const isCharged = term.kind === "objective" || checkPenaltySign(term, value, context);
  if (timing === undefined || rate === undefined || !isCharged || definition === undefined) return;
  work.parts.terms.push({
    name: definition.name,
    role: term.kind,
    node: value.node,
    weight: weight.node,
    timing,
    rate,
    range: boundsOf(value.info.range),
    ...(when === undefined ? {} : { when: when.node }),
    ...(term.weight === undefined ? {} : { weightSource: [term.weight.start, term.weight.end] }),
    ...origin(term),
  });
  context.contributions.set(
    definition.name,
    contribution(term, value.info, weight.info, rate === "second" ? context.settings.dt : 1),
  );
}

/** Step values are paid on their step, later ones when they are known; constants on every step. */
function termTiming(parts: readonly Placed[], { context }: Work): Term["timing"] | undefined {
  let timing: Timing | undefined = "constant";
  for (const { value } of parts) timing = timing && joinTiming(timing, value.info.timing);
  if (timing === undefined) return complainTiming(context, parts);
  if (timing === "end" || timing === "group") return timing;
  return context.oneShot ? "end" : "step";
}

function rateOf(term: ast.Term, timing: Term["timing"], { context }: Work): Term["rate"] | undefined {
  if (term.rate === undefined || (term.rate === "per step" && timing === "step")) return "step";
  if (timing !== "step") {
    const message = `'${term.rate}' speaks of steps, but '${term.name.text}' has one value per episode.`;
    const { rate } = term;
    const written = context.text.slice(term.name.end, term.value.start);
    const at = written.indexOf(rate);
    const span = { start: term.name.end + at, end: term.name.end + at + rate.length + 1 };
    return complain(context, term.name, "M016", "rate-without-steps", message, {
      help: `Leave '${rate}' out: it is paid once, when it is known.`,
      fixes: at === -1 ? [] : [fix(`Leave '${rate}' out`, replace(span, ""))],
    });
  }
  if (term.rate === "once") return "once";
  return context.settings.dt === undefined ? missingStepLength(term.name, "'per second'", context) : "second";
}

/** Interval of what a term adds on one step; 0 is always possible. */
function contribution(term: ast.Term, value: Info, weight: Info, dt: number | undefined): Interval {
  const charged = term.kind === "penalty" ? { lo: Math.max(0, value.range.lo), hi: Math.max(0, value.range.hi) } : value.range;
  const paid = multiplyIntervals(multiplyIntervals(weight.range, charged), point(dt ?? 1));
  return hull(point(0), term.kind === "penalty" ? negateInterval(paid) : paid);
}
