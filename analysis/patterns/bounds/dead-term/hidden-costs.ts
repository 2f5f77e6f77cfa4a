// Costs inside a floor: of max(0, gain − cost) nothing is left of the cost where there is no gain. It must not know messages.
import type { Interval } from "../../../../runtime/interval.ts";
import type { NodeId, Program } from "../../../../runtime/program.ts";
import { combineLinearly, constantOf } from "../../../facts/combine-linearly.ts";
import type { Facts } from "../../../facts/facts.ts";
import type { Paid } from "../../../facts/value-terms.ts";

export interface HiddenCosts {
  /** The max or clip. */
  node: NodeId;
  /** What is under the floor. */
  inner: NodeId;
  floor: number;
  gains: NodeId[];
  costs: NodeId[];
  /** What the costs come to at most, before the weight. */
  most: number;
  /** What the whole would come to without the floor. */
  least: number;
}

/** The first floor that an objective adds, under which a cost can vanish. */
export function hiddenCosts(facts: Facts, { term, weight }: Paid): HiddenCosts | undefined {
  if (term.role !== "objective" || weight === 0) return undefined;
  const { program, classes } = facts;
  for (const part of combineLinearly(program, classes, term.node).parts) {
    const floored = part.shift === 0 && part.coefficient > 0 ? floorOf(program, part.node) : undefined;
    const found = floored === undefined ? undefined : judge(facts, part.node, floored.inner, floored.floor);
    if (found !== undefined) return found;
  }
  return undefined;
}

function floorOf(program: Program, id: NodeId): { inner: NodeId; floor: number } | undefined {
  const node = program.nodes[id];
  if (node?.op !== "apply") return undefined;
  const [a, b] = node.args;
  if (node.operator === "clip") {
    const floor = constantOf(program, b!);
    return floor === undefined ? undefined : { inner: a!, floor };
  }
  if (node.operator !== "max" || node.args.length !== 2) return undefined;
  const [left, right] = [constantOf(program, a!), constantOf(program, b!)];
  if (left !== undefined) return { inner: b!, floor: left };
  return right === undefined ? undefined : { inner: a!, floor: right };
}

function judge(facts: Facts, node: NodeId, inner: NodeId, floor: number): HiddenCosts | undefined {
  const { parts, constant } = combineLinearly(facts.program, facts.classes, inner);
  if (parts.some(({ shift }) => shift !== 0) || !(facts.range(inner).lo < floor)) return undefined;
  const worths = parts.map((part) => ({ node: part.node, worth: scaled(facts.range(part.node), part.coefficient) }));
  const gains = worths.filter(({ worth }) => worth.lo >= 0 && worth.hi > 0);
  const costs = worths.filter(({ node: cost, worth }) => worth.hi <= 0 && worth.lo < 0 && isIncurred(facts, cost));
  if (gains.length === 0 || costs.length === 0 || gains.length + costs.length < parts.length) return undefined;
  if (costs.some(({ node: cost }) => gains.some((gain) => share(facts, cost, gain.node)))) return undefined;
  const [idle, best] = [constant + sum(gains.map(({ worth }) => worth.lo)), constant + sum(gains.map(({ worth }) => worth.hi))];
  const most = -sum(costs.map(({ worth }) => worth.lo));
  if (!(idle <= floor || best - most < floor)) return undefined;
  return {
    node,
    inner,
    floor,
    gains: gains.map((gain) => gain.node),
    costs: costs.map((cost) => cost.node),
    most,
    least: idle - most,
  };
}

/** Not given from outside: a reference, a data set, a value fixed at the start. */
function isIncurred(facts: Facts, node: NodeId): boolean {
  const read = [...facts.reads(node)].flatMap((name) => facts.signals.get(name) ?? []);
  return (
    read.length > 0 &&
    read.every(({ from, timing }) => timing !== "start" && !["reference", "dataset"].includes(from?.kind ?? ""))
  );
}

function share(facts: Facts, a: NodeId, b: NodeId): boolean {
  return [...facts.reads(a)].some((name) => facts.reads(b).has(name));
}

const scaled = ({ lo, hi }: Interval, by: number): Interval =>
  by > 0 ? { lo: lo * by, hi: hi * by } : { lo: hi * by, hi: lo * by };
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
