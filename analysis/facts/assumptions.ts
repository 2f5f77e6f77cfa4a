// Assumptions about an episode: bounds of signals and of whole conditions, on every step. Facts are asked under them.
// Derived by taking a condition apart, so that `not x` true also says that x is false. It must not know terms.
import { EVERYTHING, type Interval, meet, point, TRUTH } from "../../runtime/interval.ts";
import type { NodeId, Program } from "../../runtime/program.ts";
import { isTotal } from "./is-total.ts";
import { endsBehind } from "./trace-reads.ts";

export interface Assumptions {
  /** Narrowed signals. */
  signals: Map<string, Interval>;
  /** Narrowed values, by class of node. */
  classes: Map<number, Interval>;
}

export function assumeNothing(): Assumptions {
  return { signals: new Map(), classes: new Map() };
}

/** Adds what follows from `condition` being `holds` throughout; parts that say nothing about single values are kept whole. */
export function assumeCondition(
  program: Program,
  classes: readonly number[],
  condition: NodeId,
  holds: boolean,
  into: Assumptions,
): Assumptions {
  const node = program.nodes[condition];
  if (node === undefined) return into;
  into.classes.set(classes[condition]!, point(holds ? 1 : 0));
  const recur = (part: NodeId, is: boolean) => assumeCondition(program, classes, part, is, into);
  if (node.op === "signal") narrow(into, node.name, holds ? point(1) : point(0));
  // A condition that cannot be evaluated ends nothing either.
  if (node.op === "builtin" && !holds)
    for (const end of endsBehind(program, node.name)) if (isTotal(program, end, () => EVERYTHING)) recur(end, false);
  const throughout = node.op === "aggregate" && node.axis === "steps" && node.where === undefined && !looksBack(program);
  if ((node.op === "reduce" || throughout) && node.operator === (holds ? "all" : "any")) recur(node.args[0]!, holds);
  if (node.op !== "apply") return into;
  const [a, b] = node.args;
  if (node.operator === "between" && holds) assumeBetween(program, node.args, into);
  if (node.operator === "not" && a !== undefined) recur(a, !holds);
  if ((node.operator === "and" && holds) || (node.operator === "or" && !holds)) for (const part of node.args) recur(part, holds);
  if (a !== undefined && b !== undefined) assumeComparison(program, node.operator, a, b, holds, into);
  return into;
}

/** What holds over the steps need not hold in the state before them, which these can read. */
export function looksBack({ nodes }: Program): boolean {
  return nodes.some(({ op }) => op === "prev" || op === "previous" || op === "state" || op === "window");
}

/** Cases at most; a condition with more is taken as a whole. */
const MOST_CASES = 16;

/**
 * The ways in which `condition` can be `holds`, which together leave nothing out: of `a and b` that does not hold, a does not or b
 * does not.
 */
export function assumeCases(program: Program, classes: readonly number[], condition: NodeId, holds: boolean): Assumptions[] {
  const ways = waysOf(program, condition, holds);
  const chosen = ways.length > MOST_CASES ? [[{ condition, holds }]] : ways;
  return chosen.map((parts) => {
    const into = assumeNothing();
    for (const part of parts) assumeCondition(program, classes, part.condition, part.holds, into);
    into.classes.set(classes[condition]!, point(holds ? 1 : 0));
    return into;
  });
}

interface Part {
  condition: NodeId;
  holds: boolean;
}

function waysOf(program: Program, condition: NodeId, holds: boolean): Part[][] {
  const node = program.nodes[condition];
  if (node?.op !== "apply") return [[{ condition, holds }]];
  if (node.operator === "not") return waysOf(program, node.args[0]!, !holds);
  if (node.operator !== "and" && node.operator !== "or") return [[{ condition, holds }]];
  const parts = node.args.map((arg) => waysOf(program, arg, holds));
  if ((node.operator === "or") === holds) return parts.flat();
  // All of them: every choice of one way each.
  return parts.reduce<Part[][]>(
    (all, ways) => (all.length * ways.length > MOST_CASES ? all : all.flatMap((one) => ways.map((way) => [...one, ...way]))),
    [[{ condition, holds }]],
  );
}

