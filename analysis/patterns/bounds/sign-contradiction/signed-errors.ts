// Costs of something that has two sides, without abs, square or max: one side pays. It must not know messages.
import type { Interval } from "../../../../runtime/interval.ts";
import type { NodeId, Program } from "../../../../runtime/program.ts";
import { type Combination, combineLinearly, constantOf } from "../../../facts/combine-linearly.ts";
import type { Facts } from "../../../facts/facts.ts";
import { type Deviation, goalPartsOf, sizeOf } from "../../../facts/goal-parts.ts";
import { isWritable } from "../../../facts/judge-trust.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";

export interface SignedError {
  paid: Paid;
  /** What has two sides. */
  node: NodeId;
  range: Interval;
  /** `deviation`: the spec looks at its size. `kernel`: exp(-x) above 1. `cost`: the agent chooses it and is charged for it. */
  kind: "deviation" | "kernel" | "cost";
  deviation?: Deviation;
  /** One payment at the paying end. */
  pays: number;
}

/** What the paying side must bring beside all that other terms can earn on a step. */
const WORTH = 0.1;

export function signedErrors(facts: Facts): SignedError[] {
  return facts.paid.flatMap((paid) => {
    if (paid.weight === 0 || paid.term.role !== "objective") return [];
    const found = deviationIn(facts, paid) ?? kernelIn(facts, paid) ?? costIn(facts, paid);
    return found === undefined ? [] : [found];
  });
}

const twoSided = ({ lo, hi }: Interval): boolean => lo < 0 && hi > 0;

/** A term that moves one way with x over both signs of it, where only the size of x matters to the goal or to a failing end. */
function deviationIn(facts: Facts, paid: Paid): SignedError | undefined {
  const { program, classes } = facts;
  const below = nodesBelow(program, paid.term.node);
  for (const deviation of goalPartsOf(facts).deviations) {
    const inner = combineLinearly(program, classes, deviation.inner);
    const range = facts.range(deviation.inner);
    if (!twoSided(range) || isWeighed(facts, inner)) continue;
    for (const node of [paid.term.node, ...below]) {
      if (!isMultiple(combineLinearly(program, classes, node), inner)) continue;
      const way = facts.directionIn(paid.term.node, node);
      if (way !== "+" && way !== "-") break;
      return { paid, node, range: facts.range(node), kind: "deviation", deviation, pays: paid.once.hi };
    }
  }
  return undefined;
}

/** Some term already looks at its size: what is paid for its sign comes on top, as a preference for one side. */
function isWeighed({ program, classes, paid }: Facts, inner: Combination): boolean {
  return paid.some(({ term, weight }) =>
    weight === 0
      ? false
      : [...nodesBelow(program, term.node), ...(term.when === undefined ? [] : nodesBelow(program, term.when))].some((id) => {
          const size = sizeOf(program, program.nodes[id]!);
          return size !== undefined && isMultiple(combineLinearly(program, classes, size), inner);
        }),
  );
}

function isMultiple(whole: Combination, inner: Combination): boolean {
  if (inner.parts.length === 0 || whole.parts.length !== inner.parts.length) return false;
  const ratios = inner.parts.map((part) => {
    const same = whole.parts.find((other) => other.class === part.class && other.shift === part.shift);
    return same === undefined ? Number.NaN : same.coefficient / part.coefficient;
  });
  return ratios.every((ratio) => Math.abs(ratio - ratios[0]!) <= 1e-9 * Math.abs(ratio));
}

/** exp(−x) is a kernel with its top at x = 0, unless x can be negative. */
function kernelIn(facts: Facts, paid: Paid): SignedError | undefined {
  const { program } = facts;
  for (const id of nodesBelow(program, paid.term.node)) {
    const node = program.nodes[id];
    if (node?.op !== "apply" || node.operator !== "exp") continue;
    const core = negated(program, node.args[0]!);
    if (core === undefined) continue;
    const [range, value] = [facts.range(core), facts.range(id)];
    if (!twoSided(range) || !Number.isFinite(range.lo) || !(value.hi > 2) || facts.directionIn(paid.term.node, id) !== "+")
      continue;
    return { paid, node: core, range, kind: "kernel", pays: value.hi };
  }
  return undefined;
}

/** The x of −x, −k·x and −x / k; undefined where the sign of the whole is not turned. */
function negated(program: Program, id: NodeId): NodeId | undefined {
  let [at, turned] = [id, false];
  for (;;) {
    const node = program.nodes[at];
    if (node?.op !== "apply") break;
    const [a, b] = node.args;
    const factor = b === undefined ? undefined : constantOf(program, b);
    const lead = constantOf(program, a!);
    if (node.operator === "negate") [at, turned] = [a!, !turned];
    else if (node.operator === "multiply" && lead !== undefined && lead !== 0) [at, turned] = [b!, turned !== lead < 0];
    else if (["multiply", "divide"].includes(node.operator) && factor !== undefined && factor !== 0)
      [at, turned] = [a!, turned !== factor < 0];
    else break;
  }
  return turned && constantOf(program, at) === undefined ? at : undefined;
}

/** The agent chooses x, is charged for it, and may choose it negative. */
function costIn(facts: Facts, paid: Paid): SignedError | undefined {
  const { program, classes } = facts;
  const { parts } = combineLinearly(program, classes, paid.term.node);
  const whole = negated(program, paid.term.node);
  const costs = parts.filter(({ coefficient, shift }) => coefficient < 0 && shift === 0).map(({ node }) => node);
  for (const node of new Set([...(whole === undefined ? [] : [whole]), ...costs])) {
    const range = facts.range(node);
    if (!twoSided(range) || !isChosen(facts, node) || parts.some(({ shift }) => shift !== 0)) continue;
    if (goalPartsOf(facts).parts.get(classes.now[node]!)?.sign === -1) continue;
    if (isWeighed(facts, combineLinearly(program, classes, node))) continue;
    const coefficient = parts.find((part) => classes.now[part.node] === classes.now[node])?.coefficient ?? -1;
    const pays = coefficient * range.lo * (paid.weight ?? 1);
    const others = facts.paid.reduce((sum, other) => sum + (other === paid ? 0 : Math.max(0, other.once.hi)), 0);
    if (Number.isFinite(pays) && pays >= WORTH * others) return { paid, node, range, kind: "cost", pays };
  }
  return undefined;
}

/** The policy's own numbers, and what a trainer measures of them (a sampled divergence, an advantage); no wish speaks of them. */
function isChosen(facts: Facts, node: NodeId): boolean {
  const read = [...facts.reads(node)].flatMap((name) => facts.signals.get(name) ?? []);
  return (
    read.some((signal) => isWritable(signal) || signal.from?.kind === "trainer") &&
    read.every(({ tags }) => tags.direction === undefined)
  );
}
