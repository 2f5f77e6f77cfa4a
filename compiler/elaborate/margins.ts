// Conditions as signed margins: node by node, so that names, functions and temporal operators need no care of their own.
// It must not know text or how problems are told.
import {
  divideIntervals,
  hull,
  type Interval,
  maxIntervals,
  minIntervals,
  negateInterval,
  point,
  subtractIntervals,
} from "../../runtime/interval.ts";
import type { Node, NodeId, Source, ValueType } from "../../runtime/program.ts";
import { elementType } from "../types/value-types.ts";
import { type Builder, type Operation, rangeOf } from "./builder.ts";

export interface Margin {
  node: NodeId;
  /** Of its finite values. */
  range: Interval;
}

export type Problem = { source: Source | undefined } & (
  | { kind: "unbounded" }
  | { kind: "units"; units: [first: string, other: string] }
);

export interface Margins {
  of(condition: NodeId): Margin;
  /** With units left in: the one all predicates share, and whether a margin may be infinite. */
  unit: string | undefined;
  isInfinite: boolean;
  problem: Problem | undefined;
}

/** A type of conditions as one of numbers. */
export function numbersLike(type: ValueType): ValueType {
  if (type.kind === "vector") return { kind: "vector", size: type.size, of: "number" };
  return type.kind === "list" ? { kind: "list", of: numbersLike(type.of) } : { kind: "number" };
}

const NOTHING: Interval = point(0);
const SIDES: Readonly<Record<string, readonly [plus: number, minus: number]>> = {
  less: [1, 0],
  less_equal: [1, 0],
  greater: [0, 1],
  greater_equal: [0, 1],
};
const LEAST = { all: "min", any: "max", first: "first", last: "last" } as const;

