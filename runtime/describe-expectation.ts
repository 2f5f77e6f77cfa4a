// An expectation in numbers: what each scenario paid, and by which margins. It must not know how they were computed.
import type { Node, NodeId, Program } from "./program.ts";
import { dependencies } from "./schedule.ts";

/** One sentence or two, such as "honest pays 1.35, padded pays 0.2. honest − padded = 1.15, asked at least 0.5." */
export function describeExpectation(program: Program, root: NodeId, numberAt: (id: NodeId) => number): string {
  const paid = unique(
    scenariosIn(program, root).map((id) => describeValue(program.nodes[id] as ScenarioNode, program.nodes[id], numberAt(id))),
  );
  const margins = unique(comparisonsIn(program, root).flatMap((id) => describeMargin(program, id, numberAt) ?? []));
  return [paid.join(", "), margins.join("; ")]
    .filter((part) => part !== "")
    .map((part) => `${part}.`)
    .join(" ");
}

type ScenarioNode = Node & { op: "scenario" };

/** How a scenario, or a member of it, is written. */
export function labelOf(node: ScenarioNode): string {
  return node.member === undefined ? node.scenario : `${node.scenario}.${node.member.name}`;
}

function describeValue(node: ScenarioNode, { type }: Node, value: number): string {
  const text = type.kind === "bool" ? (value === 1 ? "true" : value === 0 ? "false" : "unknown") : shortNumber(value);
  return `${labelOf(node)} ${node.member === undefined || node.member.kind === "term" ? "pays" : "is"} ${text}`;
}

/** Up to six digits that count. */
export function shortNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(6))) : "nothing";
}

/** Nodes below `root` in the order in which they are written. */
function scenariosIn(program: Program, root: NodeId): NodeId[] {
  if (program.nodes[root].op === "scenario") return [root];
  return dependencies(program, root).flatMap((id) => scenariosIn(program, id));
}

/** The comparisons all of which have to hold. */
function comparisonsIn(program: Program, root: NodeId): NodeId[] {
  const node = program.nodes[root];
  if (node.op !== "apply") return [];
  return node.operator === "and" ? node.args.flatMap((id) => comparisonsIn(program, id)) : [root];
}

const SIGNS: Record<string, { up: boolean; asked: string }> = {
  greater: { up: true, asked: "more than" },
  greater_equal: { up: true, asked: "at least" },
  less: { up: false, asked: "more than" },
  less_equal: { up: false, asked: "at least" },
};

function describeMargin(program: Program, id: NodeId, numberAt: (id: NodeId) => number): string | undefined {
  const node = program.nodes[id] as Node & { op: "apply" };
  const sign = SIGNS[node.operator];
  if (!sign) return undefined;
  const [more, less] = sign.up ? node.args : [node.args[1], node.args[0]];
  const difference = program.nodes[more];
  // `a > b by m` arrives as a − b >= m.
  const between = difference.op === "apply" && difference.operator === "subtract" ? difference.args : [more, less];
  const [a, b] = between.map((side) => program.nodes[side]);
  if (a.op !== "scenario" || b.op !== "scenario") return undefined;
  const asked = between[0] === more ? 0 : numberAt(less);
  const reached = numberAt(between[0]) - numberAt(between[1]);
  return `${labelOf(a)} − ${labelOf(b)} = ${shortNumber(reached)}, asked ${sign.asked} ${shortNumber(asked)}`;
}

const unique = (texts: string[]): string[] => [...new Set(texts)];
