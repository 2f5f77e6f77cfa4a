// What generated code has to compute, when, and which row values it keeps for after the steps. It must not know text.
import type { NodeId, Program } from "../../runtime/program.ts";
import { labelOf, nameOf, sequenceLabels } from "./labels.ts";
import { freshNames } from "./names.ts";
import { inOrder, type Phase, phasesOf, ROW, reads, TOTAL, TRACE } from "./phases.ts";

export interface Plan {
  program: Program;
  phases: readonly Phase[];
  /** Needed nodes, each after what it reads. */
  order: readonly NodeId[];
  /** Needed nodes that read a node. */
  readers: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** How often a node's expression would be written out. */
  uses: ReadonlyMap<NodeId, number>;
  /** Row values kept for after the steps, with the key of their column. */
  columns: ReadonlyMap<NodeId, string>;
  /** What a node is called that the spec does not name: after what it serves. */
  labels: ReadonlyMap<NodeId, string>;
  /** Something looks back: `prev`, a track or a potential, so that the state before the first step matters. */
  looksBack: boolean;
}

/** Key of the column that tells on which steps an `ends` condition holds. */
export const ENDED = "ended";

/** A value that the function's result depends on, and what its column would be called. */
interface Root {
  id: NodeId;
  label: string;
}

export function makePlan(program: Program): Plan {
  const phases = phasesOf(program);
  const roots = rootsOf(program);
  const ends = program.ends.map(({ node }) => node);
  const order = inOrder(program, [...ends, ...roots.map(({ id }) => id)]);
  const columns = new Map<NodeId, string>();
  const keys = freshNames([], []);
  const keep = ({ id, label }: Root) => {
    if (phases[id] === ROW && !columns.has(id)) columns.set(id, keys.claim(label));
  };
  if (program.ends.length > 0) keys.claim(ENDED);
  for (const root of roots) keep(root);
  for (const id of order) {
    const node = program.nodes[id];
    if (node.op === "aggregate") {
      const { args, where } = node;
      for (const read of [args[0], ...(where === undefined ? [] : [where])]) keep({ id: read, label: labelled(program, read) });
    }
    if (phases[id] === TRACE) for (const read of reads(program, id)) keep({ id: read, label: labelled(program, read) });
    if (phases[id] === TOTAL)
      for (const read of reads(program, id)) if (!isPosition(program, read)) keep({ id: read, label: labelled(program, read) });
  }
  const memory = order.some((id) => phases[id] === ROW && ["prev", "state", "previous"].includes(program.nodes[id].op));
  return {
    program,
    phases,
    order,
    readers: readersOf(program, order),
    uses: countUses(program, order, phases, roots, columns),
    columns,
    labels: new Map([
      ...sequenceLabels(program),
      ...endLabels(program),
      ...roots.map(({ id, label }) => [id, label] as const),
      ...columns,
    ]),
    looksBack: memory || program.shapings.length > 0,
  };
}

const labelled = (program: Program, id: NodeId): string => nameOf(program, id) ?? labelOf(program.nodes[id]);

/** Everything that is paid or shown, in the order of the program. */
function rootsOf(program: Program): Root[] {
  const weighed = [...program.terms, ...program.shapings];
  return [
    ...program.terms.flatMap(({ name, node, when }) => [
      { id: node, label: name },
      ...(when === undefined ? [] : [{ id: when, label: `${name}When` }]),
    ]),
    ...weighed.map(({ name, weight }) => ({ id: weight, label: `${name}Weight` })),
    ...(program.total === undefined ? [] : [{ id: program.total, label: "total" }]),
    ...program.requires.flatMap(({ name, node, otherwise }) => [
      { id: node, label: name },
      { id: otherwise, label: `${name}Cap` },
    ]),
    ...program.shapings.map(({ name, node }) => ({ id: node, label: name })),
    ...[...program.goals, ...program.probes].map(({ name, node }) => ({ id: node, label: name })),
    ...program.limits.flatMap(({ name, node }) => (node === undefined ? [] : [{ id: node, label: name }])),
  ];
}

const endLabels = ({ ends }: Program) =>
  ends.map(
    ({ node, outcome }) => [node, outcome === undefined ? "isOver" : outcome === "success" ? "isSuccess" : "isFailure"] as const,
  );

/** A value that every loop over the steps knows by itself. */
export function isPosition(program: Program, id: NodeId): boolean {
  const node = program.nodes[id];
  return node.op === "builtin" && ["t", "time", "first", "ending"].includes(node.name);
}

function readersOf(program: Program, order: readonly NodeId[]): Map<NodeId, NodeId[]> {
  const readers = new Map<NodeId, NodeId[]>();
  for (const reader of order) {
    if (program.nodes[reader].op === "builtin" || program.nodes[reader].op === "previous") continue;
    for (const id of reads(program, reader)) readers.set(id, [...(readers.get(id) ?? []), reader]);
  }
  return readers;
}

function countUses(
  program: Program,
  order: readonly NodeId[],
  phases: readonly Phase[],
  roots: readonly Root[],
  columns: ReadonlyMap<NodeId, string>,
): Map<NodeId, number> {
  const uses = new Map<NodeId, number>();
  const use = (id: NodeId) => uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const id of order) {
    const node = program.nodes[id];
    // A column is written once, however often it is read.
    const isLater = phases[id] === TOTAL || phases[id] === TRACE;
    const kept = node.op === "aggregate";
    if (node.op === "previous" || node.op === "builtin") continue;
    for (const read of reads(program, id).filter((each) => !(kept && columns.has(each))))
      if (!(isLater && columns.has(read))) use(read);
  }
  for (const { id } of roots) if (!columns.has(id)) use(id);
  for (const id of columns.keys()) use(id);
  for (const { node } of program.shapings) if (columns.has(node)) use(node);
  for (const { node, outcome } of program.ends) {
    use(node);
    const asked = outcome === "success" ? "succeeded" : outcome === "failure" ? "failed" : undefined;
    if (order.some((id) => isBuiltin(program, id, asked))) use(node);
  }
  return uses;
}

const isBuiltin = (program: Program, id: NodeId, name: string | undefined): boolean => {
  const node = program.nodes[id];
  return node.op === "builtin" && node.name === name;
};
