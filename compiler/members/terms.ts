// Objectives and penalties: what is paid and charged, with weight, rate and condition.
import type * as ast from "../../grammar/ast.ts";
import type { Interval } from "../../runtime/interval.ts";
import type { Range, Term, Timing } from "../../runtime/program.ts";
import { type Placed, requirePresent } from "../elaborate/combine.ts";
import { complain, excerpt } from "../elaborate/context.ts";
import { elaborateCondition, elaborateScalar } from "../elaborate/expression.ts";
import type { Definition } from "../model.ts";
import { joinTiming, timingText } from "../types/timing.ts";
import { declare } from "./declare.ts";
import { checkPenaltySign } from "./penalty-sign.ts";
import { origin, type Work } from "./reward-parts.ts";
import { lowerWeight } from "./weights.ts";

export function readTerms(work: Work): void {
  for (const member of work.reward.members) {
    if (member.kind === "objective" || member.kind === "penalty") readTerm(member, work);
  }
}

function readTerm(term: ast.Term, work: Work): void {
  const { context } = work;
  const definition = declareTerm(term.kind, term, work);
  const value = elaborateScalar(term.value, context, `The ${term.kind}`);
  const when = term.when === undefined ? undefined : elaborateCondition(term.when, context, "'when'");
  if (value === undefined || (term.when !== undefined && when === undefined)) return;
  if (!requirePresent(context, { value, span: term.value })) return;
  const weight = lowerWeight(term, { value, span: term.value }, context);
  if (weight === undefined || definition === undefined) return;
  const timing = termTiming(term, { value, span: term.value }, when && { value: when, span: term.when! }, { value: weight, span: term.weight ?? term.name }, work);
  if (timing === undefined || !checkRate(term, timing, work)) return;
  if (term.kind === "penalty" && !checkPenaltySign(term, value, context)) return;
  definition.info = value.info;
  const made: Term = {
    name: definition.name, role: term.kind, node: value.node, weight: weight.node, timing,
    rate: term.rate === "per second" ? "second" : term.rate === "once" ? "once" : "step",
    range: bounds(value.info.range),
    ...(when === undefined ? {} : { when: when.node }),
    ...(term.weight === undefined ? {} : { weightSource: [term.weight.start, term.weight.end] }),
    ...origin(term),
  };
  work.parts.terms.push(made);
  context.contributions.set(made.name, contribution(term, value.info.range, weight.info.range, context.settings.dt));
}

export function declareTerm(kind: Definition["kind"], member: ast.Term | ast.Shaping | ast.Require | ast.Binding, work: Work): Definition | undefined {
  const { terms } = work.context.scope;
  const definition = declare(work, kind, member, terms, (entry) => entry);
  if (definition !== undefined) terms.set(definition.name, definition);
  return definition;
}

export function bounds(range: Interval): Range {
  return [Number.isFinite(range.lo) ? range.lo : null, Number.isFinite(range.hi) ? range.hi : null];
}

/** Step values are paid on their step, later ones when they are known; constants on every step. */
function termTiming(term: ast.Term, value: Placed, when: Placed | undefined, weight: Placed, work: Work): Term["timing"] | undefined {
  const { context } = work;
  let timing: Timing = "constant";
  for (const part of [value, ...(when ? [when] : []), weight]) {
    const joined = joinTiming(timing, part.value.info.timing);
    if (joined === undefined) {
      return complain(context, part.span, "T010", "timing-mismatch", `The value of '${term.name.text}' exists ${timingText(timing)}, but '${excerpt(context, part.span)}' ${timingText(part.value.info.timing)}.`, {
        help: "Aggregate the step value first, for example 'last(…) over steps' or 'mean(…) over steps'.",
        related: [{ start: value.span.start, end: value.span.end, message: `a value ${timingText(value.value.info.timing)}` }],
      });
    }
    timing = joined;
  }
  if (timing === "end" || timing === "group") return timing;
  return context.oneShot ? "end" : "step";
}

function checkRate(term: ast.Term, timing: Term["timing"], work: Work): boolean {
  const { context } = work;
  if (term.rate === "per second" && context.settings.dt === undefined) {
    complain(context, term.name, "M010", "missing-dt", "'per second' needs the length of a step.", { help: "Add the setting 'dt 0.02 [s]'." });
    return false;
  }
  if (term.rate !== undefined && timing !== "step" && !context.oneShot) {
    complain(context, term.name, "M016", "rate-without-steps", `'${term.rate}' speaks of steps, but '${term.name.text}' has one value per episode.`, { help: `Leave '${term.rate}' out.` });
    return false;
  }
  return true;
}

/** Interval of what a term adds on one step; 0 is always possible. */
function contribution(term: ast.Term, value: Interval, weight: Interval, dt: number | undefined): Interval {
  const scale = term.rate === "per second" ? (dt ?? 1) : 1;
  const products = [value.lo, value.hi].flatMap((v) => [weight.lo, weight.hi].map((w) => (v === 0 || w === 0 ? 0 : v * w * scale)));
  const [lo, hi] = [Math.min(0, ...products), Math.max(0, ...products)];
  return term.kind === "penalty" ? { lo: 0 - hi, hi: 0 } : { lo, hi };
}

