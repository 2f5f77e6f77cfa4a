// `prove separates GOAL [by m]`: whoever reaches the goal earns more than whoever does not.
import { hull, type Interval } from "../../runtime/interval.ts";
import type { ClaimKind, NodeId } from "../../runtime/program.ts";
import type { Episode, EpisodeResult } from "../../runtime/trajectory.ts";
import { alwaysPays } from "../contract/always-pays.ts";
import { returnRange } from "../contract/return-range.ts";
import { assumeCases } from "../facts/assumptions.ts";
import type { Facts } from "../facts/facts.ts";
import { isTotal } from "../facts/is-total.ts";
import { sayNumber } from "../patterns/say-number.ts";
import { buildEpisode, type Choice } from "../witness/build-episode.ts";
import { isClean } from "../witness/play-episodes.ts";
import { satisfy } from "../witness/satisfy.ts";
import { searchRecord } from "../witness/search-record.ts";
import { build, lengthsOf, playAll } from "./candidates.ts";
import { bound, capital } from "./judge-return.ts";
import { possibleOf } from "./possible.ts";
import { type Judging, open, type Played, proved, refuted, type Verdict } from "./verdict.ts";

/** 1 − 0.2 is a little less than 0.8. */
const ROUNDING = 1e-9;

type Separation = ClaimKind & { kind: "separates" };

export function judgeSeparation({ program, facts, played }: Judging, claim: Separation): Verdict {
  const goal = program.goals.find(({ name }) => name === claim.goal);
  if (goal === undefined) return open("The goal is not known.");
  const reached = returnWhere(facts, goal.node, true).lo;
  // A goal that cannot be evaluated is not reached, whatever its parts are.
  const missed = isTotal(program, goal.node, facts.range) ? returnWhere(facts, goal.node, false) : returnRange(program);
  const otherwise = missed.hi;
  const enough = (margin: number) => (claim.by > 0 ? margin >= claim.by - ROUNDING : margin > claim.by);
  const asked = claim.by > 0 ? `by at least ${claim.by}` : "more";
  if (enough(reached - otherwise) && alwaysPays(program, facts.range)) {
    return proved(`With the goal at least ${sayNumber(reached)} is paid, without it at most ${sayNumber(otherwise)}.`);
  }
  const all = [...played(), ...goalCandidates(facts, goal.node, claim.goal)];
  const worst = extreme(
    all.filter((one) => goalOf(one, claim.goal) === true),
    -1,
  );
  const best = extreme(
    all.filter((one) => goalOf(one, claim.goal) === false),
    1,
  );
  if (worst !== undefined && best !== undefined && !enough(worst.paid - best.paid)) {
    const message = capital(
      `${worst.name} reaches '${claim.goal}' and pays ${sayNumber(worst.paid)}; ${best.name} does not and pays ${sayNumber(best.paid)}.`,
    );
    return refuted(message, {
      episode: best.episode,
      honest: worst.episode,
      return: best.paid,
      honestReturn: worst.paid,
      explanation: message,
    });
  }
  return open(`With the goal at least ${bound(reached)} is paid, without it at most ${bound(otherwise)}; ${asked} is claimed.`);
}

/** What an episode pays with the goal, or without it. Of a goal that counts on the last step nothing follows for the others. */
function returnWhere({ program, classes }: Facts, node: NodeId, holds: boolean): Interval {
  const throughout = program.oneShot || program.nodes[node]?.timing !== "step";
  if (!throughout) return returnRange(program);
  return hull(...assumeCases(program, classes.now, node, holds).map((assumed) => returnRange(program, assumed)));
}

export function goalOf({ result }: Pick<Played, "result">, name: string): unknown {
  const { goal } = result;
  return typeof goal === "object" && goal !== null ? goal[name] : goal;
}

function extreme(played: readonly Played[], sign: 1 | -1): Played | undefined {
  return [...played].sort((a, b) => sign * (b.paid - a.paid))[0];
}

/** The least that pays with the goal, the most without it, as far as one record can be searched. */
function goalCandidates(facts: Facts, node: NodeId, name: string): Played[] {
  const { program, must } = possibleOf(facts);
  const names = program.signals.map((signal) => signal.name);
  const [reaching, missing] = [true, false].map((holds) => {
    const score = (result: EpisodeResult) =>
      !isClean(result) || goalOf({ result }, name) !== holds ? Number.NEGATIVE_INFINITY : (holds ? -1 : 1) * result.unshaped!;
    const start = satisfy(facts, node, holds);
    return [must, { ...start, ...must }].map((from) => searchRecord(program, names, from, score));
  }) as [Choice[], Choice[]];
  const steady = [...reaching, ...missing].flatMap((choice) => lengthsOf(facts).map((steps) => build(facts, choice, steps)));
  return playAll(
    facts,
    [...steady, ...oddMoments(facts, reaching, missing)].map((episode) => ({ name: "an episode", episode })),
  );
}

/** One step of the one kind, before or after all the others of the other: a goal may count on the last step, or on all of them. */
function oddMoments(facts: Facts, reaching: readonly Choice[], missing: readonly Choice[]): Episode[] {
  const { program } = possibleOf(facts);
  const most = Math.min(facts.length.most, 100);
  if (most < 2) return [];
  const orders = reaching.flatMap((yes) => missing.flatMap((no) => [[yes, no] as const, [no, yes] as const]));
  return orders.flatMap(([before, after]) =>
    [1, most - 1].map((steps) =>
      buildEpisode(
        program,
        "made-up",
        [
          { steps, cycle: [before] },
          { steps: most - steps, cycle: [after] },
        ],
        after,
      ),
    ),
  );
}
