// The range of every node under assumptions that hold on every step, by the operators' own range transfer. Parameters are at
// the value written, not at their sliders' bounds. It must not know terms.
import { EVERYTHING, hull, type Interval, maxIntervals, meet, minIntervals, point, TRUTH } from "../../runtime/interval.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { defaultSettings, type Setting } from "../../runtime/operators/operator.ts";
import type { Node, NodeId, Program, Range, SignalDeclaration, ValueType } from "../../runtime/program.ts";
import { type Assumptions, withDeclared } from "./assumptions.ts";

export type Ranges = (node: NodeId) => Interval;

export const toInterval = (range: Range | undefined): Interval =>
  range === undefined ? EVERYTHING : { lo: range[0] ?? Number.NEGATIVE_INFINITY, hi: range[1] ?? Number.POSITIVE_INFINITY };

/** Bounds of one reading of a signal; of a text the bounds of its length. */
export function signalRange(signal: SignalDeclaration): Interval {
  const element = elementKind(signal.type);
  if (element === "bool") return TRUTH;
  const declared = toInterval(signal.range);
  return signal.integer === true || element === "text"
    ? (meet(declared, { lo: 0, hi: Number.POSITIVE_INFINITY }) ?? declared)
    : declared;
}

/** What the single values in a vector or list are, however deep. */
export function elementKind(type: ValueType): "number" | "bool" | "text" {
  if (type.kind === "list") return elementKind(type.of);
  return type.kind === "vector" ? type.of : type.kind;
}

/** Ranges of a program's nodes under what it assumes itself and `assumed`; each is computed once, on first use. */
export function inferRanges(program: Program, classes: readonly number[], assumed: Assumptions): Ranges {
  return rangesUnder(program, classes, withDeclared(program, classes, assumed), new Map());
}

/** `memories` are known ranges of states before a step. */
function rangesUnder(
  program: Program,
  classes: readonly number[],
  assumed: Assumptions,
  memories: ReadonlyMap<NodeId, Interval>,
): Ranges {
  const known: (Interval | undefined)[] = [];
  const infer = (id: NodeId): Interval => {
    const done = known[id];
    if (done !== undefined) return done;
    const node = program.nodes[id];
    if (node === undefined) return EVERYTHING;
    const memory =
      node.op === "previous" ? (memories.get(node.of) ?? settle(program, classes, assumed, memories, node)) : undefined;
    let range = memory ?? transfer(program, node, infer, assumed);
    const held = assumed.classes.get(classes[id]!);
    if (held !== undefined) range = meet(range, held) ?? held;
    if (node.op !== "param" && node.range !== undefined) range = meet(range, toInterval(node.range)) ?? range;
    known[id] = range;
    return range;
  };
  return infer;
}

/** Rounds after which a state that still grows is taken at its declared range. */
const MOST_ROUNDS = 4;

/** What a state can hold: its start and whatever follows from what it can hold, until nothing is added. */
function settle(
  program: Program,
  classes: readonly number[],
  assumed: Assumptions,
  memories: ReadonlyMap<NodeId, Interval>,
  previous: Node & { op: "previous" },
): Interval {
  const state = program.nodes[previous.of];
  const declared = previous.type.kind === "bool" ? TRUTH : toInterval(previous.range);
  if (state?.op !== "state") return declared;
  let held = rangesUnder(program, classes, assumed, memories)(previous.starts);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = rangesUnder(program, classes, assumed, new Map([...memories, [previous.of, held]]))(state.args[1]);
    const grown = hull(held, next);
    if (grown.lo === held.lo && grown.hi === held.hi) return held;
    held = grown;
  }
  return declared;
}

function transfer(program: Program, node: Node, infer: Ranges, assumed: Assumptions): Interval {
  switch (node.op) {
    case "constant":
      return constantRange(node.value);
    case "infinity":
      return point(Number.POSITIVE_INFINITY);
    case "signal":
      return narrowedSignal(program, node.name, assumed);
    case "param": {
      const param = program.params.find((candidate) => candidate.name === node.name);
      return param === undefined ? EVERYTHING : point(param.value);
    }
    case "builtin":
      return node.type.kind === "bool" ? TRUTH : builtinRange(program, node.name);
    case "vector":
      return hull(...node.args.map(infer));
    case "component":
    case "element":
    case "prev":
      return hull(infer(node.args[0]), ...(node.op === "prev" && node.args[1] !== undefined ? [infer(node.args[1])] : []));
    case "bound":
      return infer(node.args[0]);
    case "for":
      return infer(node.args[1]);
    case "if":
      return branchRange(
        infer(node.args[0]),
        () => infer(node.args[1]),
        () => infer(node.args[2]),
      );
    case "default":
      return hull(infer(node.args[0]), infer(node.args[1]));
    case "reduce":
      return reduceRange(program, node, infer, elementCount(program.nodes[node.args[0]!]));
    case "aggregate":
      return reduceRange(program, node, infer, axisCount(program, node));
    case "state":
      return hull(infer(node.args[0]), infer(node.args[1]));
    case "temporal":
      return windowRange(node, node.args.map(infer));
    case "apply":
      return applyRange(program, node.operator, node.args, infer);
    default:
      return node.type.kind === "bool" ? TRUTH : toInterval(node.range);
  }
}

