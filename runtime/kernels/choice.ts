// Kernels that choose between values: `if`, `a ?? b`, an element by its index. It must not know operators.
import type { NodeId, ValueType } from "../program.ts";
import { type Kernel, overThree, overTwo, type Wiring } from "./kernel.ts";
import { depthOf, lift, writeItems, writeRows } from "./rowwise.ts";

const chooseNumbers = overThree((out, from, to, c, mc, yes, my, no, mn) => {
  for (let i = from; i < to; i++) out[i] = c[i & mc] === 1 ? yes[i & my] : c[i & mc] === 0 ? no[i & mn] : Number.NaN;
});

type Choose = (condition: unknown, yes: unknown, no: unknown) => unknown;

const chooser =
  (missing: unknown): Choose =>
  (condition, yes, no) =>
    condition === 1 ? yes : condition === 0 ? no : missing;

/** `if`: element by element where the condition has elements, else whole values. */
export function buildIf(args: readonly NodeId[], wiring: Wiring): Kernel {
  if (wiring.out.stride > 0) return chooseNumbers(args, wiring);
  const readers = args.map((arg) => wiring.reader(arg));
  const depths = args.map((arg) => depthOf(wiring.program.nodes[arg].type));
  // A condition on the whole chooses whole lists, whatever their lengths.
  if (depths[0] === 0) return writeItems(readers, chooser(null), wiring);
  const element = elementOf(wiring.program.nodes[args[1]].type);
  return writeItems(readers, lift(chooser(element.kind === "text" ? null : Number.NaN), depths), wiring);
}

function elementOf(type: ValueType): ValueType {
  return type.kind === "list" ? elementOf(type.of) : type;
}

const defaultNumbers = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = Number.isNaN(a[i & ma]) ? b[i & mb] : a[i & ma];
});

/** `a ?? b`: b where a is missing. */
export function buildDefault(args: readonly NodeId[], wiring: Wiring): Kernel {
  if (wiring.out.stride > 0) return defaultNumbers(args, wiring);
  const readers = args.map((arg) => wiring.reader(arg));
  return writeItems(readers, (value, otherwise) => value ?? otherwise, wiring);
}

/** `v[i]`: missing where there is no such element. */
export function buildElement(args: readonly NodeId[], wiring: Wiring): Kernel {
  const readers = args.map((arg) => wiring.reader(arg));
  const at = (value: unknown, index: unknown): unknown =>
    value === null ? null : ((value as ArrayLike<unknown>)[index as number] ?? null);
  return writeRows(readers, at, wiring);
}
