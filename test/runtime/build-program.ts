// Builds programs by hand, for tests that must not depend on the compiler.

import type {
  Builtin,
  Node,
  NodeId,
  Program,
  Range,
  SignalDeclaration,
  Source,
  Term,
  Timing,
  ValueType,
} from "../../runtime/program.ts";
import { PROGRAM_VERSION } from "../../runtime/program.ts";

export const NUMBER: ValueType = { kind: "number" };
export const BOOL: ValueType = { kind: "bool" };
export const TEXT: ValueType = { kind: "text" };
export const vectorOf = (size: number, of: "number" | "bool" = "number"): ValueType => ({ kind: "vector", size, of });
export const listOf = (of: ValueType): ValueType => ({ kind: "list", of });

const NOWHERE: Source = [0, 0];
const BOOLEAN = new Set([
  "less",
  "less_equal",
  "greater",
  "greater_equal",
  "equal",
  "not_equal",
  "between",
  "one_of",
  "matches",
  "and",
  "or",
  "not",
  "contains",
]);

type NodeShape = Node extends infer N
  ? N extends Node
    ? Omit<N, "type" | "timing"> & Partial<Pick<N, "type" | "timing">>
    : never
  : never;

/** A builder; `program` grows with every call. Expressions return the id of their node. */
export function buildProgram(settings: Partial<Program["settings"]> = {}, name = "Test") {
  const program: Program = {
    version: PROGRAM_VERSION,
    name,
    source: NOWHERE,
    settings: { discount: 1, discountDeclared: false, group: 1, ...settings },
    oneShot: false,
    nodes: [],
    signals: [],
    params: [],
    lets: [],
    tracks: [],
    terms: [],
    shapings: [],
    requires: [],
    goals: [],
    probes: [],
    ends: [],
    scenarios: [],
    sequences: [],
    groups: [],
    limits: [],
    assumptions: [],
    claims: [],
    data: [],
    expectations: [],
    allows: [],
  };
  const { nodes } = program;
  const timingOf = (args: readonly NodeId[]): Timing => {
    const order: Timing[] = ["constant", "start", "step", "end", "group"];
    return args.map((arg) => nodes[arg].timing).reduce((a, b) => (order.indexOf(a) >= order.indexOf(b) ? a : b), "constant");
  };
  const typeOf = (id: NodeId): ValueType => nodes[id].type;
  const widest = (args: readonly NodeId[]): ValueType =>
    args.map(typeOf).find((type) => type.kind === "list") ??
    args.map(typeOf).find((type) => type.kind === "vector") ??
    typeOf(args[0]);

  const chosenType = (condition: NodeId, yes: NodeId, no: NodeId): ValueType => {
    const [branch, by] = [widest([yes, no]), typeOf(condition)];
    if (branch.kind !== "number" && branch.kind !== "bool") return branch;
    return by.kind === "vector" ? vectorOf(by.size, branch.kind) : by.kind === "list" ? listOf(branch) : branch;
  };

  /** Any node; type and timing default to a step number. */
  function node(shape: NodeShape): NodeId {
    return nodes.push({ type: NUMBER, timing: "step", ...shape } as Node) - 1;
  }

  function constant(value: number | boolean | string | number[] | string[]): NodeId {
    if (value === Number.POSITIVE_INFINITY) return node({ op: "infinity", timing: "constant" });
    let type: ValueType = NUMBER;
    if (typeof value === "boolean") type = BOOL;
    else if (typeof value === "string") type = TEXT;
    else if (Array.isArray(value)) type = typeof value[0] === "string" ? listOf(TEXT) : vectorOf(value.length);
    return node({ op: "constant", value, type, timing: "constant" });
  }

  /** A number stands for its constant. */
  const of = (value: NodeId | { value: number }): NodeId => (typeof value === "number" ? value : constant(value.value));

  function signal(name: string, options: Partial<Omit<SignalDeclaration, "name">> = {}): NodeId {
    const type = options.type ?? NUMBER;
    const timing = options.timing ?? "step";
    program.signals.push({ optional: false, trust: "measured", tags: {}, source: NOWHERE, ...options, name, type, timing });
    return node({ op: "signal", name, type, timing, ...(options.range ? { range: options.range } : {}) });
  }

  function apply(operator: string, ...args: NodeId[]): NodeId {
    const wide = widest(args);
    let type: ValueType = wide;
    if (BOOLEAN.has(operator))
      type = wide.kind === "vector" ? vectorOf(wide.size, "bool") : wide.kind === "list" ? listOf(BOOL) : BOOL;
    if (operator === "one_of") type = BOOL;
    if (["norm", "sumsq", "dot", "par"].includes(operator)) type = NUMBER;
    return node({ op: "apply", operator, args, type, timing: timingOf(args) });
  }

  function term(
    role: "objective" | "penalty",
    termName: string,
    value: NodeId,
    options: Partial<Omit<Term, "weight">> & { weight?: NodeId } = {},
  ): void {
    const timing =
      nodes[value].timing === "end" || nodes[value].timing === "group" ? (nodes[value].timing as "end" | "group") : "step";
    const weight = options.weight ?? constant(1);
    program.terms.push({
      name: termName,
      node: value,
      source: NOWHERE,
      role,
      rate: "step",
      timing,
      range: [null, null],
      ...options,
      weight,
    });
  }

  return {
    program,
    node,
    constant,
    of,
    signal,
    apply,
    objective: term.bind(null, "objective"),
    penalty: term.bind(null, "penalty"),
    param(paramName: string, value: number): NodeId {
      program.params.push({ name: paramName, value, range: [0, 2 * value], integer: false, source: NOWHERE });
      return node({ op: "param", name: paramName, timing: "constant" });
    },
    builtin: (builtin: Builtin, type: ValueType = NUMBER): NodeId => node({ op: "builtin", name: builtin, type }),
    vector: (...args: NodeId[]): NodeId => node({ op: "vector", args, type: vectorOf(args.length), timing: timingOf(args) }),
    component: (vector: NodeId, ...components: number[]): NodeId =>
      node({
        op: "component",
        args: [vector],
        components,
        scalar: components.length === 1,
        type: components.length === 1 ? NUMBER : vectorOf(components.length),
        timing: nodes[vector].timing,
      }),
    choose: (condition: NodeId, yes: NodeId, no: NodeId): NodeId =>
      node({
        op: "if",
        args: [condition, yes, no],
        type: chosenType(condition, yes, no),
        timing: timingOf([condition, yes, no]),
      }),
    element: (list: NodeId, index: NodeId): NodeId => {
      const type = typeOf(list);
      return node({
        op: "element",
        args: [list, index],
        type: type.kind === "list" ? type.of : NUMBER,
        timing: timingOf([list, index]),
      });
    },
    otherwise: (value: NodeId, fallback: NodeId): NodeId =>
      node({ op: "default", args: [value, fallback], type: typeOf(value), timing: timingOf([value, fallback]) }),
    prev: (value: NodeId, init?: NodeId): NodeId =>
      node({ op: "prev", args: init === undefined ? [value] : [value, init], type: typeOf(value) }),
    /** A track; `next` is given the node of the track's previous value. */
    track(trackName: string, starts: NodeId, next: (previous: NodeId) => NodeId, type: ValueType = typeOf(starts)): NodeId {
      const previous = node({ op: "previous", of: -1, starts, type });
      const state = node({ op: "state", args: [starts, next(previous)], name: trackName, type });
      (nodes[previous] as { of: NodeId }).of = state;
      program.tracks.push({ name: trackName, node: state, source: NOWHERE });
      return state;
    },
    reduce: (operator: string, ...args: NodeId[]): NodeId => node({ op: "reduce", operator, args, timing: timingOf(args) }),
    aggregate: (operator: string, axis: "steps" | "group", ...args: NodeId[]): NodeId =>
      node({
        op: "aggregate",
        operator,
        axis,
        args,
        type: operator === "any" || operator === "all" ? BOOL : operator === "count" ? NUMBER : typeOf(args[0]),
        timing: axis === "steps" ? "end" : "group",
      }),
    shaping(shapingName: string, potential: NodeId, weight: NodeId = constant(1)): void {
      program.shapings.push({ name: shapingName, node: potential, weight, source: NOWHERE });
    },
    require(requireName: string, condition: NodeId, otherwise: NodeId, timing: "step" | "end" | "group" = "step"): void {
      program.requires.push({ name: requireName, node: condition, otherwise, timing, source: NOWHERE });
    },
    ends(condition: NodeId, outcome?: "success" | "failure"): void {
      program.ends.push({ node: condition, source: NOWHERE, ...(outcome ? { outcome } : {}) });
    },
    goal(goalName: string, value: NodeId): void {
      program.goals.push({ name: goalName, node: value, source: NOWHERE });
    },
    probe(probeName: string, value: NodeId): void {
      program.probes.push({ name: probeName, node: value, source: NOWHERE });
    },
    /** Bounds of a node, for fail-closed values. */
    bound(id: NodeId, range: Range): NodeId {
      nodes[id].range = range;
      return id;
    },
  };
}

export type ProgramBuilder = ReturnType<typeof buildProgram>;