/** `raw`: predicates keep their unit instead of being divided by their width. */
export function makeMargins(builder: Builder, raw: boolean): Margins {
  const { nodes } = builder;
  const known = new Map<NodeId, Margin>();
  const margins: Margins = { of, unit: undefined, isInfinite: false, problem: undefined };

  function of(condition: NodeId): Margin {
    const margin = known.get(condition) ?? marginOf(nodes[condition]!, condition);
    known.set(condition, margin);
    return margin;
  }

  /** A node where `like` stands: as many numbers, at the same time. With units left in, ranges hold for finite values only. */
  function add(operation: Operation, like: Node, range: Interval, type = numbersLike(like.type)): Margin {
    const unit = raw ? margins.unit : undefined;
    const bounds = raw ? undefined : rangeOf(range);
    const meaning = { type, timing: like.timing, ...(bounds && { range: bounds }), ...(unit && { unit }) };
    return { node: builder.add(operation, meaning, like.source), range };
  }

  const constant = (value: number, like: Node): Margin => {
    const size: Operation = Number.isFinite(value)
      ? { op: "constant", value }
      : value > 0
        ? { op: "infinity" }
        : { op: "apply", operator: "negate", args: [constant(-value, like).node] };
    return add(size, { ...like, timing: "constant" }, Number.isFinite(value) ? point(value) : NOTHING, { kind: "number" });
  };

  const extreme = (operator: "min" | "max", parts: readonly Margin[], like: Node): Margin => {
    const ranges = parts.map(({ range }) => range);
    const range = raw ? hull(...ranges) : operator === "min" ? minIntervals(...ranges) : maxIntervals(...ranges);
    return add({ op: "apply", operator, args: parts.map(({ node }) => node) }, like, range);
  };
  const opposite = (part: Margin, like: Node): Margin =>
    add({ op: "apply", operator: "negate", args: [part.node] }, like, negateInterval(part.range));

  /** A condition that is no comparison: it decides, but measures nothing. */
  function bare(id: NodeId, like: Node): Margin {
    const size = raw ? Number.POSITIVE_INFINITY : 1;
    if (raw) margins.isInfinite = true;
    const [yes, no] = [constant(size, like), constant(-size, like)];
    return add({ op: "if", args: [id, yes.node, no.node] }, like, hull(yes.range, no.range));
  }

  function marginOf(node: Node, id: NodeId): Margin {
    switch (node.op) {
      case "apply":
        return ofOperator(node, id);
      case "if": {
        const [condition, yes, no] = node.args.map(of) as [Margin, Margin, Margin];
        const other = extreme("min", [opposite(condition, node), no], node);
        return extreme("max", [extreme("min", [condition, yes], node), other], node);
      }
      case "default":
      case "prev":
      case "vector": {
        const parts = node.args.map(of);
        const args = parts.map((part) => part.node);
        return add({ ...pick(node), args } as Operation, node, hull(...parts.map(({ range }) => range)));
      }
      case "component": {
        const whole = of(node.args[0]);
        return add({ ...pick(node), args: [whole.node] } as Operation, node, whole.range);
      }
      case "for":
        return node.type.kind === "vector" && node.args.length === 2 ? ofEach(node) : bare(id, node);
      case "reduce":
        return nodes[node.args[0]!]!.type.kind === "vector" ? folded(node, id) : bare(id, node);
      case "aggregate":
        return node.where === undefined ? folded(node, id) : bare(id, node);
      case "temporal":
        return ofTemporal(node);
      default:
        return bare(id, node);
    }
  }

  function ofEach(node: Node & { op: "for" }): Margin {
    const body = of(node.args[1]);
    return add({ ...pick(node), args: [node.args[0], body.node] } as Operation, node, body.range);
  }

  function folded(node: Node & { op: "reduce" | "aggregate" }, id: NodeId): Margin {
    const operator = LEAST[node.operator as keyof typeof LEAST];
    if (operator === undefined || node.args.length > 1) return bare(id, node);
    const part = of(node.args[0]!);
    return add({ ...pick(node), operator, args: [part.node] } as unknown as Operation, node, part.range);
  }

  function ofTemporal(node: Node & { op: "temporal" }): Margin {
    const parts = node.args.map(of);
    const args = parts.map((part) => part.node) as [NodeId];
    const canBeEmpty = node.from > 0;
    if (raw && canBeEmpty) margins.isInfinite = true;
    const edge = canBeEmpty && !raw ? [point(node.operator === "always" ? 1 : -1)] : [];
    const range = hull(...parts.map((part) => part.range), ...edge);
    return add({ ...pick(node), args, nothing: raw ? null : 1 } as Operation, node, range);
  }

  function ofOperator(node: Node & { op: "apply" }, id: NodeId): Margin {
    const { operator, args } = node;
    const sides = SIDES[operator];
    if (sides !== undefined) return predicate([[args[sides[0]]!, args[sides[1]]!]], node, id);
    if (operator === "and" || operator === "or") return extreme(operator === "and" ? "min" : "max", args.map(of), node);
    if (operator === "not") return opposite(of(args[0]!), node);
    if (operator === "between") return ofRange(args as [NodeId, NodeId, NodeId], node, id);
    if ((operator !== "equal" && operator !== "not_equal") || !args.every(isMeasurable)) return bare(id, node);
    if (!hasMargin(args as [NodeId, NodeId])) return bare(id, node);
    const distance = predicate([[args[0]!, args[1]!]], node, id, true);
    return operator === "equal" ? opposite(distance, node) : distance;
  }

  const isMeasurable = (id: NodeId) => elementType(nodes[id]!.type).kind === "number";

  /** A side that is open for ever has no margin. */
  function ofRange([x, lo, hi]: [NodeId, NodeId, NodeId], node: Node, id: NodeId): Margin {
    const sides: [NodeId, NodeId][] = [];
    if (!isInfinity(lo)) sides.push([x, lo]);
    if (!isInfinity(hi)) sides.push([hi, x]);
    return predicate(sides, node, id);
  }

  const isInfinity = (id: NodeId): boolean => {
    const node = nodes[id]!;
    return node.op === "infinity" || (node.op === "apply" && node.operator === "negate" && isInfinity(node.args[0]!));
  };

  /** Compared with infinity nothing can be measured; in shares of a width neither can what does not vary. */
  const hasMargin = ([plus, minus]: [NodeId, NodeId]): boolean =>
    !isInfinity(plus) && !isInfinity(minus) && (raw || widthOf(plus) + widthOf(minus) > 0);

  /** The least of differences, each in its scale. */
  function predicate(sides: readonly [plus: NodeId, minus: NodeId][], node: Node, id: NodeId, isDistance = false): Margin {
    if (sides.length === 0 || !sides.every(hasMargin)) return bare(id, node);
    const parts = sides.map(([plus, minus]) => difference(plus, minus, node, isDistance));
    return parts.length === 1 ? parts[0]! : extreme("min", parts, node);
  }

  function difference(plus: NodeId, minus: NodeId, like: Node, isDistance: boolean): Margin {
    const unit = nodes[plus]!.unit ?? nodes[minus]!.unit ?? "";
    if (raw && (margins.unit ?? unit) !== unit)
      margins.problem ??= { kind: "units", units: [margins.unit!, unit], source: like.source };
    if (raw) margins.unit ??= unit;
    const width = widthOf(plus) + widthOf(minus);
    const signed = subtractIntervals(boundsOf(plus), boundsOf(minus));
    const range = isDistance ? { lo: 0, hi: Math.max(Math.abs(signed.lo), Math.abs(signed.hi)) } : signed;
    const meaning = { type: numbersLike(like.type), timing: like.timing, ...(unit !== "" && { unit }) };
    const apply = (operator: string, args: NodeId[]) => builder.add({ op: "apply", operator, args }, meaning, like.source);
    const gap = apply("subtract", [plus, minus]);
    const far = isDistance ? apply("abs", [gap]) : gap;
    if (raw) return { node: far, range };
    if (!Number.isFinite(width)) margins.problem ??= { kind: "unbounded", source: like.source };
    const scale = constant(width, like);
    return add({ op: "apply", operator: "divide", args: [far, scale.node] }, like, divideIntervals(range, scale.range));
  }

  const boundsOf = (id: NodeId): Interval => {
    const { type, range } = nodes[id]!;
    if (elementType(type).kind === "bool") return { lo: 0, hi: 1 };
    return { lo: range?.[0] ?? Number.NEGATIVE_INFINITY, hi: range?.[1] ?? Number.POSITIVE_INFINITY };
  };

  const widthOf = (id: NodeId): number => {
    const { lo, hi } = boundsOf(id);
    return nodes[id]!.timing === "constant" ? 0 : hi - lo;
  };

  return margins;
}

/** What a node does, without what it means. */
function pick(node: Node): object {
  const { type: _, timing: __, optional: ___, range: ____, unit: _____, source: ______, ...operation } = node;
  return operation;
}
