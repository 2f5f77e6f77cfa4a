// What the goals count up and down, formula by formula, and what they want near 0: goals taken apart along sums, folds over the
// steps and comparisons. It must not know terms.
import type { Named, Node, NodeId, Program } from "../../runtime/program.ts";
import { combineLinearly, constantOf } from "./combine-linearly.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";

export interface GoalPart {
  node: NodeId;
  class: number;
  /** More of it is wanted (1) or unwanted (-1). */
  sign: 1 | -1;
  /** It counts as a number, not only on one side of a threshold. */
  graded: boolean;
  of: Named;
}

/** A formula that should be near 0, whichever its sign: the goal (or an end as failure) looks at its size alone. */
export interface Deviation {
  inner: NodeId;
  /** Says who looks at it: "the goal 'g'", "a failing end". */
  by: string;
  source: readonly [number, number];
}

export interface GoalParts {
  /** By class; what one goal counts up and another down is left out. */
  parts: ReadonlyMap<number, GoalPart>;
  deviations: readonly Deviation[];
}

const folds: ReadonlySet<string> = new Set(["sum", "mean", "last", "first", "min", "max", "count", "any", "all", "median"]);

export const goalPartsOf = factOf(({ program, classes }: Facts): GoalParts => {
  const parts = new Map<number, GoalPart | undefined>();
  const deviations: Deviation[] = [];
  const visit = (id: NodeId, sign: 1 | -1, graded: boolean, of: Named, by: string): void => {
    for (const part of combineLinearly(program, classes, id).parts) {
      if (part.shift !== 0) continue;
      const node = program.nodes[part.node];
      const way = (part.coefficient > 0 ? sign : -sign) as 1 | -1;
      if (node === undefined) continue;
      const inner = innerOf(program, node);
      if (inner !== undefined) visit(inner, way, graded, of, by);
      else if (!splitCondition(program, node, way, (at, on) => visit(at, on, false, of, by))) {
        const known = parts.get(part.class);
        const clashes = parts.has(part.class) && known?.sign !== way;
        if (of.name !== "")
          parts.set(part.class, clashes ? undefined : (known ?? { node: part.node, class: part.class, sign: way, graded, of }));
        const deviation = way < 0 ? sizeOf(program, node) : undefined;
        if (deviation !== undefined) deviations.push({ inner: deviation, by, source: of.source });
      }
    }
  };
  for (const goal of program.goals)
    visit(goal.node, 1, program.nodes[goal.node]?.type.kind === "number", goal, `the goal '${goal.name}'`);
  for (const end of program.ends)
    if (end.outcome === "failure")
      visit(end.node, -1, false, { name: "", node: end.node, source: end.source }, "an end as failure");
  return { parts: new Map([...parts].flatMap(([key, part]) => (part === undefined ? [] : [[key, part]]))), deviations };
});

/** What a fold over the steps folds. */
function innerOf(_: Program, node: Node): NodeId | undefined {
  return node.op === "aggregate" && node.axis === "steps" && node.where === undefined && folds.has(node.operator)
    ? node.args[0]
    : undefined;
}

/** Visits both sides of a comparison and the parts of a condition; false for anything else. */
function splitCondition(_: Program, node: Node, way: 1 | -1, visit: (id: NodeId, way: 1 | -1) => void): boolean {
  if (node.op !== "apply") return false;
  const [a, b] = node.args;
  if (node.operator === "and" || node.operator === "or") for (const part of node.args) visit(part, way);
  else if (node.operator === "not") visit(a!, -way as 1 | -1);
  else if (/^(less|greater)/.test(node.operator)) {
    const up = node.operator.startsWith("greater") ? way : (-way as 1 | -1);
    visit(a!, up);
    visit(b!, -up as 1 | -1);
  } else return false;
  return true;
}

/** The x of |x| and of an even power of x. */
export function sizeOf(program: Program, node: Node): NodeId | undefined {
  if (node.op !== "apply") return undefined;
  const [a, b] = node.args;
  if (node.operator === "abs" || node.operator === "sumsq") return a;
  const exponent = node.operator === "power" && b !== undefined ? constantOf(program, b) : undefined;
  if (exponent !== undefined && exponent > 0 && exponent % 2 === 0) return a;
  return node.operator === "multiply" && a === b ? a : undefined;
}
