// RH110: pay jumps or ends at a threshold of something the agent moves by degrees, while the goal goes on past it.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { placeOf, placeOfPart, quoteNames } from "../../combination.ts";
import { rewriteValue } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { type Cliff, cliffs, type Unasked, unaskedJumps } from "./cliffs.ts";

export const rule: Pattern = {
  code: "RH110",
  name: "threshold-cliff",
  severity: "warning",
  summary: "Pay jumps or stops at a threshold, while the goal wants more, or suffers more, beyond it.",
  classes: ["threshold-cliff"],
  thresholds: {
    jump: { default: 0.5, min: 0, max: 1, doc: "Share of all that a step can earn that the jump must be." },
    beyond: {
      default: 0.25,
      min: 0,
      max: 1,
      doc: "Share of the goal's movement along the signal that must lie beyond the threshold.",
    },
  },
  evidence: [
    {
      title: "Ant that was to jump and turned cartwheels",
      says: "A fixed bonus above a torso height was earned by flipping over; what a jump is was never paid.",
    },
    {
      title: "Glucose control with a clipped risk",
      says: "The charge for low glucose was capped where the danger begins to grow, so over-dosing looked cheap.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  const thresholds = { jump: input.threshold("jump"), beyond: input.threshold("beyond") };
  return [
    ...cliffs(facts, thresholds).map((cliff) => (cliff.kind === "edge" ? reportEdge(input, cliff) : reportCap(input, cliff))),
    ...unaskedJumps(facts, thresholds.jump).map((unasked) => reportUnasked(input, unasked)),
  ];
}

const related = ({ profile }: Cliff, message: string) => [
  { start: profile.goal.source[0], end: profile.goal.source[1], message },
];

function reportEdge(input: PatternInput, cliff: Cliff): Finding {
  const { paid, profile, at, size, share } = cliff;
  const { term } = paid;
  const { name } = profile.signal;
  return {
    at: placeOf(input.facts, term.source, term.node),
    message: `'${term.name}' pays ${sayNumber(size)} at once where '${name}' passes ${sayNumber(at)} and nothing more beyond, but ${sayNumber(100 * share)} % of what '${name}' can bring to the goal '${profile.goal.name}' lies there.`,
    why: `Just past ${sayNumber(at)} everything is earned: an agent will cross the line by any means and stop.`,
    help: `Pay by degrees: a slope over the range that matters, such as 'clip((x - a) / (b - a), 0, 1)', and the other conditions of the goal with it.`,
    related: related(cliff, `the goal goes on beyond ${sayNumber(at)}`),
  };
}

function reportCap(input: PatternInput, cliff: Cliff): Finding {
  const { paid, profile, at, size, share } = cliff;
  const { term } = paid;
  const { name } = profile.signal;
  return {
    at: placeOf(input.facts, term.source, term.node),
    message: `'${term.name}' charges no more than ${sayNumber(size)}, reached where '${name}' is ${sayNumber(at)}, but beyond that the goal '${profile.goal.name}' loses another ${sayNumber(100 * share)} % of what it can lose to '${name}'.`,
    why: `Once at ${sayNumber(at)} going further costs nothing: the worst states are no dearer than bad ones, and an agent that gains anything by them will go there.`,
    help: "Let the charge grow on the dangerous side: take the cap away, or charge the square of the distance.",
    related: related(cliff, `the goal falls further beyond ${sayNumber(at)}`),
  };
}

function reportUnasked(input: PatternInput, unasked: Unasked): Finding {
  const { facts, text, program } = input;
  const { paid, comparison, signal, size, wanted } = unasked;
  const { term } = paid;
  const source = program.nodes[comparison]?.source;
  const written = source === undefined ? "the condition" : text.slice(source[0], source[1]);
  const goal = program.goals[0]!;
  return {
    at: term.when === comparison ? placeOf(facts, term.source, term.when) : placeOfPart(facts, term.source, term.node),
    message: `'${term.name}' pays ${sayNumber(size)} as soon as ${written.length > 40 ? "its condition holds" : `'${written}'`}, however that comes about: no term reads ${quoteNames(wanted)}, which ${wanted.length === 1 ? "is" : "are"} what the goal '${goal.name}' is about.`,
    why: `Whatever lifts '${signal}' over the line earns everything, and it will be the easiest way, not the one that is meant.`,
    help: "Pay the conditions of the goal together with it (a product, or 'when …'), and by degrees instead of at a line.",
    related: [{ start: goal.source[0], end: goal.source[1], message: "what is wanted" }],
    fixes: unread(input, unasked),
    witness: () => showUnasked(input, unasked),
  };
}

/** Together with a condition the goal reads, where there is a bool among what it reads. */
function unread({ facts, text }: PatternInput, { paid, wanted }: Unasked) {
  const bool = wanted.find(
    (name) => facts.signals.get(name)?.type.kind === "bool" && facts.direction(facts.program.goals[0]!.node, name) === "+",
  );
  if (bool === undefined || paid.term.when !== undefined) return [];
  return rewriteValue(text, paid.term, `Pay it only together with '${bool}'`, (value) => `if ${bool} then ${value} else 0`);
}

/** Over the line with all that the goal asks for at rest, against everything at rest. */
function showUnasked({ program, facts }: PatternInput, { paid, signal }: Unasked): Witness | undefined {
  const declared = facts.signals.get(signal);
  const range = declared?.range;
  const ends = [range?.[0], range?.[1]].filter((end) => typeof end === "number");
  for (const end of ends) {
    const shown = confirmWitness(
      program,
      oneRecord(program, "over the line", { [signal]: end }),
      oneRecord(program, "at rest", {}),
      (earned, honestly) =>
        `${signal} = ${sayNumber(end)} with nothing of what the goal asks for earns ${sayNumber(earned)}; otherwise ${sayNumber(honestly)}.`,
    );
    if (shown !== undefined && paid.weight !== 0) return shown;
  }
  return undefined;
}
