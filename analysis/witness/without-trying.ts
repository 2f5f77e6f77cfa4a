// Ways of not trying, measured against the author's own scenario: doing nothing, failing at once, going on without the goal.
// Where a value is not known, the one that pays less is taken, so that whatever they earn is earned for certain.
// It must not know rules.

import { inspect } from "../../runtime/inspect.ts";
import type { Program, SignalDeclaration } from "../../runtime/program.ts";
import type { Row, Value } from "../../runtime/trajectory.ts";
import { assumeCondition, assumeNothing } from "../facts/assumptions.ts";
import type { Facts } from "../facts/facts.ts";
import { signalRange } from "../facts/infer-range.ts";
import { payDirection } from "../facts/pay-direction.ts";
import { factOf } from "../facts/remember.ts";
import { dependenciesOf } from "../facts/trace-reads.ts";
import { buildEpisode, type Choice, oneRecord, quietValue } from "./build-episode.ts";
import { honestReference, type Played, playAll } from "./honest-reference.ts";
import { playEpisodes } from "./play-episodes.ts";
import { satisfy } from "./satisfy.ts";

export interface Behaviours {
  honest: Played;
  /** How the scenario ends: by an `ends when` that is no failure, by failing, or at its own last step. */
  ended: "finished" | "failed" | "open";
  /** Nothing happens from the first step to the horizon. */
  idle?: Played;
  /** The first step fails. */
  fails?: Played;
  /** As in the scenario, but clearly short of the goal and without what only costs; none where the goal's own signals pay it. */
  lingers?: Played;
}

/** Steps of one episode at most: a shorter one than the horizon would leave out what the rest costs. */
const LONGEST = 10_000;

/** What these pay and reach; undefined where no scenario says what trying is. */
export const withoutTrying = factOf((facts: Facts): Behaviours | undefined => {
  const { program, length } = facts;
  const honest = honestReference(facts);
  if (honest === undefined || program.oneShot) return undefined;
  const ended = endOf(facts, honest);
  // A scenario that just stops is compared over its own length.
  const steps = ended !== "open" && Number.isFinite(length.most) ? length.most : honest.episode.steps.length;
  if (steps > LONGEST || steps <= 1) return undefined;
  const going: Choice = Object.assign({}, ...program.ends.map((end) => satisfy(facts, end.node, false)));
  const whole = wholeOf(program, honest);
  const idle = idleRecord(facts, honest, going, whole);
  const play = (id: string, count: number, choice: Choice) =>
    playAll(program, [buildEpisode(program, id, [{ steps: count, cycle: [choice] }], whole)])[0];
  const failure = program.ends.find((end) => end.outcome === "failure");
  const short = shortOfGoal(facts, honest);
  const lingers = short === undefined ? undefined : play("lingers", steps, { ...short, ...going });
  return {
    honest,
    ended,
    idle: play("idles", steps, idle),
    fails:
      failure === undefined ? undefined : play("fails", 1, { ...honest.episode.steps[0], ...satisfy(facts, failure.node, true) }),
    lingers: lingers !== undefined && isFree(facts, lingers) ? lingers : undefined,
  };
});

/** Which condition holds on its last step. */
function endOf({ program }: Facts, { episode }: Played): Behaviours["ended"] {
  const values = inspect(
    program,
    episode,
    program.ends.map((end) => end.node),
    {},
  );
  const held = program.ends.filter((_, index) => values[index]?.at(-1) === true);
  if (held.length === 0) return "open";
  return held.some(({ outcome }) => outcome === "failure") ? "failed" : "finished";
}

/** What is known at the start is the task, and the same; what is known at the end is quiet, or as paid less. */
function wholeOf(program: Program, honest: Played): Choice {
  const choice: Choice = {};
  for (const signal of program.signals) {
    const value = honest.episode.end?.[signal.name];
    if (signal.timing === "start" && value !== undefined) choice[signal.name] = value;
  }
  return choice;
}

/** Quiet, but numbers that are not the policy's as on the first step of the scenario where that pays less. */
function idleRecord(facts: Facts, honest: Played, going: Choice, whole: Choice): Choice {
  const { program } = facts;
  const first: Row = honest.episode.steps[0] ?? {};
  let record: Choice = { ...going };
  const payOf = (choice: Choice) =>
    playEpisodes(program, [oneRecord(program, "step", { ...whole, ...choice })])[0]?.unshaped ?? Number.POSITIVE_INFINITY;
  let pays = payOf(record);
  for (const signal of program.signals) {
    const value = first[signal.name];
    if (signal.timing !== "step" || signal.trust === "policy" || signal.name in going || value === undefined) continue;
    if (signal.type.kind === "bool" || same(value, quietValue(signal))) continue;
    const other = { ...record, [signal.name]: value };
    const less = payOf(other);
    if (less < pays || !isPaid(facts, signal)) [record, pays] = [other, less];
  }
  return record;
}

