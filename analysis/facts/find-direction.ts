// In which direction a value moves when one signal is raised on every step alike: +, -, 0 (not at all) or ? (not known).
// By the operators' own records. It must not know terms.
import type { Interval } from "../../runtime/interval.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Monotone } from "../../runtime/operators/operator.ts";
import type { Node, NodeId, Program } from "../../runtime/program.ts";
import type { Ranges } from "./infer-range.ts";
import { isTotal } from "./is-total.ts";
import { endsBehind } from "./trace-reads.ts";

const rising: ReadonlySet<string> = new Set(["sum", "mean", "min", "max", "any", "all", "count", "first", "last"]);

/** Direction of a function of something that itself has a direction. */
export function compose(outer: Monotone, inner: Monotone): Monotone {
  if (outer === "0" || inner === "0") return "0";
  if (outer === "?" || inner === "?") return "?";
  return outer === inner ? "+" : "-";
}

/** Direction of a sum of parts with these directions. */
export function join(...parts: Monotone[]): Monotone {
  const moving = parts.filter((part) => part !== "0");
  if (moving.length === 0) return "0";
  return moving.every((part) => part === moving[0]) ? moving[0]! : "?";
}

export function opposite(direction: Monotone): Monotone {
  return compose("-", direction);
}

/** What is raised: the nodes that move by definition, and which nodes depend on them at all. */
export interface Seed {
  is(id: NodeId): boolean;
  reaches(id: NodeId): boolean;
}

/** Direction of every node in the seed; `ranges` decide signs of factors and which branch is higher. */
export function findDirections(program: Program, seed: Seed, ranges: Ranges): (node: NodeId) => Monotone {
  const known: (Monotone | undefined)[] = [];
  const find = (id: NodeId): Monotone => {
    const done = known[id];
    if (done !== undefined) return done;
    const node = program.nodes[id];
    const still = node === undefined || !seed.reaches(id);
    const found = still ? "0" : seed.is(id) ? "+" : direct(program, node, find, ranges, seed.reaches);
    known[id] = found;
    return found;
  };
  return find;
}

function direct(
  program: Program,
  node: Node,
  find: (id: NodeId) => Monotone,
  ranges: Ranges,
  reaches: (id: NodeId) => boolean,
): Monotone {
  switch (node.op) {
    case "builtin":
      return join(...endsBehind(program, node.name).map(find));
    case "if":
      return branch(node.args, find, ranges);
    case "reduce":
    case "aggregate": {
      const [value, ...extra] = node.args;
      if (node.op === "aggregate" && node.where !== undefined && find(node.where) !== "0") return "?";
      if (extra.some((part) => find(part) !== "0")) return "?";
      return compose(rising.has(node.operator) ? "+" : "?", value === undefined ? "0" : find(value));
    }
    case "apply":
      return applied(program, node.operator, node.args, find, ranges);
    case "default": {
      const [value, otherwise] = node.args;
      // Raising it may be what makes the value missing, or there.
      return reaches(value) && !isTotal(program, value, ranges) ? "?" : join(find(value), find(otherwise));
    }
    case "element":
      return find(node.args[1]) === "0" ? find(node.args[0]) : "?";
    case "state":
    case "previous":
    case "window":
    case "bound":
    case "for":
      return "?";
    default:
      return join(...("args" in node ? (node.args as readonly NodeId[]).map(find) : []));
  }
}

function branch(args: readonly [NodeId, NodeId, NodeId], find: (id: NodeId) => Monotone, ranges: Ranges): Monotone {
  const [condition, yes, no] = args;
  const within = join(find(yes), find(no));
  const switched = find(condition);
  if (switched === "0") return within;
  const [a, b] = [ranges(yes), ranges(no)];
  const step: Monotone = a.lo >= b.hi ? "+" : a.hi <= b.lo ? "-" : "?";
  return join(within, compose(switched, step));
}

function applied(
  program: Program,
  operator: string,
  args: readonly NodeId[],
  find: (id: NodeId) => Monotone,
  ranges: Ranges,
): Monotone {
  const inner = args.map(find);
  if (inner.every((direction) => direction === "0")) return "0";
  const outer = argumentDirections(program, operator, args, args.map(ranges));
  return join(...inner.map((direction, index) => compose(outer[index] ?? outer.at(-1) ?? "?", direction)));
}

/** Direction of an operator in each of its arguments, by its record; the last holds for all further ones. */
export function argumentDirections(
  program: Program,
  operator: string,
  args: readonly NodeId[],
  of: Interval[],
): readonly Monotone[] {
  const { monotone } = operatorByName.get(operator) ?? {};
  if (typeof monotone !== "function") return monotone ?? [];
  const options = args.map((arg) => {
    const node = program.nodes[arg];
    return node?.op === "constant" && typeof node.value === "string" ? node.value : undefined;
  });
  return monotone(of, options);
}
