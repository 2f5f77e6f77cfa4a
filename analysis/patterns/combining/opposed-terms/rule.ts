// RH216: one term pays for what another charges for, so much that not doing the task pays best.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { placeOf } from "../../combination.ts";
import { reweigh } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { type Opposition, oppositions, type TaxedMotion, taxedMotions } from "./oppositions.ts";

/** Share of what is charged now that the fix leaves, beside what is paid. */
const LEFT = 0.1;

export const rule: Pattern = {
  code: "RH216",
  name: "opposed-terms",
  severity: "warning",
  summary: "One term charges for what another pays for, or for the motion the goal needs, so that not acting pays best.",
  classes: ["conflicting-terms"],
  thresholds: {
    ratio: {
      default: 1,
      min: 0,
      doc: "How many times what the motion can bring it must cost: per step at half the greatest speed, or over a whole way where `dt` is set.",
    },
  },
  evidence: [
    {
      title: "Hovering drone that was charged for climbing",
      says: "A penalty on vertical speed outweighed what getting nearer paid while the target was above the start: it stayed below.",
    },
    {
      title: "Two-legged robot with a gait reward at zero command",
      says: "A term that is right in one regime contradicted the task in another, and won.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return [
    ...oppositions(facts).map((opposition) => reportOpposition(input, opposition)),
    ...taxedMotions(facts, input.threshold("ratio")).map((taxed) => reportTax(input, taxed)),
  ];
}

function reportOpposition(input: PatternInput, opposition: Opposition): Finding {
  const { facts, text } = input;
  const { signal, wanted, by, pays, charges, idle, wantedEnd } = opposition;
  const { term } = charges;
  const wants =
    by.kind === "goal" ? `the goal '${by.name}' wants ${wanted === "+" ? "more" : "less"} of it` : `'${by.name}' pays for it`;
  const [gain, cost] = [pays.once.hi - Math.max(0, pays.once.lo), -charges.once.lo];
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' takes more for '${signal}' than '${pays.term.name}' gives: with everything else at its best ${signal} = ${sayNumber(wantedEnd.at)} pays ${sayNumber(wantedEnd.pay)} and ${signal} = ${sayNumber(idle.at)} pays ${sayNumber(idle.pay)}, although ${wants}.`,
    why: `Whatever the amount, moving '${signal}' the way it is wanted is paid less than leaving it alone: an agent will not do it.`,
    help: "Charge only in the regime where it is unwanted ('when …', 'max(0, x - limit)'), or make the charge small beside the pay.",
    related: [
      { start: pays.term.source[0], end: pays.term.source[1], message: "pays for it" },
      { start: by.source[0], end: by.source[1], message: "wants it" },
    ],
    fixes: Number.isFinite(gain) && cost > 0 ? reweigh(text, term, (facts.range(term.weight).hi * LEFT * gain) / cost) : [],
    witness: () => showIdle(input, opposition),
  };
}

function reportTax(input: PatternInput, { charge, velocity, position, serving, worth, goal, half, trip }: TaxedMotion): Finding {
  const { facts, text } = input;
  const { term } = charge;
  const names = serving.map((paid) => `'${paid.term.name}'`).join(" and ");
  const cost =
    trip === undefined
      ? `${sayNumber(half.cost)} a step at ${velocity} = ${sayNumber(half.speed)}, while ${names} can pay ${sayNumber(worth)} a step for '${position}' from one end to the other`
      : `${sayNumber(trip.cost)} for the whole way of '${position}', while ${names} can pay ${sayNumber(trip.total)} for having gone it`;
  const share = trip === undefined ? worth / half.cost : trip.total / trip.cost;
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' charges for '${velocity}', the motion that the goal '${goal.name}' needs: ${cost}.`,
    why: `Coming nearer costs more than being near is worth on the way: an agent learns to stay where it is.`,
    help: "Charge only what is not needed (near the goal: 'when …', above a speed: 'max(0, x - limit)'), pay the change of the distance, or make the charge small.",
    related: [
      ...serving.map((paid) => ({ start: paid.term.source[0], end: paid.term.source[1], message: `pays for '${position}'` })),
      { start: goal.source[0], end: goal.source[1], message: `the goal moves with '${position}'` },
    ],
    fixes: reweigh(text, term, facts.range(term.weight).hi * LEFT * share),
  };
}

function showIdle({ program }: PatternInput, { signal, idle, wantedEnd }: Opposition): Witness | undefined {
  return confirmWitness(
    program,
    oneRecord(program, "leaves it", { [signal]: idle.at }),
    oneRecord(program, "does it", { [signal]: wantedEnd.at }),
    (earned, honestly) =>
      `${signal} = ${sayNumber(idle.at)} earns ${sayNumber(earned)}, ${signal} = ${sayNumber(wantedEnd.at)} earns ${sayNumber(honestly)}.`,
  );
}
