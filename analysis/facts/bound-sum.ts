// What a step value adds up to over an episode of any length: bounded where it is paid once, for records, or telescopes;
// undefined where it grows with the number of steps. It must not know terms.
import { addIntervals, hull, type Interval, multiplyIntervals, point } from "../../runtime/interval.ts";
import type { Node, NodeId, Program } from "../../runtime/program.ts";
import type { Classes } from "./classify-nodes.ts";
import { constantOf } from "./combine-linearly.ts";
import { findDifferences, telescopes } from "./find-difference.ts";
import type { Ranges } from "./infer-range.ts";
import { nodesBelow } from "./trace-reads.ts";

export interface Summing {
  program: Program;
  classes: Classes;
  ranges: Ranges;
}

/** Bounds of the sum over all steps, for every episode length. */
export function boundSum(summing: Summing, id: NodeId): Interval | undefined {
  const { program, classes, ranges } = summing;
  const range = ranges(id);
  if (range.lo === 0 && range.hi === 0) return point(0);
  const differences = findDifferences(program, classes, id);
  if (differences !== undefined && telescopes(differences) && !hasOwnStart(program, id)) return telescopedSum(summing, id);
  const node = program.nodes[id];
  if (node?.op === "if") return gated(summing, node.args[1], node.args[2]);
  if (node?.op !== "apply") return undefined;
  const [a, b] = node.args;
  if (a === undefined) return undefined;
  if (node.operator === "negate") return scaled(boundSum(summing, a), -1);
  if (recordOf(program, classes, id) !== undefined) return { lo: 0, hi: range.hi };
  if (b === undefined) return undefined;
  if (node.operator === "and") return firstTime(summing, id) ?? gatedBy(summing, a, b);
  if (node.operator === "add") return added(boundSum(summing, a), boundSum(summing, b));
  if (node.operator === "subtract") return added(boundSum(summing, a), scaled(boundSum(summing, b), -1));
  if (node.operator === "multiply") return constantOf(program, a) === undefined ? times(summing, a, b) : times(summing, b, a);
  const divisor = node.operator === "divide" ? constantOf(program, b) : undefined;
  return divisor === undefined || divisor === 0 ? undefined : scaled(boundSum(summing, a), 1 / divisor);
}

function added(a: Interval | undefined, b: Interval | undefined): Interval | undefined {
  return a === undefined || b === undefined ? undefined : addIntervals(a, b);
}

function scaled(sum: Interval | undefined, factor: number): Interval | undefined {
  return sum === undefined ? undefined : multiplyIntervals(sum, point(factor));
}

/** A sum of values that are never negative, weighted step by step. */
function times(summing: Summing, value: NodeId, factor: NodeId): Interval | undefined {
  const constant = constantOf(summing.program, factor);
  if (constant !== undefined) return scaled(boundSum(summing, value), constant);
  for (const [a, b] of [
    [value, factor],
    [factor, value],
  ] as const) {
    const sum = summing.ranges(a).lo >= 0 ? boundSum(summing, a) : undefined;
    if (sum !== undefined) return multiplyIntervals(hull(point(0), sum), summing.ranges(b));
  }
  return undefined;
}

/** A `prev` with a value of its own on the first step, which is no earlier value of what it stands for. */
function hasOwnStart(program: Program, id: NodeId): boolean {
  return [...nodesBelow(program, id)].some((part) => {
    const node = program.nodes[part];
    return node?.op === "prev" && node.args.length === 2;
  });
}

/** Last value minus first, for x of any sign. */
function telescopedSum({ program, classes, ranges }: Summing, id: NodeId): Interval {
  const found = findDifferences(program, classes, id);
  let sum = point(0);
  for (const { of, now } of found?.differences ?? []) {
    const { lo, hi } = ranges(of);
    sum = addIntervals(sum, multiplyIntervals({ lo: lo - hi, hi: hi - lo }, point(Math.abs(now))));
  }
  return sum;
}

/** Paid on some of the steps only: bounded where each step's part is never negative. */
function gated(summing: Summing, yes: NodeId, no: NodeId): Interval | undefined {
  const sums = [yes, no].map((part) => (summing.ranges(part).lo >= 0 ? boundSum(summing, part) : undefined));
  const [a, b] = sums;
  return a === undefined || b === undefined ? undefined : { lo: 0, hi: a.hi + b.hi };
}

function gatedBy(summing: Summing, a: NodeId, b: NodeId): Interval | undefined {
  return boundSum(summing, a) ?? boundSum(summing, b);
}

/** b and not (b on an earlier step): true once. */
function firstTime({ program, classes }: Summing, id: NodeId): Interval | undefined {
  return firstTimeOf(program, classes, id) === undefined ? undefined : { lo: 0, hi: 1 };
}

/** The b of `once(b)`. */
export function firstTimeOf(program: Program, classes: Classes, id: NodeId): NodeId | undefined {
  const node = program.nodes[id];
  if (node?.op !== "apply" || node.operator !== "and") return undefined;
  for (const [now, guard] of [
    [node.args[0], node.args[1]],
    [node.args[1], node.args[0]],
  ]) {
    const negation = program.nodes[guard!];
    const memory = negation?.op === "apply" && negation.operator === "not" ? program.nodes[negation.args[0]!] : undefined;
    const state = memory?.op === "previous" ? program.nodes[memory.of] : undefined;
    const next = state?.op === "state" ? program.nodes[state.args[1]] : undefined;
    if (next?.op !== "apply" || next.operator !== "or" || !remembers(program, next.args, memory)) continue;
    if (next.args.some((arg) => classes.now[arg] === classes.now[now!])) return now;
  }
  return undefined;
}

/** Whether one of the parts is what was remembered before. */
function remembers(program: Program, parts: readonly NodeId[], memory: Node | undefined): boolean {
  if (memory?.op !== "previous") return false;
  return parts.some((part) => {
    const node = program.nodes[part];
    return node?.op === "previous" && node.of === memory.of;
  });
}

/** The x of max(0, x − the highest x before): the rises to new maxima, together no more than the width of x. */
export function recordOf(program: Program, classes: Classes, id: NodeId): NodeId | undefined {
  const node = program.nodes[id];
  if (node?.op !== "apply" || node.operator !== "max" || node.args.length !== 2) return undefined;
  if (!node.args.some((arg) => constantOf(program, arg) === 0)) return undefined;
  for (const arg of node.args) {
    const rise = program.nodes[arg];
    if (rise?.op !== "apply" || rise.operator !== "subtract") continue;
    const [x, highest] = rise.args;
    if (remembersMaximum(program, classes, highest!, classes.now[x!]!)) return x;
  }
  return undefined;
}

function remembersMaximum(program: Program, classes: Classes, id: NodeId, of: number): boolean {
  const node = program.nodes[id];
  if (node?.op === "apply" && node.operator === "max")
    return node.args.some((arg) => remembersMaximum(program, classes, arg, of));
  const state = node?.op === "previous" ? program.nodes[node.of] : undefined;
  const next = state?.op === "state" ? program.nodes[state.args[1]] : undefined;
  if (next?.op !== "apply" || next.operator !== "max" || !remembers(program, next.args, node)) return false;
  return next.args.some((arg) => classes.now[arg] === of);
}
