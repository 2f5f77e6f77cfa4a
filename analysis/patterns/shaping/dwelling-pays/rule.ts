// RH410: where things stand is paid on every step, although the goal asks for where they end, or for something else altogether.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { type Stream, streamsOf } from "../../../facts/growth.ts";
import { payDirection, strictEnds } from "../../../facts/pay-direction.ts";
import { outweighs, overEpisode, servingOf } from "../../../facts/serving.ts";
import { type Want, wantsOf } from "../../../facts/wants.ts";
import { type Beside, besideGoals, speaksOfOutcome } from "../../beside-goal.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { makeShaping, rewriteValue } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { readTermText, textAt } from "../../term-text.ts";
import { showDwelling } from "./witness.ts";

export const rule: Pattern = {
  code: "RH410",
  name: "dwelling-pays",
  severity: "warning",
  summary: "Being somewhere is paid on every step, where getting there is what is wanted.",
  classes: ["nonpotential-shaping", "bookkeeping-error"],
  evidence: [
    {
      title: "Policy Invariance under Reward Transformations (Ng, Harada, Russell), 1999",
      says: "Progress is paid by the difference of a potential; paying the potential itself on every step pays for staying where it is high.",
    },
    {
      title: "A change to the reward of a walking robot (rex-gym), 2021",
      url: "https://github.com/nicrusso7/rex-gym/pull/18",
      says: "The position was paid on every step; the robot stopped at a positive one. Paying the displacement made it walk.",
    },
    {
      title: "Towards Better Dense Rewards, 2025",
      says: "Dense rewards made by hand change what is optimal unless they are differences of a potential.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (facts.length.most <= 1 || combinationOf(program) !== "sum") return [];
  return [...positions(input), ...closeness(input)];
}

/** A value that the goal takes at the end, or at its best, is paid as it stands. */
function positions(input: PatternInput): Finding[] {
  const { facts } = input;
  const wants = [...wantsOf(facts).values()].filter((want) => isFinal(facts, want));
  return streamsOf(facts).flatMap((stream) => {
    const { paid, growth, step } = stream;
    if (paid.term.role !== "objective" || paid.weight === 0 || growth !== "linear" || !(step.hi > 0)) return [];
    const want = wants.find((other) => risesWith(facts, stream, other));
    return want === undefined ? [] : [reportPosition(input, stream, want)];
  });
}

/** A number of the step of which the goals want as much as possible, and only at the end or at its best. */
function isFinal(facts: Facts, { signal, direction, taken, goals }: Want): boolean {
  const single = signal.type.kind === "number" && signal.timing === "step";
  const final = [...taken].every((how) => how === "last" || how === "best");
  return single && direction === "+" && final && goals.every(({ node }) => facts.program.nodes[node]?.type.kind === "number");
}

/** It pays strictly more the higher the signal, over the signal's whole range. */
function risesWith(facts: Facts, { paid, value }: Stream, { signal }: Want): boolean {
  return payDirection(facts, paid, signal.name) === "+" && strictEnds(facts, value, signal)?.strict === true;
}

function reportPosition(input: PatternInput, stream: Stream, want: Want): Finding {
  const { facts, text } = input;
  const { term } = stream.paid;
  const best = want.taken.has("best");
  const change = best ? "record" : "delta";
  const fixes: Fix[] =
    term.timing === "step"
      ? rewriteValue(text, term, `Pay ${best ? "new bests" : "its change"} only: ${change}(…)`, (value) => `${change}(${value})`)
      : [];
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' pays for where '${want.signal.name}' stands on every step, ${most(input, stream)}, while the goal ${quoteNames(want.goals.map(({ name }) => name))} asks for its ${best ? "best" : "last"} value only.`,
    why: "Standing still pays as much on every step as was ever reached, so there is little to gain and all to lose by going on. An agent will get somewhere safe and stay there.",
    help: "Pay the change ('delta(x)'), new bests ('record(x)'), or a potential ('shaping'): these add up to how far it got, once.",
    related: want.goals.map(({ source, name }) => ({
      start: source[0],
      end: source[1],
      message: `what the goal '${name}' asks for`,
    })),
    fixes,
    witness: () => showDwelling(input, stream, want.signal),
  };
}

/** Being near is paid on every step, more than what the goal asks for can bring at all. */
function closeness(input: PatternInput): Finding[] {
  const { facts, program } = input;
  const { wanted, worth, terms } = servingOf(facts);
  const outcome = wanted.some(({ signal, taken }) => signal.type.kind === "bool" && !taken.has("mean") && !taken.has("each"));
  if (!outcome || worth.step > 0 || program.requires.length > 0) return [];
  const near = besideGoals(facts).filter((beside) => isCloseness(facts, beside) && !speaksOfOutcome(facts, beside));
  const largest = near.toSorted((a, b) => b.stream.step.hi - a.stream.step.hi)[0];
  const step = near.reduce((sum, { stream }) => sum + stream.step.hi, 0);
  if (largest === undefined || !outweighs(facts, { step, fixed: 0 }, worth)) return [];
  const { term } = largest.stream.paid;
  const asked = quoteNames(wanted.filter(({ signal }) => signal.type.kind === "bool").map(({ signal }) => signal.name));
  const brings =
    terms.length === 0 ? `nothing is paid for ${asked}` : `${asked} can bring ${sayNumber(overEpisode(facts, worth))} in all`;
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `${quoteNames(near.map(({ stream }) => stream.paid.term.name))} ${near.length === 1 ? "pays" : "pay"} for being near on every step, ${most(input, { ...largest.stream, step: { lo: 0, hi: step } })}, while ${brings}.`,
      why: "Staying close pays for ever, whether or not what the goal asks for ever happens. An agent will hover there.",
      help: "Make it a potential ('shaping … = potential(…)'), which pays for coming closer and takes it back for leaving, and let what the goal asks for pay.",
      related: terms.map((paid) => ({
        start: paid.term.source[0],
        end: paid.term.source[1],
        message: `pays ${sayNumber(paid.episode.hi)} in all`,
      })),
      fixes: asShaping(input, largest),
    },
  ];
}

/** How things stand, never negative and higher where some distance or error is smaller. */
function isCloseness(facts: Facts, { stream, kind, drivers }: Beside): boolean {
  const falls = (signal: SignalDeclaration) =>
    signal.type.kind === "number" && payDirection(facts, stream.paid, signal.name) === "-";
  return kind === "level" && stream.step.lo >= 0 && drivers.some(falls);
}

function asShaping({ text, program }: PatternInput, { stream }: Beside): Fix[] {
  const { term } = stream.paid;
  const parts = readTermText(text, term.source, term.name);
  return parts === undefined || program.nodes[term.node]?.type.kind !== "number" || term.timing !== "step"
    ? []
    : makeShaping(text, term, textAt(text, parts.value));
}

function most({ facts, program }: PatternInput, { step }: Stream): string {
  const { horizon, discount } = program.settings;
  if (horizon === undefined && discount === 1) return `up to ${sayNumber(step.hi)} each time and with no horizon`;
  const total = sayNumber(step.hi * facts.length.discountedMost);
  return `up to ${total}${horizon === undefined ? "" : ` over ${sayNumber(horizon)} steps`}${discount < 1 ? ` at a discount of ${discount}` : ""}`;
}
