// Differences between records of which only one side counts: max(0, Δ), clip(Δ, 0, 1), `if Δ > 0`, |Δ|. It must not know terms.
import type { NodeId, Program } from "../../runtime/program.ts";
import type { Classes } from "./classify-nodes.ts";
import { combineLinearly, constantOf } from "./combine-linearly.ts";
import { type Difference, findDifferences } from "./find-difference.ts";

export interface Rectified {
  /** Of a comparison: its left side minus its right side. */
  difference: Difference;
  /** `rise` counts one direction, `indicator` pays a fixed amount for one direction, `size` counts both. */
  kind: "rise" | "indicator" | "size";
  /** Where the rectifier stands. */
  node: NodeId;
}

const sizes: ReadonlySet<string> = new Set(["abs", "norm", "sumsq"]);
const comparisons: ReadonlySet<string> = new Set(["less", "less_equal", "greater", "greater_equal"]);

/** A rectified difference inside these is still one: they keep which of two values is the higher, or their sign. */
const through: ReadonlySet<string> = new Set(
  "negate add subtract multiply divide and min max clip sqrt tanh power log1p".split(" "),
);

/** The first rectified difference on the way from a value down through signs, factors, sums, branches, bounds and curves. */
export function findRectified(program: Program, classes: Classes, root: NodeId): Rectified | undefined {
  const seen = new Set<NodeId>();
  const visit = (id: NodeId): Rectified | undefined => {
    if (seen.has(id)) return undefined;
    seen.add(id);
    const node = program.nodes[id];
    if (node?.op === "if") return visit(node.args[0]) ?? visit(node.args[1]) ?? visit(node.args[2]);
    if (node?.op !== "apply") return undefined;
    const here = rectifiedHere(program, classes, id);
    if (here !== undefined) return here;
    if (!through.has(node.operator)) return undefined;
    for (const arg of node.args) {
      const found = visit(arg);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(root);
}

function rectifiedHere(program: Program, classes: Classes, id: NodeId): Rectified | undefined {
  const node = program.nodes[id];
  if (node?.op !== "apply") return undefined;
  const [a, b, c] = node.args;
  const difference = (arg: NodeId | undefined) => (arg === undefined ? undefined : numericDifference(program, classes, arg));
  if (node.operator === "max" || node.operator === "min") {
    const bounded = node.args.some((arg) => constantOf(program, arg) !== undefined);
    const found = bounded ? node.args.map(difference).find((part) => part !== undefined) : undefined;
    return found && { difference: found, kind: "rise", node: id };
  }
  if (node.operator === "clip" && isLopsided(program, b, c)) return wrap(difference(a), "rise", id);
  if (node.operator === "ramp") return wrap(difference(a), "rise", id);
  const even = node.operator === "power" && b !== undefined && (constantOf(program, b) ?? 1) % 2 === 0;
  if (even || sizes.has(node.operator)) return wrap(difference(a), "size", id);
  if (!comparisons.has(node.operator) || a === undefined || b === undefined) return undefined;
  return wrap(difference(a) ?? reversed(difference(b)) ?? compared(program, classes, a, b), "indicator", id);
}

/** As the left side minus the right side sees it. */
const reversed = (difference: Difference | undefined): Difference | undefined =>
  difference && { of: difference.of, now: -difference.now, before: -difference.before };

const wrap = (difference: Difference | undefined, kind: Rectified["kind"], node: NodeId): Rectified | undefined =>
  difference && { difference, kind, node };

/** Bounds that cut one side shorter than the other. */
function isLopsided(program: Program, lo: NodeId | undefined, hi: NodeId | undefined): boolean {
  const [low, high] = [lo, hi].map((bound) => (bound === undefined ? undefined : constantOf(program, bound)));
  return low !== undefined && high !== undefined && low + high > 0;
}

function numericDifference(program: Program, classes: Classes, id: NodeId): Difference | undefined {
  const found = findDifferences(program, classes, id)?.differences[0];
  return found !== undefined && isNumber(program, found.of) ? found : undefined;
}

/** `x < prev(x)`: the two sides together are a difference. */
function compared(program: Program, classes: Classes, a: NodeId, b: NodeId): Difference | undefined {
  const [left, right] = [combineLinearly(program, classes, a), combineLinearly(program, classes, b)];
  for (const part of left.parts) {
    const other = right.parts.find((candidate) => candidate.class === part.class && candidate.shift !== part.shift);
    if (other === undefined || part.coefficient * other.coefficient <= 0 || !isNumber(program, part.node)) continue;
    if (part.shift === 0 && other.shift === 1) return { of: part.node, now: part.coefficient, before: -other.coefficient };
    if (part.shift === 1 && other.shift === 0) return { of: other.node, now: -other.coefficient, before: part.coefficient };
  }
  return undefined;
}

function isNumber(program: Program, id: NodeId): boolean {
  const type = program.nodes[id]?.type;
  return type?.kind === "number" || (type?.kind === "vector" && type.of === "number");
}
