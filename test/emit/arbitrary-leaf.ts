// Random values without arguments: literals, signals, built-in values, and the workshop all random nodes are made in.
// It must not know operators.
import type { Builtin, Node, NodeId, SignalDeclaration, Timing, ValueType } from "../../runtime/program.ts";
import type { Choices } from "./choices.ts";

/** When an expression is evaluated, and so what it may read. */
export type Scope = "constant" | "start" | "step" | "end" | "total";

export interface Track {
  state: NodeId;
  previous: NodeId[];
  type: ValueType;
}

export interface Workshop {
  choices: Choices;
  nodes: Node[];
  signals: SignalDeclaration[];
  params: string[];
  termNames: string[];
  tracks: Track[];
  /** There are steps to aggregate over. */
  hasSteps: boolean;
  /** Built-in values that depend on what ends an episode; empty while that is being decided. */
  outcomes: Builtin[];
  /** The elements that a `for` around the expression is at, innermost last. */
  elements: NodeId[];
}

export const NUMBER: ValueType = { kind: "number" };
export const BOOL: ValueType = { kind: "bool" };
export const TEXT: ValueType = { kind: "text" };
export const vector = (size: number, of: "number" | "bool" = "number"): ValueType => ({ kind: "vector", size, of });
export const list = (of: ValueType): ValueType => ({ kind: "list", of });

const NUMBERS = [0, 1, 2, -1, 0.5, 3, 0.1, -2.5, 1e-3, 7, 100, 1e300, -0.25];
const TEXTS = ["a", "", "so \\boxed{42}", "b c", "Ünï 🙂 x", "a a", "12 3.5"];
type Operation<N = Node> = N extends Node ? Omit<N, "type" | "timing"> : never;

export function add(shop: Workshop, operation: Operation, type: ValueType, scope: Scope): NodeId {
  const timing: Timing = scope === "total" ? "step" : scope;
  return shop.nodes.push({ ...operation, type, timing } as Node) - 1;
}

export function constant(shop: Workshop, value: number | boolean | string | number[] | string[], type: ValueType): NodeId {
  return add(shop, { op: "constant", value }, type, "constant");
}

export const sameType = (a: ValueType, b: ValueType): boolean => {
  if (a.kind === "vector" && b.kind === "vector") return a.size === b.size && a.of === b.of;
  if (a.kind === "list" && b.kind === "list") return sameType(a.of, b.of);
  return a.kind === b.kind;
};

export const elementType = (type: ValueType): ValueType =>
  type.kind === "vector" ? { kind: type.of } : type.kind === "list" ? type.of : type;

/** A value of a type that needs no other. */
export function leaf(shop: Workshop, type: ValueType, scope: Scope): NodeId {
  const { choices } = shop;
  const makers: (() => NodeId)[] = [() => literal(shop, type)];
  for (const element of shop.elements) {
    if (sameType(shop.nodes[element].type, type)) makers.push(...new Array(4).fill(() => element));
  }
  const timings = {
    constant: [],
    start: ["start"],
    step: ["start", "step"],
    total: ["start", "step"],
    end: ["start", "end", "group"],
  }[scope] as string[];
  for (const signal of shop.signals) {
    if (!timings.includes(signal.timing) || !sameType(signal.type, type)) continue;
    const timing: Scope = signal.timing === "start" ? "start" : signal.timing === "step" ? "step" : "end";
    const read = () => add(shop, { op: "signal", name: signal.name }, signal.type, timing);
    makers.push(read, read, read);
  }
  if (type.kind === "number") {
    for (const name of shop.params) makers.push(() => add(shop, { op: "param", name }, NUMBER, "constant"));
    makers.push(() => add(shop, { op: "infinity" }, NUMBER, "constant"));
    makers.push(() => add(shop, { op: "builtin", name: "training" }, NUMBER, "constant"));
  }
  if (scope === "step" || scope === "total") {
    const builtins: Builtin[] =
      type.kind === "number" ? ["t", "time"] : type.kind === "bool" ? ["first", "ending", ...shop.outcomes] : [];
    for (const name of builtins) makers.push(() => add(shop, { op: "builtin", name }, type, "step"));
    for (const track of shop.tracks) {
      if (!sameType(track.type, type)) continue;
      const previous = () => {
        const id = add(shop, { op: "previous", of: track.state, starts: -1 }, type, "step");
        track.previous.push(id);
        return id;
      };
      makers.push(previous, previous, previous);
      if (track.state >= 0) makers.push(() => track.state);
    }
  }
  if (scope === "total" && type.kind === "number") {
    makers.push(() => add(shop, { op: "terms" }, NUMBER, "total"));
    for (const name of shop.termNames) makers.push(() => add(shop, { op: "term", name }, NUMBER, "total"));
  }
  return choices.pick(makers)();
}

export function literal(shop: Workshop, type: ValueType): NodeId {
  const { choices } = shop;
  switch (type.kind) {
    case "number":
      return constant(shop, choices.pick(NUMBERS), type);
    case "bool":
      return constant(shop, choices.chance(50), type);
    case "text":
      return constant(shop, choices.pick(TEXTS), type);
    case "vector":
      return constant(
        shop,
        Array.from({ length: type.size }, () => (type.of === "bool" ? choices.below(2) : choices.pick(NUMBERS))),
        type,
      );
    case "list": {
      const { of } = type;
      if (of.kind === "vector" || of.kind === "list") {
        const args = Array.from({ length: choices.below(3) }, () => literal(shop, of));
        return add(shop, { op: "vector", args }, type, "constant");
      }
      if (of.kind === "text")
        return constant(
          shop,
          Array.from({ length: choices.below(3) }, () => choices.pick(TEXTS)),
          type,
        );
      return constant(
        shop,
        Array.from({ length: choices.below(3) }, () => (of.kind === "bool" ? choices.below(2) : choices.pick(NUMBERS))),
        type,
      );
    }
  }
}
