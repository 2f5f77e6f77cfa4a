// The kernel of a catalogue operator: its own loop where it has one, else calls of the record's `evaluate`.
// It must not know any operator beyond the table of loops.
import { operatorByName } from "../operators/index.ts";
import { type Operator, type ParameterType, takesWhole } from "../operators/operator.ts";
import type { NodeId, ValueType } from "../program.ts";
import * as arithmetic from "./arithmetic.ts";
import * as comparison from "./comparison.ts";
import * as elementary from "./elementary.ts";
import type { Kernel, KernelBuilder, Wiring } from "./kernel.ts";
import { type Call, depthOf, lift, writeRows } from "./rowwise.ts";
import * as vectors from "./vector.ts";

/** Loops by operator name, for numbers and vectors. */
export const loops: ReadonlyMap<string, KernelBuilder> = new Map(
  Object.entries({ ...arithmetic, ...comparison, ...elementary, ...vectors.loops }),
);

/** Missing everywhere, for an operator this version does not know. */
const unknown: Call = () => null;

export function buildApply(name: string, args: readonly NodeId[], wiring: Wiring): Kernel {
  const operator = operatorByName.get(name);
  const call = operator?.evaluate ?? unknown;
  const nodes = args.map((arg) => wiring.program.nodes[arg]);
  const types = nodes.map((node) => node.type);
  const numeric =
    wiring.out.stride > 0 && nodes.every(({ op, type }) => type.kind !== "list" && (type.kind !== "text" || op === "constant"));
  const loop = loops.get(operator?.name ?? name);
  if (loop && numeric && !types.some((type) => type.kind === "text")) return loop(args, wiring);
  if (numeric && operator?.elementwise && types.every((type, i) => takesApart(operator, i, type))) {
    return callEach(call, args, wiring);
  }
  return writeRows(
    args.map((arg) => wiring.reader(arg)),
    callOf(name, types, wiring.node.type),
    wiring,
  );
}

/** The operator as a function of whole arguments of these types: taken apart where it works element by element. */
export function callOf(name: string, types: readonly ValueType[], result: ValueType): Call {
  const operator = operatorByName.get(name);
  const call = operator?.evaluate ?? unknown;
  const depths = types.map((type, i) => (operator?.elementwise && !isWhole(operator, i) ? depthOf(type) : 0));
  const whole = types.map((_, i) => isWhole(operator, i));
  const missing = result.kind === "text" || result.kind === "list" ? null : Number.NaN;
  return lift(whole.includes(true) ? presentOnly(call, whole, missing) : call, depths);
}

/** What takes a vector or list as a whole cannot be computed where there is none. */
function presentOnly(call: Call, whole: readonly boolean[], missing: number | null): Call {
  const f = call as (...values: unknown[]) => unknown;
  return (...values: unknown[]) => (values.some((value, i) => whole[i] && value === null) ? missing : f(...values));
}

/** Numbers can be handed over one by one: no vector that is wanted whole, and texts only as options. */
function takesApart(operator: Operator, index: number, type: ValueType): boolean {
  if (type.kind === "text") return parameterType(operator, index) === "option";
  return type.kind !== "vector" || !isWhole(operator, index);
}

/** Whether the operator takes this argument as a whole. */
function isWhole(operator: Operator | undefined, index: number): boolean {
  return operator !== undefined && takesWhole(parameterType(operator, index) ?? "any");
}

/** What an evaluated argument may be; a range is two of them. */
function parameterType(operator: Operator, index: number): ParameterType | undefined {
  const types = operator.parameters.flatMap(({ type }) => (type === "range" ? [type, type] : [type]));
  return types[index] ?? types.at(-1);
}

/** One call per number. Arguments are numbers; options are constant texts. */
function callEach(call: Call, args: readonly NodeId[], wiring: Wiring): Kernel {
  const { out } = wiring;
  const stride = out.stride;
  const f = call as (...values: unknown[]) => number;
  const inputs = args.map((arg) => argumentOf(arg, wiring));
  wiring.pointwise();
  if (inputs.length === 1) {
    return (from, to) => eachOfOne(f, out.data, from * stride, to * stride, inputs[0]());
  }
  if (inputs.length === 2) {
    return (from, to) => eachOfTwo(f, out.data, from * stride, to * stride, inputs[0](), inputs[1]());
  }
  return (from, to) =>
    eachOfMany(
      f,
      out.data,
      from * stride,
      to * stride,
      inputs.map((input) => input()),
    );
}

/** Number i of an argument is `numbers[i & mask]`; an option is the same `text` everywhere. */
interface Argument {
  numbers: Float64Array;
  mask: number;
  text?: string;
}

function argumentOf(arg: NodeId, wiring: Wiring): () => Argument {
  const node = wiring.program.nodes[arg];
  if (node.op === "constant" && typeof node.value === "string") {
    const option = { numbers: new Float64Array(1), mask: 0, text: node.value };
    return () => option;
  }
  const { column, mask } = wiring.operand(arg);
  return () => ({ numbers: column.data, mask });
}

type Each = (...values: unknown[]) => number;

function eachOfOne(f: Each, out: Float64Array, from: number, to: number, a: Argument): void {
  const { numbers, mask } = a;
  for (let i = from; i < to; i++) out[i] = f(numbers[i & mask]);
}

function eachOfTwo(f: Each, out: Float64Array, from: number, to: number, a: Argument, b: Argument): void {
  const { numbers: x, mask: mx } = a;
  const { numbers: y, mask: my } = b;
  if (b.text !== undefined) for (let i = from; i < to; i++) out[i] = f(x[i & mx], b.text);
  else for (let i = from; i < to; i++) out[i] = f(x[i & mx], y[i & my]);
}

/** Mostly one argument varies and the others are settings. */
function eachOfMany(f: Each, out: Float64Array, from: number, to: number, inputs: Argument[]): void {
  const [{ numbers: x, mask }, ...others] = inputs;
  const settings = others.map((input) => input.text ?? input.numbers[0]);
  if (!others.every((input) => input.mask === 0)) {
    for (let i = from; i < to; i++) out[i] = f(...inputs.map((input) => input.text ?? input.numbers[i & input.mask]));
    return;
  }
  const [a, b, c, d, e] = settings;
  if (settings.length === 2) for (let i = from; i < to; i++) out[i] = f(x[i & mask], a, b);
  else if (settings.length === 3) for (let i = from; i < to; i++) out[i] = f(x[i & mask], a, b, c);
  else if (settings.length === 4) for (let i = from; i < to; i++) out[i] = f(x[i & mask], a, b, c, d);
  else if (settings.length === 5) for (let i = from; i < to; i++) out[i] = f(x[i & mask], a, b, c, d, e);
  else for (let i = from; i < to; i++) out[i] = f(x[i & mask], ...settings);
}
