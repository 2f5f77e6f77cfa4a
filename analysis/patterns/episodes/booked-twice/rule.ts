// RH317: two terms book the same event, or one books on every step what the other adds up at the end.

import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { addedUp, triggerOf } from "./triggers.ts";

export const rule: Pattern = {
  code: "RH317",
  name: "booked-twice",
  severity: "warning",
  summary: "Two terms pay or charge for the same event, or for the same amount on the way and at the end.",
  classes: ["bookkeeping-error"],
  evidence: [
    {
      title: "Mesozoic Labs: one fall, charged for the body and for the contact site, 2026",
      url: "https://github.com/kuds/mesozoic-labs/pull/470",
      says: "The penalty for a fall was booked by two terms, so that falling cost twice what was meant and not moving was better.",
    },
    {
      title: "legged_gym: the air-time bonus is paid at lift-off as well as at touch-down",
      url: "https://github.com/leggedrobotics/legged_gym/issues/93",
      says: "One step of a foot is booked twice, because the condition holds on both edges.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  const paying = facts.paid.filter(({ weight, once }) => weight !== 0 && (once.hi !== 0 || once.lo !== 0));
  return paying.flatMap((second, index) => {
    const first = paying.slice(0, index).find((other) => other.term.role === second.term.role && sameEvent(input, other, second));
    if (first !== undefined) return [report(input, first, second, "event")];
    const partner = paying.find((other) => other.term.role === second.term.role && addsUp(input, other, second));
    return partner === undefined ? [] : [report(input, partner, second, "amount")];
  });
}

/** Both once, or both whenever it happens: a bonus for the first time beside one for each time is meant. */
function sameEvent({ facts }: PatternInput, a: Paid, b: Paid): boolean {
  if (a.term.timing !== b.term.timing || (a.term.rate === "once") !== (b.term.rate === "once")) return false;
  const trigger = triggerOf(facts, a);
  return trigger !== undefined && trigger === triggerOf(facts, b);
}

/** `b` is known at the end and adds up what `a` books on each step. */
function addsUp({ facts }: PatternInput, a: Paid, b: Paid): boolean {
  if (a.term.timing !== "step" || b.term.timing === "step" || a.term.rate === "once" || a.repeats <= 1) return false;
  if (b.term.when !== undefined) return false;
  const value = a.term.when === undefined ? facts.classes.now[a.term.node] : triggerOf(facts, a);
  return addedUp(facts, b).some((added) => added.class === value && added.coefficient > 0);
}

function report({ facts }: PatternInput, first: Paid, second: Paid, what: "event" | "amount"): Finding {
  const { term } = second;
  const verb = term.role === "penalty" ? ["charge", "charged"] : ["pay", "paid"];
  const [a, b] = [first, second].map(({ once }) => Math.max(once.hi, -once.lo)) as [number, number];
  const sum = Number.isFinite(a + b) ? `: ${sayNumber(a)} and ${sayNumber(b)}, together ${sayNumber(a + b)} each time` : "";
  return {
    at: placeOf(facts, term.source, term.node),
    message:
      what === "event"
        ? `'${first.term.name}' and '${term.name}' ${verb[0]} for the same event${sum}.`
        : `'${term.name}' adds up at the end what '${first.term.name}' has ${verb[1]} on every step already.`,
    why:
      term.role === "penalty"
        ? "What is charged twice weighs twice, and neither weight says so. An agent avoids it at any price, above all by not trying."
        : "What is paid twice weighs twice, and neither weight says so. An agent does it rather than what the other weights were set against.",
    help: `Keep one of the two, with the weight that is meant; what is only to be watched is a 'probe'.`,
    related: [{ start: first.term.source[0], end: first.term.source[1], message: `${verb[1]} here already` }],
    fixes: [{ title: `Remove '${term.name}'`, safe: false, edits: [{ start: term.source[0], end: term.source[1], text: "" }] }],
  };
}
