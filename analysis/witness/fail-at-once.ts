// The one-step episode that fails and pays most, found by trying; undefined where none is found. It must not know rules.
import { inspectEach } from "../../runtime/inspect.ts";
import type { End } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";
import { buildEpisode, type Choice } from "./build-episode.ts";
import { type Played, playAll } from "./honest-reference.ts";
import { satisfy } from "./satisfy.ts";
import { tellingValues } from "./search-record.ts";

/** Signals of a condition that are tried one at a time. */
const MOST_TRIED = 8;

export function failAtOnce(facts: Facts, ends: readonly End[]): Omit<Played, "goals"> | undefined {
  const { program } = facts;
  const nodes = ends.map(({ node }) => node);
  const ways = ends.flatMap((end, index) =>
    waysTo(facts, end).map((choice) => ({ index, episode: buildEpisode(program, "quits", [{ steps: 1, cycle: [choice] }]) })),
  );
  const values = inspectEach(
    program,
    ways.map(({ episode }) => episode),
    nodes,
  );
  const episodes = ways.flatMap(({ index, episode }, way) => (values[way]?.[index]?.[0] === true ? [episode] : []));
  return playAll({ ...program, goals: [] }, episodes).toSorted((a, b) => b.paid - a.paid)[0];
}

function waysTo(facts: Facts, end: End): Choice[] {
  const plain = satisfy(facts, end.node, true);
  const signals = [...facts.reads(end.node)].slice(0, MOST_TRIED).flatMap((name) => facts.signals.get(name) ?? []);
  const moved = signals.flatMap((signal) => tellingValues(signal).map((value) => ({ ...plain, [signal.name]: value })));
  return [plain, ...moved.slice(0, 4 * MOST_TRIED)];
}