function constantRange(value: number | boolean | string | number[] | string[]): Interval {
  if (typeof value === "number") return point(value);
  if (typeof value === "boolean") return point(value ? 1 : 0);
  if (typeof value === "string") return point([...value].length);
  return value.length > 0 && value.every((part) => typeof part === "number") ? hull(...value.map(point)) : EVERYTHING;
}

function narrowedSignal(program: Program, name: string, assumed: Assumptions): Interval {
  const signal = program.signals.find((candidate) => candidate.name === name);
  const declared = signal === undefined ? EVERYTHING : signalRange(signal);
  const narrowed = assumed.signals.get(name);
  return narrowed === undefined ? declared : (meet(declared, narrowed) ?? narrowed);
}

function builtinRange(program: Program, name: string): Interval {
  const last = (program.settings.horizon ?? Number.POSITIVE_INFINITY) - 1;
  if (name === "t") return { lo: 0, hi: last };
  if (name === "time") return { lo: 0, hi: last * (program.settings.dt ?? 1) };
  if (name === "training") return TRUTH;
  return { lo: 0, hi: Number.POSITIVE_INFINITY };
}

function branchRange(condition: Interval, yes: () => Interval, no: () => Interval): Interval {
  if (condition.lo >= 1) return yes();
  return condition.hi <= 0 ? no() : hull(yes(), no());
}

function elementCount(node: Node | undefined): Interval {
  return node?.type.kind === "vector" ? point(node.type.size) : { lo: 0, hi: Number.POSITIVE_INFINITY };
}

/** A `where` may leave nothing. */
function axisCount(program: Program, { axis, where }: Node & { op: "aggregate" }): Interval {
  const { horizon = Number.POSITIVE_INFINITY, group } = program.settings;
  // A group may have lost samples.
  const hi = axis === "group" ? (group > 1 ? group : Number.POSITIVE_INFINITY) : program.oneShot ? 1 : horizon;
  return { lo: where !== undefined ? 0 : 1, hi };
}

type Fold = { operator: string; args: NodeId[] };

function reduceRange(program: Program, { operator, args }: Fold, infer: Ranges, count: Interval): Interval {
  const record = operatorByName.get(operator);
  const element = infer(args[0]!);
  const written = args.slice(1).map((arg): Setting => {
    const option = optionOf(program, arg);
    return option === undefined ? infer(arg) : { ...infer(arg), option };
  });
  if (record?.reduceRange !== undefined)
    return record.reduceRange(element, count, ...(written.length === 0 ? defaultSettings(record) : written));
  return ["first", "last", "min", "max", "mean"].includes(operator) ? element : EVERYTHING;
}

/** That of what a formula asks for; a window that begins later may have no step left in it. */
function windowRange(node: Extract<Node, { op: "temporal" }>, parts: readonly Interval[]): Interval {
  const asked = parts.at(-1)!;
  if (node.from === 0) return asked;
  const size = node.nothing === undefined ? undefined : (node.nothing ?? Number.POSITIVE_INFINITY);
  const [none, whole] = size === undefined ? [0, 1] : [-size, size];
  const least = node.operator === "until" ? minIntervals(...parts) : asked;
  return hull(least, point(node.operator === "always" ? whole : none));
}

function applyRange(program: Program, name: string, args: readonly NodeId[], infer: Ranges): Interval {
  const ranges = args.map(infer);
  if (name === "min" && ranges.length > 0) return minIntervals(...ranges);
  if (name === "max" && ranges.length > 0) return maxIntervals(...ranges);
  const options = args.map((arg) => optionOf(program, arg));
  const record = operatorByName.get(name);
  const counts = args.map((arg) => {
    const node = program.nodes[arg];
    return node?.type.kind === "vector" || node?.type.kind === "list" ? elementCount(node) : undefined;
  });
  const range = record?.range?.(ranges, options, counts) ?? EVERYTHING;
  return record?.result === "bool" ? (meet(range, TRUTH) ?? TRUTH) : range;
}

function optionOf(program: Program, id: NodeId): string | undefined {
  const node = program.nodes[id];
  return node?.op === "constant" && typeof node.value === "string" ? node.value : undefined;
}
