// When generated code computes each node: before the steps, on each of them, on all once they have run, after them, or once the
// terms are known.
// It must not know text.
import { bodyOf, readsOf } from "../../runtime/bodies.ts";
import type { Node, NodeId, Program } from "../../runtime/program.ts";

/** Known whatever the input. */
export const CONSTANT = 0;
/** Known from the episode before its steps are walked. */
export const ONCE = 1;
/** One value per row. */
export const ROW = 2;
/** One value per row, which looks at later ones. */
export const TRACE = 3;
/** Known after the steps. */
export const AFTER = 4;
/** One value per row, from what the terms pay. */
export const TOTAL = 5;
export type Phase = typeof CONSTANT | typeof ONCE | typeof ROW | typeof TRACE | typeof AFTER | typeof TOTAL;

/** The phase of every node. */
export function phasesOf(program: Program): Phase[] {
  const timings = new Map(program.signals.map((signal) => [signal.name, signal.timing]));
  const phases: Phase[] = [];
  for (const node of program.nodes) phases.push(phaseOf(node, phases, timings));
  // A state may read terms only through its next value, which comes after the `previous` that reads the state.
  for (let changed = true; changed; ) {
    changed = false;
    program.nodes.forEach((node, id) => {
      const phase = phaseOf(node, phases, timings);
      if (phase !== phases[id]) changed = true;
      phases[id] = phase;
    });
  }
  return phases;
}

function phaseOf(node: Node, phases: readonly Phase[], timings: ReadonlyMap<string, string>): Phase {
  const latest = (args: readonly NodeId[], least: Phase): Phase =>
    args.reduce<Phase>((phase, id) => ((phases[id] ?? CONSTANT) > phase ? phases[id] : phase), least);
  switch (node.op) {
    case "signal":
      return timings.get(node.name) === "step" ? ROW : ONCE;
    case "builtin":
      return node.name === "training" ? CONSTANT : node.name === "group_size" ? ONCE : ROW;
    case "temporal":
      return TRACE;
    case "aggregate":
      return AFTER;
    case "terms":
    case "term":
      return TOTAL;
    case "prev":
    case "state":
    case "window":
      return latest(readsOf(node), ROW);
    case "previous":
      return latest([node.of], ROW);
    default:
      return latest(readsOf(node), CONSTANT);
  }
}

/** What a node reads, the conditions that end an episode included. */
export function reads(program: Program, id: NodeId): NodeId[] {
  const node = program.nodes[id];
  if ((node.op === "builtin" || node.op === "signal") && OUTCOMES.has(node.name)) return program.ends.map((end) => end.node);
  // What belongs to the body of a `for` is written there, not as a value of its own.
  return node.op === "for" ? [...bodyOf(program.nodes, id).outer] : [...readsOf(node)];
}

const OUTCOMES: ReadonlySet<string> = new Set(["terminated", "truncated", "succeeded", "failed"]);

/** Everything `roots` need, each after what it reads. A `previous` reads its track on the row before, so that may come later. */
export function inOrder(program: Program, roots: readonly NodeId[]): NodeId[] {
  const needed = new Set(roots);
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = program.nodes[id];
    for (const read of node.op === "previous" ? [node.of, node.starts] : reads(program, id)) {
      if (!needed.has(read)) waiting.push(read);
      needed.add(read);
    }
  }
  const order: NodeId[] = [];
  const seen = new Set<NodeId>();
  const visit = (id: NodeId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const read of reads(program, id)) visit(read);
    order.push(id);
  };
  // In ascending order arguments mostly come first, so that the recursion stays shallow however deep the expressions are.
  for (const id of [...needed].sort((a, b) => a - b)) visit(id);
  return order;
}
