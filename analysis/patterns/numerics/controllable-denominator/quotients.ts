// Divisions and logarithms below a term by a value that is neither fixed nor vouched for, and what their lowest end is worth.
// It must not know messages.
import { isBounded, point } from "../../../../runtime/interval.ts";
import type { Node, NodeId } from "../../../../runtime/program.ts";
import { assumeNothing } from "../../../facts/assumptions.ts";
import { combineLinearly, constantOf } from "../../../facts/combine-linearly.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";

export interface Quotient {
  /** The division or logarithm. */
  node: NodeId;
  divisor: NodeId;
  logarithm: boolean;
  /** Where the lowest end begins and where it is left. */
  lowest: number;
  near: number;
  highest: number;
  /** The term's value there; others at their best. */
  atLowest: number;
  atNear: number;
  /** Of all the term can gain by a smaller divisor, the part gained below `near`. */
  share: number;
}

/** A smaller floor, as a share of the divisor's range, only keeps it from being 0. */
const MEANT = 1e-3;
/** What a fixed amount over a floor may come to and still be a kernel, such as 1 / (1 + x). */
const MOST = 100;

/** Below an objective, those that pay most of their worth in the lowest `end` of the divisor's range. */
export function quotientsOf(facts: Facts, { term, weight }: Paid, end: number): Quotient[] {
  if (term.role !== "objective" || weight === 0) return [];
  return [...nodesBelow(facts.program, term.node)].flatMap((id) => {
    const divisor = divisorOf(facts.program.nodes[id]);
    if (divisor === undefined || !isOpen(facts, divisor)) return [];
    return judge(facts, term.node, id, divisor, end) ?? [];
  });
}

function divisorOf(node: Node | undefined): NodeId | undefined {
  if (node?.op !== "apply") return undefined;
  if (node.operator === "divide") return node.args[1];
  return ["log", "log2", "log10"].includes(node.operator) ? node.args[0] : undefined;
}

/** The agent may move it: it is no verified value, not fixed before the first step, and no mere count. */
function isOpen(facts: Facts, divisor: NodeId): boolean {
  const { program, signals } = facts;
  const trust = facts.trust(divisor);
  const timing = program.nodes[divisor]?.timing;
  if (trust === undefined || trust === "verified" || timing === "start" || timing === "constant") return false;
  const read = [...facts.reads(divisor)].flatMap((name) => signals.get(name) ?? []);
  return read.some(({ type, integer }) => integer !== true && (type.kind === "number" || type.kind === "vector"));
}

function judge(facts: Facts, root: NodeId, node: NodeId, divisor: NodeId, end: number): Quotient | undefined {
  const { classes, program } = facts;
  const range = facts.range(divisor);
  if (range.hi <= 0 || !Number.isFinite(range.lo)) return undefined;
  const from = Math.max(range.lo, 0);
  // Where nothing says how large it can be, only a divisor that can be nearly 0 says anything.
  if (!Number.isFinite(range.hi) && from > MEANT) return undefined;
  const highest = Number.isFinite(range.hi) ? range.hi : 1;
  const lowest = from > 0 ? from : highest * 1e-6;
  const near = from + end * (highest - from);
  const [above, below] = program.nodes[node]!.op === "apply" ? (program.nodes[node] as { args: NodeId[] }).args : [];
  if (above !== undefined && below !== undefined && isDeviation(facts, above, divisor)) return undefined;
  if (below !== undefined && above !== undefined && isRelated(facts, above, divisor)) return undefined;
  if (isMeant(facts, below === undefined ? undefined : above, divisor)) return undefined;
  const at = (value: number): number => {
    const assumed = assumeNothing();
    assumed.classes.set(classes.now[divisor]!, point(value));
    if (below !== undefined && above !== undefined && !isBounded(facts.range(above)))
      assumed.classes.set(classes.now[above]!, point(1));
    return facts.rangesUnder(assumed)(root).hi;
  };
  const [atLowest, atNear, atHighest] = [at(lowest), at(near), at(highest)];
  if (!(atLowest > atNear) || !Number.isFinite(atNear) || !Number.isFinite(atHighest)) return undefined;
  const share = Number.isFinite(atLowest) ? (atLowest - atNear) / (atLowest - Math.min(atHighest, atNear)) : 1;
  return { node, divisor, logarithm: below === undefined, lowest, near, highest, atLowest, atNear, share };
}

/** Both sides look at the same thing, as in 2ab / (a + b): a small divisor comes with a small dividend. A spread does not. */
function isRelated({ program, reads }: Facts, above: NodeId, divisor: NodeId): boolean {
  const spread = [...nodesBelow(program, divisor)].some((id) => foldOf(program.nodes[id], ["std", "var"]) !== undefined);
  return !spread && [...reads(above)].some((name) => reads(divisor).has(name));
}

/** A floor written down by the designer that is not a mere guard against 0: the 1 of 1 / (1 + x), the 50 of max(50, t). */
function isMeant(facts: Facts, above: NodeId | undefined, divisor: NodeId): boolean {
  const { program, classes } = facts;
  const node = program.nodes[divisor];
  const parts = node?.op === "apply" && node.operator === "max" ? node.args : [];
  const floor = Math.max(
    ...parts.map((part) => constantOf(program, part) ?? 0),
    combineLinearly(program, classes, divisor).constant,
  );
  const { lo, hi } = facts.range(divisor);
  if (!(floor > 0) || floor > lo * 1.001) return false;
  const fixed = above === undefined ? undefined : constantOf(program, above);
  return fixed === undefined ? floor >= (Number.isFinite(hi) ? hi * MEANT : MEANT) : fixed <= MOST * floor;
}

/** (x − mean(x)) / std(x): what is divided shrinks with the divisor. */
function isDeviation(facts: Facts, above: NodeId, divisor: NodeId): boolean {
  const { program, classes } = facts;
  const spread = [...nodesBelow(program, divisor)].flatMap((id) => foldOf(program.nodes[id], ["std", "var", "max"]) ?? []);
  const centre = [...nodesBelow(program, above)].flatMap((id) => foldOf(program.nodes[id], ["mean", "median", "min"]) ?? []);
  const bare = program.nodes[above];
  return (
    bare?.op === "apply" &&
    bare.operator === "subtract" &&
    spread.some((a) => centre.some((b) => classes.now[a] === classes.now[b]))
  );
}

function foldOf(node: Node | undefined, operators: readonly string[]): NodeId | undefined {
  const folds = node?.op === "aggregate" || node?.op === "reduce" || node?.op === "window";
  return folds && operators.includes(node.operator) ? node.args[0] : undefined;
}
