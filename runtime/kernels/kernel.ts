// What a kernel is, and what it is wired to. A kernel computes rows `from` up to but not including `to` of one column.
// It must not know in which order kernels run.
import type { Block } from "../block.ts";
import type { Column, Lane } from "../columns.ts";
import type { Node, NodeId, Program } from "../program.ts";
import type { Knobs, Value } from "../trajectory.ts";

export type Kernel = (from: number, to: number) => void;

/** What is evaluated at the moment; kernels read it whenever they run. */
export interface Current {
  block: Block;
  knobs: Knobs;
  /** For nodes that read neither signals nor parameters: columns of a log, scenarios, segments. */
  read?: (node: Node, row: number) => Value | undefined;
}

/** Numbers of an argument, laid out like the result's: number i is `column.data[i & mask]`. */
export interface Operand {
  column: Column;
  /** 0 for one constant number, else -1. */
  mask: number;
}

/** The surroundings of one node while its kernel is built. */
export interface Wiring {
  program: Program;
  node: Node;
  current: Current;
  out: Column;
  /** Numbers, expanded to the lane and stride of `out`. */
  operand(node: NodeId): Operand;
  /** The argument in a given lane (that of `out`) with its own stride. */
  column(node: NodeId, lane?: Lane): Column;
  /** One value at a time: a number, a text, a list, or a vector as an array, which is valid until the next call where numbers result. */
  reader(node: NodeId): (row: number) => unknown;
  /** Says that each number depends on the argument numbers in its own place alone, so that they may share memory. */
  pointwise(): void;
  /** Says that earlier rows of a column are read again, so that nothing may take its place. */
  lasting(column: Column): void;
}

/** Builds the kernel of a node whose result goes to `wiring.out`. `args` are its arguments. */
export type KernelBuilder = (args: readonly NodeId[], wiring: Wiring) => Kernel;

type Numbers = Float64Array;

/** A kernel over the numbers of one argument; the loop runs over numbers, not rows. */
export function overOne(loop: (out: Numbers, from: number, to: number, a: Numbers, ma: number) => void): KernelBuilder {
  return ([x], wiring) => {
    const { out } = wiring;
    const stride = out.stride;
    const a = wiring.operand(x);
    wiring.pointwise();
    return (from, to) => loop(out.data, from * stride, to * stride, a.column.data, a.mask);
  };
}

/** The same over two arguments. */
export function overTwo(
  loop: (out: Numbers, from: number, to: number, a: Numbers, ma: number, b: Numbers, mb: number) => void,
): KernelBuilder {
  return ([x, y], wiring) => {
    const { out } = wiring;
    const stride = out.stride;
    const a = wiring.operand(x);
    const b = wiring.operand(y);
    wiring.pointwise();
    return (from, to) => loop(out.data, from * stride, to * stride, a.column.data, a.mask, b.column.data, b.mask);
  };
}

/** The same over three arguments. */
export function overThree(
  loop: (out: Numbers, from: number, to: number, a: Numbers, ma: number, b: Numbers, mb: number, c: Numbers, mc: number) => void,
): KernelBuilder {
  return ([x, y, z], wiring) => {
    const { out } = wiring;
    const stride = out.stride;
    const a = wiring.operand(x);
    const b = wiring.operand(y);
    const c = wiring.operand(z);
    wiring.pointwise();
    return (from, to) =>
      loop(out.data, from * stride, to * stride, a.column.data, a.mask, b.column.data, b.mask, c.column.data, c.mask);
  };
}
