// RH315: failing is paid: a bonus for ending that does not ask how, or a learned bonus on the step of what must not happen.

import { assumeEnd } from "../../../facts/assume-end.ts";
import { ANY_END, assumeNoEnd } from "../../../facts/assumptions.ts";
import { failingEnds } from "../../../facts/failing-ends.ts";
import { unwantedEvents } from "../../../facts/unwanted-events.ts";
import { payment } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import { payWhen } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH315",
  name: "paid-on-the-failing-step",
  severity: "warning",
  summary: "The step that fails is paid like one that succeeds.",
  classes: ["suicide-incentive", "novelty-trap"],
  evidence: [
    {
      title: "jmichaux/intrinsic-motivation, issue 9",
      url: "https://github.com/jmichaux/intrinsic-motivation/issues/9",
      says: "The intrinsic bonus is also paid on the transition on which the agent dies, which is new every time: it dies for it.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  if (input.program.oneShot || input.program.total !== undefined) return [];
  return [...bonusForEnding(input), ...learnedOnEvent(input)];
}

/** Pays only on a record that ends the episode, and surely where that is a failure. */
function bonusForEnding({ facts, program, text }: PatternInput): Finding[] {
  const unended = facts.rangesUnder(assumeNoEnd(program, facts.classes.now, ANY_END));
  const [failure] = failingEnds(facts).flatMap((end) =>
    end.outcome === "failure" ? [{ end, ranges: facts.rangesUnder(assumeEnd(program, facts.classes.now, end)) }] : [],
  );
  if (failure === undefined) return [];
  return facts.paid.flatMap(({ term }): Finding[] => {
    if (term.role !== "objective" || term.timing !== "step" || payment(program, term, unended).hi > 0) return [];
    // On the step that ends it nothing has been paid once before.
    const pays = payment(program, term.rate === "once" ? { ...term, rate: "step" } : term, failure.ranges).lo;
    if (!(pays > 0)) return [];
    const { source } = failure.end;
    return [
      {
        at: placeOf(facts, term.source, term.node),
        message: `'${term.name}' pays at least ${sayNumber(pays)} when the episode ends, also where it ends as a failure.`,
        why: "Failing is the quickest way to end an episode, and here it is paid for. An agent will fail as soon as it can.",
        help: "Pay by outcome: 'succeeded' is true on the step on which an 'ends when … as success' holds.",
        related: [{ start: source[0], end: source[1], message: "ends the episode as a failure" }],
        fixes: payWhen(text, term, "not failed"),
      },
    ];
  });
}

/** A learned or intrinsic bonus on every step, and an unwanted event that neither stops nor charges anything. */
function learnedOnEvent({ facts, text }: PatternInput): Finding[] {
  const event = unwantedEvents(facts).find(({ paid, ends, signal }) => !paid && !ends && signal.type.kind === "bool");
  if (event === undefined) return [];
  const { name, source } = event.signal;
  return facts.paid.flatMap(({ term, once, repeats }): Finding[] => {
    const intrinsic = [...facts.reads(term.node)].some((each) => facts.signals.get(each)?.tags.intrinsic !== undefined);
    const learned = facts.trust(term.node) === "learned" || intrinsic;
    if (!learned || term.role !== "objective" || term.timing !== "step" || repeats <= 1 || once.hi <= 0) return [];
    const most = Number.isFinite(once.hi) ? `up to ${sayNumber(once.hi)}` : "without bound";
    return [
      {
        at: placeOf(facts, term.source, term.node),
        message: `'${term.name}' pays ${most} also on the step on which '${name}' holds, although ${event.wish.because}, and nothing charges '${name}'.`,
        why: "What goes wrong is often what is new or surprising. An agent will make it happen again and again for the bonus.",
        help: `Pay nothing on that step ('… when not ${name}'), and charge it ('penalty ${name} weight w = ${name}').`,
        related: [{ start: source[0], end: source[1], message: event.wish.note }],
        fixes: payWhen(text, term, `not ${name}`),
      },
    ];
  });
}
