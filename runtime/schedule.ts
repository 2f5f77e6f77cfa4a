// In which order nodes are computed: dependencies, loops through tracks, and the points where whole columns must be complete.
// It must not know kernels or values.
import { bodyOf, readsOf } from "./bodies.ts";
import { type Lane, STEP } from "./columns.ts";
import type { Node, NodeId, Program } from "./program.ts";

/** Nodes that are computed together: one, or all those of a loop through tracks, which run row by row. */
export interface Unit {
  members: NodeId[];
  loop: boolean;
  lane: Lane;
  /** Computed for the whole block at once, not row by row: whatever it reads is complete by then. */
  whole: boolean;
  /** Everything of a lower stage is complete for the whole block before this stage begins. */
  stage: number;
  /** Reads what the terms pay. */
  afterTerms: boolean;
}

/** Not nodes, but computed in their turn: what ends an episode, and what the terms pay. */
export const outcomeOf = (program: Program): NodeId => program.nodes.length;
export const termsOf = (program: Program): NodeId => program.nodes.length + 1;

/** A declaration may shadow the other two, but these stay the same values where they are declared as signals. */
const RECORDED = new Set(["terminated", "truncated"]);
const OUTCOME = new Set([...RECORDED, "succeeded", "failed"]);

/** Whether the node is one of the values that say how the episode ends. */
export function readsOutcome(node: Node): boolean {
  return (node.op === "builtin" && OUTCOME.has(node.name)) || (node.op === "signal" && RECORDED.has(node.name));
}

/** Every node another one needs, the two above included. */
export function dependencies(program: Program, id: NodeId): NodeId[] {
  if (id === outcomeOf(program)) return program.ends.map((end) => end.node);
  if (id === termsOf(program)) {
    return program.terms.flatMap((term) => (term.when === undefined ? [] : [term.when]).concat(term.node, term.weight));
  }
  const node: Node = program.nodes[id];
  if (node.op === "previous") return [node.of, node.starts];
  if (node.op === "terms" || node.op === "term") return [termsOf(program)];
  if (readsOutcome(node)) return [outcomeOf(program)];
  return node.op === "for" ? [...bodyOf(program.nodes, id).outer] : [...readsOf(node)];
}

/** What `roots` need, in order of stage; within a stage first what is computed as a whole, then row by row; each after what it needs. */
export function schedule(program: Program, roots: readonly NodeId[], lanes: readonly Lane[]): Unit[] {
  const unitOf = new Map<NodeId, Unit>();
  const units: Unit[] = [];
  for (const members of components(program, roots)) {
    const lane = members.length > 1 ? STEP : (lanes[members[0]] ?? 1);
    const own = new Set(members);
    const needs = members.flatMap((id) => dependencies(program, id));
    const unit: Unit = {
      members,
      loop: members.length > 1 || needs.some((id) => own.has(id)),
      lane,
      whole: lane !== STEP || program.nodes[members[0]]?.op === "temporal",
      stage: 0,
      afterTerms: false,
    };
    for (const id of needs) {
      const needed = unitOf.get(id);
      if (!needed) continue;
      const waits = unit.whole && !needed.whole;
      unit.stage = Math.max(unit.stage, needed.stage + (waits ? 1 : 0));
      if (needed.afterTerms || id === termsOf(program)) unit.afterTerms = true;
    }
    for (const id of members) unitOf.set(id, unit);
    units.push(unit);
  }
  return units.sort((a, b) => a.stage - b.stage || Number(b.whole) - Number(a.whole));
}

/** Strongly connected components (Tarjan 1972), each after those it depends on; members in the order of their ids. */
function components(program: Program, roots: readonly NodeId[]): NodeId[][] {
  const index = new Map<NodeId, number>();
  const low = new Map<NodeId, number>();
  const open: NodeId[] = [];
  const isOpen = new Set<NodeId>();
  const found: NodeId[][] = [];
  const visit = (id: NodeId): void => {
    const at = index.size;
    index.set(id, at);
    low.set(id, at);
    open.push(id);
    isOpen.add(id);
    for (const next of dependencies(program, id)) {
      if (!index.has(next)) visit(next);
      if (isOpen.has(next)) low.set(id, Math.min(low.get(id)!, low.get(next)!));
    }
    if (low.get(id) !== at) return;
    const members = open.splice(open.lastIndexOf(id));
    for (const member of members) isOpen.delete(member);
    found.push(members.sort((a, b) => a - b));
  };
  // In ascending order arguments come first, so that the recursion stays shallow however deep the expressions are.
  for (const id of [...reachable(program, roots)].sort((a, b) => a - b)) if (!index.has(id)) visit(id);
  return found;
}

export function reachable(program: Program, roots: readonly NodeId[]): Set<NodeId> {
  const seen = new Set(roots);
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of dependencies(program, id)) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}
