// Everything the patterns know about a program: trust, ranges, directions, differences, and what terms can pay. Pure and lazy:
// each fact is computed on first use. It reads the program only, never text, names or comments.
import type { Interval } from "../../runtime/interval.ts";
import type { Monotone } from "../../runtime/operators/operator.ts";
import type { NodeId, Program, SignalDeclaration, Trust } from "../../runtime/program.ts";
import { type Assumptions, assumeNothing } from "./assumptions.ts";
import { type Classes, classifyNodes } from "./classify-nodes.ts";
import { type EpisodeLength, measureEpisodeLength } from "./episode-length.ts";
import { findDirections, type Seed } from "./find-direction.ts";
import { inferRanges, type Ranges } from "./infer-range.ts";
import { leastTrust } from "./judge-trust.ts";
import { dependenciesOf, traceReads } from "./trace-reads.ts";
import { type Paid, valueTerms } from "./value-terms.ts";

export interface Facts {
  program: Program;
  classes: Classes;
  signals: ReadonlyMap<string, SignalDeclaration>;
  length: EpisodeLength;
  /** Signals a node reads, through prev, states and built-in values. */
  reads(node: NodeId): ReadonlySet<string>;
  /** The least trust among them; undefined for a constant. */
  trust(node: NodeId): Trust | undefined;
  /** Range of a node over everything the declarations allow. */
  range: Ranges;
  /** Ranges where certain things hold on every step. */
  rangesUnder(assumed: Assumptions): Ranges;
  /** Where a node moves when a signal is raised on every step. */
  direction(node: NodeId, signal: string): Monotone;
  /** Where a node moves when a part of it is raised, whatever the part reads. */
  directionIn(node: NodeId, part: NodeId): Monotone;
  /** Worth of every term, in declaration order. */
  paid: readonly Paid[];
  /** What all terms together can pay over an episode, requires and `total` left aside. */
  terms: Interval;
}

const remembered = new WeakMap<Program, Facts>();

/** The facts about a program, the same object on every call. */
export function factsOf(program: Program): Facts {
  const known = remembered.get(program);
  if (known !== undefined) return known;
  const facts = computeFacts(program);
  remembered.set(program, facts);
  return facts;
}

function computeFacts(program: Program): Facts {
  const classes = classifyNodes(program);
  const reads = traceReads(program);
  const signals = new Map(program.signals.map((signal) => [signal.name, signal]));
  const length = measureEpisodeLength(program, reads, signals);
  const rangesUnder = (assumed: Assumptions) => inferRanges(program, classes.now, assumed);
  const range = rangesUnder(assumeNothing());
  const directions = new Map<string, (node: NodeId) => Monotone>();
  const paid = valueTerms({ program, classes, length }, range);
  const nothing: ReadonlySet<string> = new Set();
  return {
    program,
    classes,
    signals,
    length,
    reads: (node) => reads[node] ?? nothing,
    trust: (node) => leastTrust([...(reads[node] ?? nothing)].flatMap((name) => signals.get(name) ?? [])),
    range,
    rangesUnder,
    direction(node, signal) {
      const known = directions.get(signal) ?? findDirections(program, signalSeed(program, reads, signal), range);
      directions.set(signal, known);
      return known(node);
    },
    directionIn: (node, part) => findDirections(program, partSeed(program, classes.now, part), range)(node),
    paid,
    terms: paid.reduce((sum, { episode }) => ({ lo: sum.lo + episode.lo, hi: sum.hi + episode.hi }), { lo: 0, hi: 0 }),
  };
}

function signalSeed(program: Program, reads: readonly ReadonlySet<string>[], name: string): Seed {
  return {
    is: (id) => isSignal(program, id, name),
    reaches: (id) => reads[id]?.has(name) === true,
  };
}

function isSignal(program: Program, id: NodeId, name: string): boolean {
  const node = program.nodes[id];
  return node?.op === "signal" && node.name === name;
}

function partSeed(program: Program, classes: readonly number[], part: NodeId): Seed {
  const reached = program.nodes.map((_, id) => classes[id] === classes[part]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, node] of program.nodes.entries()) {
      if (reached[id] === true || !dependenciesOf(program, node).some((other) => reached[other] === true)) continue;
      reached[id] = true;
      grew = true;
    }
  }
  return { is: (id) => classes[id] === classes[part], reaches: (id) => reached[id] === true };
}
