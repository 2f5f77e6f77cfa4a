// Episodes that may refute a claim: the scenarios, every signal at the ends of its range, and the corners that pay most and
// least. Only those that the declarations, the assumptions and `ends when` allow are kept. It must not know claims.
import { inspect } from "../../runtime/inspect.ts";
import type { Program } from "../../runtime/program.ts";
import { lengthOf, scenarioEpisode } from "../../runtime/scenario.ts";
import type { Episode, EpisodeResult, Value } from "../../runtime/trajectory.ts";
import type { Facts } from "../facts/facts.ts";
import { buildEpisode, type Choice } from "../witness/build-episode.ts";
import { isClean, playEpisodes } from "../witness/play-episodes.ts";
import { searchRecord, tellingValues } from "../witness/search-record.ts";
import { possibleOf } from "./possible.ts";
import type { Played } from "./verdict.ts";

/** Steps that are played in all while somebody types, and those of one made-up episode. */
const MOST_STEPS = 50_000;
const LONG = 1_000;
const MOST_ROWS = 20_000;
/** Nodes above which no corners are searched. */
const MOST_NODES = 3_000;

/** Everything worth looking at, scenarios first. */
export function playCandidates(facts: Facts): Played[] {
  const { program } = facts;
  const choices = choicesFor(facts);
  const lengths = lengthsOf(facts);
  const made = choices.flatMap(({ name, choice, corner }) => {
    // Of corners the whole length is tried, of the many others what there is time for.
    const most = corner ? LONG : Math.max(1, Math.floor(MOST_ROWS / choices.length));
    return lengths.map((steps) => ({ name, episode: build(facts, choice, Math.min(steps, most)) }));
  });
  return playAll(facts, [...scenariosOf(program), ...variations(facts), ...made]);
}

/** Scenarios that are varied, and steps of the variations of one. */
const VARIED = 8;
const VARIED_STEPS = 4_000;

/** Every scenario with one signal at another value throughout: texts and the like are often only right there. */
export function variations(facts: Facts, names?: readonly string[]): Made[] {
  const varied = possibleOf(facts).program.signals.filter(({ name }) => names === undefined || names.includes(name));
  return scenariosOf(facts.program)
    .slice(0, VARIED)
    .flatMap(({ name, episode }) => {
      const most = Math.floor(VARIED_STEPS / Math.max(1, episode.steps.length));
      const all = varied.flatMap((signal) =>
        tellingValues(signal)
          .slice(0, 6)
          .map((value) => ({ signal, value })),
      );
      return all.slice(0, most).map(({ signal, value }) => ({
        name: `${name} with ${signal.name} = ${say(value)}`,
        episode: vary(episode, signal.name, value, signal.timing === "step"),
        value,
      }));
    });
}

function vary(episode: Episode, name: string, value: Value, onSteps: boolean): Episode {
  const { origin: _, ...rest } = episode;
  if (onSteps) return { ...rest, steps: episode.steps.map((row) => ({ ...row, [name]: value })) };
  return { ...rest, end: { ...episode.end, [name]: value } };
}

interface Made {
  name: string;
  episode: Episode;
  value: Value;
}

/** Of the episodes those that may happen, cut where they end. */
export function playAll({ program }: Facts, candidates: readonly { name: string; episode: Episode }[]): Played[] {
  const { horizon = Number.POSITIVE_INFINITY } = program.settings;
  const cut = candidates.map(({ name, episode }) => ({ name, episode: endedWhereItEnds(program, episode) }));
  const fitting = cut.filter(({ episode }) => episode.steps.length > 0 && episode.steps.length <= horizon);
  const results = playEpisodes(
    program,
    fitting.map(({ episode }) => episode),
  );
  return fitting.flatMap(({ name, episode }, index) => {
    const result = results[index]!;
    return isClean(result) && isAssured(program, episode) ? [{ name, episode, result, paid: result.unshaped! }] : [];
  });
}

/** What cannot be evaluated is not guaranteed. */
function isAssured(program: Program, episode: Episode): boolean {
  const nodes = program.assumptions.map(({ node }) => node);
  return nodes.length === 0 || inspect(program, episode, nodes).every((values) => values.every((value) => value === true));
}

function endedWhereItEnds(program: Program, episode: Episode): Episode {
  const steps = lengthOf(program, episode, {});
  return steps === episode.steps.length ? episode : { ...episode, steps: episode.steps.slice(0, steps) };
}

function scenariosOf(program: Program): { name: string; episode: Episode }[] {
  let left = MOST_STEPS;
  return program.scenarios.flatMap((scenario) => {
    left -= scenario.segments.reduce((all, segment) => all + segment.steps, 1);
    if (scenario.hidden || left < 0) return [];
    return [{ name: `the scenario '${scenario.name}'`, episode: scenarioEpisode(program, scenario) }];
  });
}

interface Candidate {
  name: string;
  choice: Choice;
  corner?: true;
}

function choicesFor(facts: Facts): Candidate[] {
  const { program, must: base } = possibleOf(facts);
  const single = program.signals.flatMap((signal) =>
    tellingValues(signal)
      .slice(0, 6)
      .map((value) => ({ name: `an episode with ${signal.name} = ${say(value)}`, choice: { ...base, [signal.name]: value } })),
  );
  const quiet: Candidate = { name: "a quiet episode", choice: base, corner: true };
  if (program.nodes.length > MOST_NODES) return [quiet];
  const names = program.signals.map(({ name }) => name).filter((name) => !(name in base));
  const corner = (score: (result: EpisodeResult) => number) => searchRecord(program, names, base, score);
  return [
    quiet,
    ...single.slice(0, 200),
    { name: "an episode", choice: corner((result) => score(result, 1)), corner: true },
    { name: "an episode", choice: corner((result) => score(result, -1)), corner: true },
  ];
}

const score = (result: EpisodeResult, sign: number): number =>
  isClean(result) ? sign * result.unshaped! : Number.NEGATIVE_INFINITY;

const say = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 24 ? `${text.slice(0, 21)}…` : text;
};

/** A single record, and as long as an episode may be. */
export function lengthsOf({ length }: Facts): number[] {
  const most = Math.min(length.most, LONG);
  return most > 1 ? [1, most] : [1];
}

/** The same on every step; what is true at most once is true on the first. */
export function build(facts: Facts, choice: Choice, steps: number): Episode {
  const { program } = possibleOf(facts);
  const latched = program.signals
    .filter(({ tags, type }) => tags.latched === true && type.kind === "bool")
    .map(({ name }) => name);
  const after: Choice = { ...choice, ...Object.fromEntries(latched.map((name) => [name, false])) };
  const stretches = [{ steps: 1, cycle: [choice] }, ...(steps > 1 ? [{ steps: steps - 1, cycle: [after] }] : [])];
  return buildEpisode(program, "made-up", stretches, choice);
}
