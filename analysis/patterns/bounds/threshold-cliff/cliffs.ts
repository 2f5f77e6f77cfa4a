// Jumps of pay at a threshold beyond which the goal still moves, penalties that stop where the goal goes on falling, and jumps on
// a signal no goal asks for. It must not know messages.
import type { NodeId } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { type Profile, profilesOf, type Run } from "../../../facts/profile.ts";
import type { Paid } from "../../../facts/value-terms.ts";

export interface Cliff {
  kind: "edge" | "cap";
  profile: Profile;
  run: Run;
  paid: Paid;
  at: number;
  /** What changes there, or is charged at most. */
  size: number;
  /** Part of what the goal can move along the signal that lies beyond. */
  share: number;
}

export interface Thresholds {
  jump: number;
  beyond: number;
}

export function cliffs(facts: Facts, { jump, beyond }: Thresholds): Cliff[] {
  const earned = facts.paid.reduce((sum, { once }) => sum + Math.max(0, once.hi), 0);
  return profilesOf(facts).flatMap((profile) =>
    profile.runs.flatMap((run) => {
      const edge = edgeOf(facts, profile, run, beyond);
      if (edge !== undefined && edge.size >= jump * earned) return [edge];
      return capOf(profile, run, beyond) ?? [];
    }),
  );
}

/** The best pay begins with a jump, and the goal gets better on its far side. */
function edgeOf(facts: Facts, profile: Profile, run: Run, beyond: number): Cliff | undefined {
  // A veto on a pay that is graded itself is no line to sit at.
  const { name } = profile.signal;
  const paid = profile.terms.find(
    ({ term }) =>
      term.role === "objective" && (facts.reads(term.node).has(name) || facts.range(term.node).lo === facts.range(term.node).hi),
  );
  if (paid === undefined || run.pay < profile.pay.best || profile.signal.integer === true) return undefined;
  for (const upward of [true, false]) {
    const [jumps, before, at] = upward ? [run.jumpsBelow, run.below, run.from] : [run.jumpsAbove, run.above, run.to];
    const edge = upward ? run.goal.from : run.goal.to;
    const share = (run.goal.best - edge) / profile.moves;
    if (jumps && before !== undefined && before < run.pay && share >= beyond)
      return { kind: "edge", profile, run, paid, at, size: run.pay - before, share };
  }
  return undefined;
}

/** The worst pay is reached by degrees and ends there, with a threshold of the goal beyond it. */
function capOf(profile: Profile, run: Run, beyond: number): Cliff | undefined {
  if (run.pay > profile.pay.worst || profile.pay.worst >= profile.pay.best) return undefined;
  const paid = profile.terms.find(({ once }) => once.lo < 0);
  if (paid === undefined) return undefined;
  for (const upward of [true, false]) {
    const [jumps, before, at, end] = upward
      ? [run.jumpsBelow, run.below, run.from, run.above]
      : [run.jumpsAbove, run.above, run.to, run.below];
    const edge = upward ? run.goal.from : run.goal.to;
    const share = (edge - run.goal.worst) / profile.moves;
    const margin = 0.01 * profile.width;
    const further = profile.goalBreaks.some((bend) => bend > run.from && bend < run.to && Math.abs(bend - at) > margin);
    if (!jumps && before !== undefined && end === undefined && before > run.pay && share >= beyond && further)
      return { kind: "cap", profile, run, paid, at, size: -run.pay, share };
  }
  return undefined;
}

export interface Unasked {
  paid: Paid;
  comparison: NodeId;
  signal: string;
  size: number;
  /** What the goals read and no term does. */
  wanted: string[];
}

/** Most of what can be earned is an indicator of a continuous signal that no goal asks for, and nothing the goals ask for is paid. */
export function unaskedJumps(facts: Facts, jump: number): Unasked[] {
  const { program } = facts;
  if (program.goals.length === 0) return [];
  const wanted = new Set(program.goals.flatMap(({ node }) => [...facts.reads(node)]));
  const read = (paid: Paid) => [
    ...facts.reads(paid.term.node),
    ...(paid.term.when === undefined ? [] : facts.reads(paid.term.when)),
  ];
  const earning = facts.paid.filter(({ once }) => once.hi > 0);
  const earned = earning.reduce((sum, { once }) => sum + once.hi, 0);
  if (wanted.size === 0 || facts.paid.some((paid) => paid.weight !== 0 && read(paid).some((name) => wanted.has(name)))) return [];
  return earning.flatMap((paid) => {
    const comparison = indicatorOf(facts, paid);
    const names = read(paid);
    const signal = names
      .map((name) => facts.signals.get(name))
      .find((one) => one?.type.kind === "number" && one.integer !== true);
    if (comparison === undefined || signal === undefined || names.length !== 1 || paid.once.hi < jump * earned) return [];
    return [{ paid, comparison, signal: signal.name, size: paid.once.hi, wanted: [...wanted] }];
  });
}

/** A comparison that is paid as it stands, as a branch of two fixed amounts, or as a condition of one. */
function indicatorOf({ program, range }: Facts, { term }: Paid): NodeId | undefined {
  const isComparison = (id: NodeId | undefined): id is NodeId => {
    const node = id === undefined ? undefined : program.nodes[id];
    return node?.op === "apply" && /^(less|greater|between)/.test(node.operator);
  };
  const node = program.nodes[term.node];
  const fixed = (id: NodeId) => range(id).lo === range(id).hi;
  if (isComparison(term.node)) return term.node;
  if (node?.op === "if" && isComparison(node.args[0]) && fixed(node.args[1]) && fixed(node.args[2])) return node.args[0];
  if (node?.op === "apply" && node.operator === "multiply") return node.args.find(isComparison);
  return fixed(term.node) && isComparison(term.when) ? term.when : undefined;
}
