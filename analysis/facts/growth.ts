// How what a term pays grows with the number of steps: not at all, in proportion, or faster; with the reason. Sums over the steps
// inside a value known at the end are followed to what is added up. It must not know rules.
import { type Interval, multiplyIntervals, negateInterval, point } from "../../runtime/interval.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
import { ANY_END, assumeNoEnd } from "./assumptions.ts";
import { boundSum, firstTimeOf, recordOf } from "./bound-sum.ts";
import { argumentsOf } from "./classify-nodes.ts";
import { combineLinearly, constantOf } from "./combine-linearly.ts";
import type { Facts } from "./facts.ts";
import type { Ranges } from "./infer-range.ts";
import { factOf } from "./remember.ts";
import { nodesBelow } from "./trace-reads.ts";
import { type Paid, payment } from "./value-terms.ts";

export type Growth = "bounded" | "linear" | "faster";

/** Something a term pays step by step, directly or through a sum known at the end. */
export interface Stream {
  paid: Paid;
  /** The value of one step. */
  value: NodeId;
  /** Conditions under which it counts. */
  gates: NodeId[];
  /** What one step pays while the episode goes on, signed and weighted. */
  step: Interval;
  growth: Growth;
  /** Why it does not grow; the middle of a sentence. */
  because?: string;
  /** Most steps of an episode on which it can pay, as far as the value itself says: every second one of an edge. */
  share: number;
}

/** Every step payment that is more than a constant 0, in order of the terms. */
export const streamsOf = factOf((facts: Facts): readonly Stream[] => {
  const unended = facts.rangesUnder(assumeNoEnd(facts.program, facts.classes.now, ANY_END));
  return facts.paid.flatMap((paid) => (paid.term.timing === "step" ? [ownStream(facts, paid, unended)] : summed(facts, paid)));
});

function ownStream(facts: Facts, paid: Paid, unended: Ranges): Stream {
  const { term } = paid;
  const gates = term.when === undefined ? [] : [term.when];
  const step = payment(facts.program, term, unended);
  const because = paid.repeats <= 1 ? "it is paid once" : boundedBecause(facts, term.node, gates);
  return { paid, value: term.node, gates, step, ...grown(facts, term.node, because), share: shareOf(facts, term.node, gates) };
}

/** sum(…) over steps and count(…) over steps in a value known at the end, where nothing bounds them on the way. */
function summed(facts: Facts, paid: Paid): Stream[] {
  const { term } = paid;
  const { program } = facts;
  if (facts.length.most <= 1) return [];
  return combineLinearly(program, facts.classes, term.node).parts.flatMap(({ node: id, coefficient }) => {
    const node = program.nodes[id];
    if (node?.op !== "aggregate" || node.axis !== "steps" || !["sum", "count"].includes(node.operator)) return [];
    const value = node.args[0]!;
    const gates = [...(term.when === undefined ? [] : [term.when]), ...(node.where === undefined ? [] : [node.where])];
    const weighted = multiplyIntervals(facts.range(term.weight), multiplyIntervals(facts.range(value), point(coefficient)));
    const signed = term.role === "penalty" ? negateInterval(weighted) : weighted;
    const step = node.where === undefined ? signed : { lo: Math.min(0, signed.lo), hi: Math.max(0, signed.hi) };
    const because = boundedBecause(facts, value, gates);
    return [{ paid, value, gates, step, ...grown(facts, value, because), share: shareOf(facts, value, gates) }];
  });
}

function grown(facts: Facts, value: NodeId, because: string | undefined): Pick<Stream, "growth" | "because"> {
  if (because !== undefined) return { growth: "bounded", because };
  return { growth: runningTotalOf(facts, value) === undefined ? "linear" : "faster" };
}

/** Why the payments of all steps together stay within a bound; undefined where they need not. */
function boundedBecause(facts: Facts, value: NodeId, gates: readonly NodeId[]): string | undefined {
  const { program, classes, range: ranges } = facts;
  const sum = boundSum({ program, classes, ranges }, value);
  if (sum !== undefined && Number.isFinite(sum.hi)) return "its sum is bounded";
  if (gates.some((gate) => firstTimeOf(program, classes, gate) !== undefined)) return "it counts once";
  const parts = [value, ...gates];
  const happening = parts.flatMap((part) => [...facts.reads(part)]).flatMap((name) => facts.signals.get(name) ?? []);
  const latched = happening.filter(({ tags }) => tags.latched !== undefined);
  if (latched.some(({ name }) => parts.some((part) => needs(facts, part, name)))) return "it happens once";
  return parts.some((part) => isCapped(facts, part)) ? "it is capped by what it counts itself" : undefined;
}

