// Whether a value can be computed on every record that the declarations allow: nothing in it divides by zero, takes the root of
// a negative number, or folds nothing. Unknown means no. What the terms pay counts as known. It must not know terms.
import { isBounded } from "../../runtime/interval.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Category } from "../../runtime/operators/operator.ts";
import type { Node, NodeId, Program } from "../../runtime/program.ts";
import type { Ranges } from "./infer-range.ts";
import { dependenciesOf } from "./trace-reads.ts";

/** Whatever finite numbers these are given, they give one back, but for the exceptions. */
const total: ReadonlySet<Category> = new Set(["comparison", "logic", "elementary", "bounding", "text"]);
const partial: ReadonlySet<string> = new Set(
  "power tan asin acos acosh atanh log10 log2 log1p logit number integer json_get regex".split(" "),
);
const overNothing: ReadonlySet<string> = new Set(["sum", "product", "count", "any", "all"]);
const overSomething: ReadonlySet<string> = new Set(["mean", "min", "max", "median", "first", "last", "std"]);
const memories: ReadonlySet<Node["op"]> = new Set(["prev", "previous", "state", "window"]);

export function isTotal(program: Program, root: NodeId, ranges: Ranges): boolean {
  const seen = new Set([root]);
  const ops = new Set<Node["op"]>();
  for (const id of seen) {
    const node = program.nodes[id];
    if (node === undefined || !isTotalHere(program, node, ranges)) return false;
    ops.add(node.op);
    for (const part of neededParts(program, node, ranges)) seen.add(part);
  }
  // Nothing is paid in the state before the first step.
  if ((ops.has("terms") || ops.has("term")) && [...memories].some((op) => ops.has(op))) return false;
  return !ops.has("infinity") || isBounded(ranges(root));
}

/** What is missing is replaced by `??`, whatever the reason; an infinity is not. */
function neededParts(program: Program, node: Node, ranges: Ranges): readonly NodeId[] {
  if (node.op !== "default") return dependenciesOf(program, node);
  const [value, otherwise] = node.args;
  const isText = program.nodes[value]?.type.kind === "text";
  const isNumber = node.type.kind === "number" || node.type.kind === "bool";
  return isText || (isNumber && isBounded(ranges(value))) ? [otherwise] : node.args;
}

function isTotalHere(program: Program, node: Node, ranges: Ranges): boolean {
  switch (node.op) {
    case "apply":
      return node.optional !== true && isTotalOperator(node.operator, node.args, ranges);
    case "reduce":
      if (node.args.length !== 1 || !staysFinite(node.operator, node.args[0]!, ranges)) return false;
      if (overNothing.has(node.operator)) return true;
      return overSomething.has(node.operator) && program.nodes[node.args[0]!]?.type.kind === "vector";
    case "aggregate":
      if (node.args.length !== 1 || !staysFinite(node.operator, node.args[0]!, ranges)) return false;
      return overNothing.has(node.operator) || (node.where === undefined && overSomething.has(node.operator));
    case "signal":
    case "param":
    case "builtin":
    case "constant":
    case "pattern":
    case "vector":
    case "component":
    case "if":
    case "default":
    case "prev":
    case "previous":
    case "state":
      return node.optional !== true;
    case "infinity":
    case "terms":
    case "term":
      return true;
    default:
      return false;
  }
}

/** Sums and products of anything may be ∞. */
function staysFinite(operator: string, element: NodeId, ranges: Ranges): boolean {
  return !["sum", "product", "mean", "std"].includes(operator) || isBounded(ranges(element));
}

function isTotalOperator(name: string, args: readonly NodeId[], ranges: Ranges): boolean {
  const [a, b] = args.map(ranges);
  if (name === "divide" || name === "modulo") return a !== undefined && isBounded(a) && b !== undefined && (b.lo > 0 || b.hi < 0);
  if (name === "sqrt") return a !== undefined && a.lo >= 0;
  if (name === "log") return a !== undefined && a.lo > 0;
  if (name === "power")
    return (
      a !== undefined && isBounded(a) && b !== undefined && b.lo === b.hi && b.lo >= 0 && (Number.isInteger(b.lo) || a.lo >= 0)
    );
  const share = args[2] === undefined ? undefined : ranges(args[2]);
  if (name === "blend" || name === "debate")
    return share !== undefined && share.lo >= 0 && share.hi <= 1 && args.every((arg) => isBounded(ranges(arg)));
  if (["gate", "swap", "min", "max", "negate"].includes(name)) return true;
  const record = operatorByName.get(name);
  if (record === undefined || partial.has(name)) return false;
  // Sums and products of what is unbounded may be ∞ − ∞ or 0 · ∞.
  if (record.category === "arithmetic" || record.category === "vector") return args.every((arg) => isBounded(ranges(arg)));
  if (name === "exp" || name === "sinh" || name === "cosh") return a !== undefined && a.hi < 700 && a.lo > -700;
  return (total.has(record.category) && !record.result.endsWith("?")) || record.result === "bool";
}
