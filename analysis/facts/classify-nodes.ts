// Which nodes compute the same value: one class number per node, whatever their position in the text. It must not know rules.
import { readsOf } from "../../runtime/bodies.ts";
import type { Node, NodeId, Program } from "../../runtime/program.ts";

/** The arguments of a node, in order; a `previous` has its start value, because the state itself comes later. */
export function argumentsOf(node: Node): readonly NodeId[] {
  return readsOf(node);
}

/** What tells two nodes with the same arguments apart. Not the unit: a bare 0 is the same number in every unit. */
function identityOf(node: Node): unknown[] {
  switch (node.op) {
    case "constant":
      return [typeof node.value, node.value];
    case "pattern":
      return [node.pattern, node.flags, node.literal];
    case "component":
      return [node.components, node.scalar];
    case "signal":
    case "param":
    case "builtin":
    case "term":
    case "state":
      return [node.name];
    case "previous":
      return [node.of];
    case "reduce":
    case "apply":
      return [node.operator];
    case "aggregate":
      return [node.operator, node.axis, node.where];
    case "window":
      return [node.operator, node.steps, node.where];
    case "for":
      return [node.bound];
    case "bound":
      return [node.name, node.source];
    case "temporal":
      return [node.operator, node.from, node.to, node.nothing];
    case "scenario":
      return [node.scenario, node.member];
    case "column":
      return [node.path];
    default:
      return [];
  }
}

export interface Classes {
  /** Class of each node by id: equal numbers, equal values on every trajectory. */
  now: readonly number[];
  /** The class whose value on the record before this node is: of prev(x), x; of abs(prev(x)), abs(x). */
  before: readonly (number | undefined)[];
}

export function classifyNodes(program: Program): Classes {
  const known = new Map<string, number>();
  const now: number[] = [];
  for (const [id, node] of program.nodes.entries()) {
    const key = keyOf(
      node,
      argumentsOf(node).map((arg) => now[arg] ?? arg),
    );
    const same = known.get(key) ?? id;
    known.set(key, same);
    now.push(same);
  }
  const before: (number | undefined)[] = [];
  for (const node of program.nodes) before.push(shiftedClass(program, node, now, before, known));
  return { now, before };
}

function keyOf(node: Node, args: readonly unknown[]): string {
  return JSON.stringify([node.op, ...identityOf(node), args]);
}

/** Its value on the record before is not that of its arguments there: it remembers, looks ahead, or goes through elements. */
const isOwn = ({ op }: Node): boolean => ["previous", "state", "temporal", "window", "bound", "for"].includes(op);

function shiftedClass(
  program: Program,
  node: Node,
  now: readonly number[],
  before: readonly (number | undefined)[],
  known: ReadonlyMap<string, number>,
): number | undefined {
  if (node.op === "prev") return now[node.args[0]];
  if (node.op === "previous") return now[node.of];
  if (isOwn(node) || node.timing !== "step") return undefined;
  const args = argumentsOf(node);
  if (args.length === 0) return undefined;
  const unshifted = args.map((arg) => (program.nodes[arg]?.timing === "step" ? before[arg] : now[arg]));
  return unshifted.includes(undefined) ? undefined : known.get(keyOf(node, unshifted));
}