const same = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b);

function isPaid(facts: Facts, { name }: SignalDeclaration): boolean {
  return facts.program.terms.some(({ node, when, weight }) =>
    [node, weight, ...(when === undefined ? [] : [when])].some((part) => facts.reads(part).has(name)),
  );
}

/** Share of the way from where the goal is just missed to the worst there is. */
const CLEARLY = 0.25;

/** The scenario's record at half time without what happens now and then, and with what the goal reads clearly short of it. */
function shortOfGoal(facts: Facts, honest: Played): Choice | undefined {
  const { program } = facts;
  const rows = honest.episode.steps;
  const record: Choice = { ...rows[Math.floor((rows.length - 1) / 2)] };
  for (const signal of program.signals)
    if (signal.type.kind === "bool" && signal.timing === "step" && !holdsThroughout(rows, signal.name))
      record[signal.name] = false;
  for (const signal of program.signals) if (onlyCosts(facts, signal)) record[signal.name] = quietValue(signal);
  const missed = Object.assign({}, ...program.goals.map((goal) => missing(facts, goal.node)));
  return Object.keys(missed).length === 0 ? undefined : { ...record, ...missed };
}

/** An effort: the more of it the less is paid, and no goal or end asks for it. */
function onlyCosts(facts: Facts, signal: SignalDeclaration): boolean {
  const { program, paid } = facts;
  if (signal.timing !== "step" || signal.type.kind === "text" || signalRange(signal).lo < 0) return false;
  const asked = [...program.goals, ...program.ends].some(({ node }) => facts.reads(node).has(signal.name));
  const directions = new Set(paid.map((one) => payDirection(facts, one, signal.name)));
  return !asked && directions.has("-") && !directions.has("+") && !directions.has("?");
}

/** No term that pays for a record reads what a goal reads. */
function isFree(facts: Facts, { result }: Played): boolean {
  const wanted = new Set(facts.program.goals.flatMap(({ node }) => [...facts.reads(node)]));
  return facts.paid.every(({ term }) => {
    const pays = (result.terms[term.name] ?? []).some((value) => value > 0);
    const reads = [...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))];
    return !pays || !reads.some((name) => wanted.has(name));
  });
}

/** On every step but the last, which may end it. */
function holdsThroughout(rows: readonly Row[], name: string): boolean {
  return rows.length > 1 && rows.slice(0, -1).every((row) => row[name] === true);
}

/** Values under which a goal is clearly missed: the worst for what a numeric goal moves with, short of a bound for a condition. */
function missing(facts: Facts, goal: number): Choice {
  const choice: Choice = {};
  for (const name of facts.reads(goal)) {
    const signal = facts.signals.get(name);
    const direction = facts.direction(goal, name);
    if (signal === undefined || signal.timing !== "step" || (direction !== "+" && direction !== "-")) continue;
    if (signal.type.kind === "bool" && direction === "+") choice[name] = false;
    if (signal.type.kind !== "number") continue;
    const { lo, hi } = signalRange(signal);
    const worst = direction === "+" ? lo : hi;
    const bound = boundOf(facts, goal, name, direction) ?? worst;
    const value = bound + CLEARLY * (worst - bound);
    if (Number.isFinite(value)) choice[name] = signal.integer === true ? Math.round(value) : value;
  }
  return choice;
}

/** Where a condition in the goal turns from met to missed as the signal gets worse. */
function boundOf(facts: Facts, goal: number, name: string, direction: "+" | "-"): number | undefined {
  const { program, classes } = facts;
  const seen = new Set([goal]);
  for (const id of seen) {
    const node = program.nodes[id];
    if (node === undefined) continue;
    if (node.type.kind === "bool" && facts.reads(id).has(name)) {
      const bound = assumeCondition(program, classes.now, id, false, assumeNothing()).signals.get(name);
      const at = bound === undefined ? undefined : direction === "+" ? bound.hi : bound.lo;
      if (at !== undefined && Number.isFinite(at)) return at;
    }
    for (const part of dependenciesOf(program, node)) seen.add(part);
  }
  return undefined;
}