/** The value is 0 wherever the bool is false. */
function needs(facts: Facts, value: NodeId, name: string): boolean {
  const never = { signals: new Map([[name, point(0)]]), classes: new Map<number, Interval>() };
  const range = facts.rangesUnder(never)(value);
  return range.lo >= 0 && range.hi <= 0;
}

const comparisons: ReadonlySet<string> = new Set(["less", "less_equal", "greater", "greater_equal", "equal", "not_equal"]);

/** A comparison of what was counted or remembered decides whether it pays, as in `count_so_far(b) <= 3`. */
function isCapped(facts: Facts, root: NodeId): boolean {
  const { program, classes } = facts;
  const remembering = rememberingOf(facts);
  if (remembering[root] !== true) return false;
  for (const id of nodesBelow(program, root)) {
    const node = program.nodes[id];
    if (node?.op !== "apply") continue;
    if (recordOf(program, classes, id) !== undefined) return true;
    if (node.operator === "novelty" && fades(program, node.args[2]) && isKept(facts, node.args[1]!)) return true;
    const sides = comparisons.has(node.operator) || node.operator === "not" || node.operator === "between" ? node.args : [];
    if (sides.some((side) => remembering[side] === true)) return true;
  }
  return false;
}

/** Nodes that read a state: something kept from step to step. */
const rememberingOf = factOf(({ program }: Facts): readonly boolean[] => {
  const remembering: boolean[] = [];
  for (const node of program.nodes)
    remembering.push(node.op === "previous" || node.op === "state" || argumentsOf(node).some((arg) => remembering[arg] === true));
  return remembering;
});

/** The sum of 1/n^power over all n is finite. */
function fades(program: Facts["program"], power: NodeId | undefined): boolean {
  return power === undefined || (constantOf(program, power) ?? 0) > 1;
}

/** A count that is declared, or counted without ever going back. */
export function isKept(facts: Facts, count: NodeId): boolean {
  return rememberingOf(facts)[count] !== true || runningTotalOf(facts, count) !== undefined;
}

/** The state in a value that only ever grows: a running sum, count or maximum, or a track that adds to itself. */
export function runningTotalOf(facts: Facts, root: NodeId): NodeId | undefined {
  const { program } = facts;
  for (const id of nodesBelow(program, root)) {
    const node = program.nodes[id];
    if (node?.op !== "state" || !growsAlong(facts, id, node)) continue;
    // A value may read the total through its state or, within the same step, through what the state becomes.
    const total = [id, node.args[1]].find((part) => facts.directionIn(root, part) === "+");
    if (total !== undefined) return total;
  }
  return undefined;
}

/** next = previous + something that is never negative, or the larger of previous and something. */
function growsAlong({ program, range }: Facts, id: NodeId, { args }: Extract<Node, { op: "state" }>): boolean {
  const isOwn = (part: NodeId): boolean => {
    const node = program.nodes[part];
    return node?.op === "previous" && node.of === id;
  };
  const grows = (part: NodeId): boolean => {
    if (isOwn(part)) return true;
    const node = program.nodes[part];
    if (node?.op === "if") return grows(node.args[1]) && grows(node.args[2]);
    if (node?.op !== "apply") return false;
    if (node.operator === "max") return node.args.some(grows);
    if (node.operator !== "add") return false;
    const [a, b] = node.args as [NodeId, NodeId];
    return (grows(a) && range(b).lo >= 0) || (grows(b) && range(a).lo >= 0);
  };
  return program.nodes[args[1]]?.type.kind === "number" && grows(args[1]);
}

/** An edge, `b and not prev(b)`, holds on every second step at most. */
function shareOf({ program, classes }: Facts, value: NodeId, gates: readonly NodeId[]): number {
  const isEdge = (id: NodeId): boolean => {
    const node = program.nodes[id];
    if (node?.op === "if") return isEdge(node.args[0]);
    if (node?.op !== "apply") return false;
    if (node.operator === "multiply") return node.args.some(isEdge);
    if (node.operator !== "and") return false;
    const [a, b] = node.args as [NodeId, NodeId];
    const excludes = (now: NodeId, other: NodeId): boolean => {
      const negation = program.nodes[other];
      const of = negation?.op === "apply" && negation.operator === "not" ? negation.args[0]! : undefined;
      return of !== undefined && (classes.before[of] === classes.now[now] || classes.before[now] === classes.now[of]);
    };
    return excludes(a, b) || excludes(b, a) || isEdge(a) || isEdge(b);
  };
  return [value, ...gates].some(isEdge) ? 0.5 : 1;
}