const flipped: Readonly<Record<string, string>> = {
  less: "greater",
  less_equal: "greater_equal",
  greater: "less",
  greater_equal: "less_equal",
};
const refuted: Readonly<Record<string, string>> = {
  less: "greater_equal",
  less_equal: "greater",
  greater: "less_equal",
  greater_equal: "less",
};

/** A signal against a constant narrows the signal; strict and weak bounds are the same closed interval. */
function assumeComparison(program: Program, operator: string, a: NodeId, b: NodeId, holds: boolean, into: Assumptions): void {
  const effective = holds ? operator : refuted[operator];
  if (effective === undefined || flipped[effective] === undefined) return;
  const [left, right] = [program.nodes[a], program.nodes[b]];
  if (left?.op === "signal" && right?.op === "constant" && typeof right.value === "number") {
    narrow(into, left.name, side(effective, right.value));
  }
  if (right?.op === "signal" && left?.op === "constant" && typeof left.value === "number") {
    narrow(into, right.name, side(flipped[effective], left.value));
  }
}

/** `x in a..b` with constant bounds. */
function assumeBetween(program: Program, [x, ...bounds]: readonly NodeId[], into: Assumptions): void {
  const [node, lo, hi] = [x, ...bounds].map((id) => program.nodes[id!]);
  if (node?.op !== "signal" || lo?.op !== "constant" || hi?.op !== "constant") return;
  if (typeof lo.value === "number" && typeof hi.value === "number") narrow(into, node.name, { lo: lo.value, hi: hi.value });
}

function side(operator: string, bound: number): Interval {
  return operator.startsWith("less") ? { lo: Number.NEGATIVE_INFINITY, hi: bound } : { lo: bound, hi: Number.POSITIVE_INFINITY };
}

function narrow(into: Assumptions, signal: string, to: Interval): void {
  const known = into.signals.get(signal);
  into.signals.set(signal, known === undefined ? to : (meet(known, to) ?? to));
}

const declared = new WeakMap<Program, { classes: readonly number[]; known: Assumptions }>();

/** What `assume` says, and on top of it what is assumed here. */
export function withDeclared(program: Program, classes: readonly number[], assumed: Assumptions): Assumptions {
  if (program.assumptions.length === 0) return assumed;
  let known = declared.get(program);
  if (known?.classes !== classes) {
    const all = assumeNothing();
    for (const { node } of program.assumptions) assumeCondition(program, classes, node, true, all);
    known = { classes, known: all };
    declared.set(program, known);
  }
  return joinAssumptions(known.known, assumed);
}

/** Both at once. */
export function joinAssumptions(a: Assumptions, b: Assumptions): Assumptions {
  return { signals: both(a.signals, b.signals), classes: both(a.classes, b.classes) };
}

function both<Key>(a: ReadonlyMap<Key, Interval>, b: ReadonlyMap<Key, Interval>): Map<Key, Interval> {
  const joined = new Map(a);
  for (const [key, range] of b) {
    const known = joined.get(key);
    joined.set(key, known === undefined ? range : (meet(known, range) ?? range));
  }
  return joined;
}

/**
 * That no `ends` condition with one of these outcomes ever holds. One that cannot be evaluated does not hold either; where that
 * matters `evaluable` says which always can be, and of the others nothing is taken apart.
 */
export function assumeNoEnd(
  program: Program,
  classes: readonly number[],
  outcomes: readonly (string | undefined)[],
  evaluable: (end: NodeId) => boolean = () => true,
): Assumptions {
  const into = assumeNothing();
  for (const { node, outcome } of program.ends)
    if (outcomes.includes(outcome) && evaluable(node)) assumeCondition(program, classes, node, false, into);
  for (const [id, node] of program.nodes.entries()) {
    if (node.op !== "builtin") continue;
    const never =
      (node.name === "succeeded" && outcomes.includes("success")) ||
      (node.name === "failed" && outcomes.includes("failure")) ||
      (node.name === "terminated" && program.ends.every((end) => outcomes.includes(end.outcome)));
    if (never) into.classes.set(classes[id]!, point(0));
  }
  return into;
}

export const ANY_END: readonly (string | undefined)[] = ["success", "failure", undefined];
/** The bounds a condition has where nothing is known. */
export const UNDECIDED: Interval = TRUTH;
