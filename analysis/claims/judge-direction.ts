// `prove increasing return in SIGNAL`: raising it on every step alike never lowers the return. It must not know other claims.

import type { Monotone } from "../../runtime/operators/operator.ts";
import type { ClaimKind, Program, Term } from "../../runtime/program.ts";
import type { Episode, Value } from "../../runtime/trajectory.ts";
import { alwaysPays } from "../contract/always-pays.ts";
import type { Facts } from "../facts/facts.ts";
import { compose, join, opposite } from "../facts/find-direction.ts";
import { isTotal } from "../facts/is-total.ts";
import { sayNumber } from "../patterns/say-number.ts";
import { tellingValues } from "../witness/search-record.ts";
import { build, lengthsOf, playAll, variations } from "./candidates.ts";
import { possibleOf } from "./possible.ts";
import { type Judging, open, type Played, proved, refuted, type Verdict } from "./verdict.ts";

type Direction = ClaimKind & { kind: "monotone" };

export function judgeDirection({ facts }: Judging, { signal, direction }: Direction): Verdict {
  const found = directionOfReturn(facts, signal);
  const wanted = direction === "increasing" ? "+" : "-";
  if (found === "0") return proved(`The return does not depend on '${signal}'.`);
  if (found === wanted) return proved(`Every part of the return moves this way with '${signal}', or not at all.`);
  const pair = counterexample(facts, signal, wanted === "+" ? 1 : -1);
  if (pair === undefined) {
    return open(
      `The parts of the return do not all move one way with '${signal}' by their own rules, and nothing that was tried breaks it.`,
    );
  }
  const { low, high, from, to } = pair;
  const moves = high.paid > low.paid ? "rises" : "falls";
  const message = `Raising ${signal} from ${say(from)} to ${say(to)}, the return ${moves} from ${sayNumber(low.paid)} to ${sayNumber(high.paid)}.`;
  return refuted(message, {
    episode: high.episode,
    honest: low.episode,
    return: high.paid,
    honestReturn: low.paid,
    explanation: message,
  });
}

const say = (value: Value) => (typeof value === "number" ? sayNumber(value) : JSON.stringify(value));

function directionOfReturn(facts: Facts, signal: string): Monotone {
  const { program } = facts;
  if (!alwaysPays(program, facts.range)) return "?";
  // How long the episode is may depend on it.
  if (program.ends.some(({ node }) => facts.reads(node).has(signal))) return "?";
  const terms = new Map(program.terms.map((term) => [term.name, ofTerm(facts, term, signal)]));
  const paid = program.total === undefined ? join(...terms.values()) : ofTotal(facts, program, program.total, terms, signal);
  return join(
    paid,
    ...program.requires.flatMap(({ node, otherwise }) => [steadily(facts, node, signal), steadily(facts, otherwise, signal)]),
  );
}

/** What cannot be evaluated somewhere is paid fail-closed there, which no rule of an operator knows of. */
function steadily(facts: Facts, node: number, signal: string): Monotone {
  if (!facts.reads(node).has(signal)) return "0";
  return isTotal(facts.program, node, facts.range) ? facts.direction(node, signal) : "?";
}

function ofTerm(facts: Facts, term: Term, signal: string): Monotone {
  const [value, weight] = [steadily(facts, term.node, signal), steadily(facts, term.weight, signal)];
  const { lo, hi } = facts.range(term.node);
  const sign: Monotone = lo >= 0 ? "+" : hi <= 0 ? "-" : "?";
  const gate = term.when === undefined ? "0" : steadily(facts, term.when, signal);
  // Which step is the first may depend on it.
  const once: Monotone = term.rate === "once" && (value !== "0" || gate !== "0") ? "?" : "0";
  const positive: Monotone = facts.range(term.weight).lo >= 0 ? "+" : "?";
  const paid = join(compose(positive, value), compose(weight, sign), compose(gate, sign), once);
  return term.role === "penalty" ? opposite(paid) : paid;
}

function ofTotal(facts: Facts, program: Program, total: number, terms: ReadonlyMap<string, Monotone>, signal: string): Monotone {
  const parts = program.nodes.flatMap((node, id) => {
    if (node.op === "terms") return [compose(facts.directionIn(total, id), join(...terms.values()))];
    return node.op === "term" ? [compose(facts.directionIn(total, id), terms.get(node.name) ?? "?")] : [];
  });
  const moving = [...terms.values()].some((direction) => direction !== "0");
  if (!isTotal(program, total, facts.range)) return moving || facts.reads(total).has(signal) ? "?" : "0";
  const direct = facts.direction(total, signal);
  // What `total` makes of terms that are outside their range is not known.
  return moving && direct !== "0" ? "?" : join(direct, ...parts);
}

interface Pair {
  low: Played;
  high: Played;
  from: Value;
  to: Value;
}

interface Trial {
  value: Value;
  episode: Episode;
}

/** Two episodes that differ in the signal alone, paid the other way round. */
function counterexample(facts: Facts, name: string, sign: 1 | -1): Pair | undefined {
  for (const trials of families(facts, name)) {
    const played = playAll(
      facts,
      trials.map(({ episode }, index) => ({ name: String(index), episode })),
    );
    const tried = played
      .map((one) => ({ one, value: trials[Number(one.name)]!.value }))
      .sort((a, b) => levelOf(a.value) - levelOf(b.value));
    for (const [index, high] of tried.entries()) {
      const low = tried
        .slice(0, index)
        .find((other) => levelOf(other.value) < levelOf(high.value) && sign * (high.one.paid - other.one.paid) < -1e-9);
      if (low !== undefined) return { low: low.one, high: high.one, from: low.value, to: high.value };
    }
  }
  return undefined;
}

/** A vector is raised in all its components alike. */
const levelOf = (value: Value): number => Number(Array.isArray(value) ? value[0] : value);

/** Episodes that are the same but for the signal: around the scenarios, then around every other signal's telling values. */
function* families(facts: Facts, name: string): Generator<Trial[]> {
  const { program, must: quiet } = possibleOf(facts);
  const signal = program.signals.find((candidate) => candidate.name === name);
  if (signal === undefined) return;
  const around = new Map<string, Trial[]>();
  for (const made of variations(facts, [name])) {
    const key = made.name.slice(0, made.name.lastIndexOf(" with "));
    around.set(key, [...(around.get(key) ?? []), made]);
  }
  yield* around.values();
  const others = program.signals.filter((other) => other.name !== name).slice(0, 24);
  const bases = [quiet, ...others.flatMap((other) => tellingValues(other).map((value) => ({ ...quiet, [other.name]: value })))];
  for (const base of bases) {
    for (const steps of lengthsOf(facts)) {
      yield tellingValues(signal).map((value) => ({
        value,
        episode: build(facts, { ...base, [name]: value }, Math.min(steps, 200)),
      }));
    }
  }
}
