// Amounts that are multiplied by the length of a step as if they were rates. It must not know messages.
import type { NodeId, Program } from "../../../../runtime/program.ts";
import { constantOf } from "../../../facts/combine-linearly.ts";
import type { Facts } from "../../../facts/facts.ts";
import { findDifferences, telescopes } from "../../../facts/find-difference.ts";
import type { Ranges } from "../../../facts/infer-range.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { type Paid, payment } from "../../../facts/value-terms.ts";

/** Paid only where the episode ends, at single moments, or for what changed over one step. */
export type AmountKind = "end" | "event" | "change";

export interface Scaled {
  /** What is scaled. */
  amount: NodeId;
  by: string;
  /** By 'per second', not in the formula. */
  rate: boolean;
}

export function scaledByStep(program: Program, { term }: Paid, dt: number): Scaled | undefined {
  if (term.rate === "second") return { amount: term.node, by: "'per second'", rate: true };
  if (timesStep(program, term.weight, dt) !== undefined) return { amount: term.node, by: "its weight", rate: false };
  const amount = timesStep(program, term.node, dt);
  return amount === undefined ? undefined : { amount, by: "its formula", rate: false };
}

/** What is multiplied by a time as long as a step, written in seconds or divided by a second; of such a time alone, itself. */
function timesStep(program: Program, id: NodeId, dt: number): NodeId | undefined {
  const node = program.nodes[id];
  if (isStep(program, id, dt)) return id;
  if (node?.op !== "apply") return undefined;
  const [a, b] = node.args as [NodeId, NodeId];
  if (node.operator === "divide") return program.nodes[b]?.op === "constant" ? timesStep(program, a, dt) : undefined;
  if (node.operator !== "multiply") return undefined;
  if (isStep(program, a, dt)) return b;
  if (isStep(program, b, dt)) return a;
  return timesStep(program, a, dt) ?? timesStep(program, b, dt);
}

function isStep(program: Program, id: NodeId, dt: number): boolean {
  const node = program.nodes[id];
  if (node?.op === "apply" && node.operator === "divide") {
    const [time, second] = node.args as [NodeId, NodeId];
    return isStep(program, time, dt) && program.nodes[second]?.unit === "s" && constantOf(program, second) === 1;
  }
  return node?.op === "constant" && node.unit === "s" && node.value === dt;
}

/** `unended`: ranges while no `ends` condition holds. */
export function amountKind(facts: Facts, unended: Ranges, paid: Paid, amount: NodeId): AmountKind | undefined {
  const { program, classes } = facts;
  const apart = payment(program, paid.term, unended);
  if (program.ends.length > 0 && apart.lo === 0 && apart.hi === 0) return "end";
  if (paid.term.rate === "once" || isEvent(facts, amount)) return "event";
  const change = telescopes(findDifferences(program, classes, amount)) && !isRate(program, amount, program.settings.dt!);
  return change ? "change" : undefined;
}

/** True on single steps: where a condition starts or stops to hold, or what is declared to happen once or again and again. */
function isEvent(facts: Facts, id: NodeId): boolean {
  const { program, signals } = facts;
  const node = program.nodes[id];
  if (node?.op === "signal") {
    const tags = signals.get(node.name)?.tags;
    return node.type.kind === "bool" && (tags?.latched !== undefined || tags?.repeatable !== undefined);
  }
  const [a, b] = node?.op === "apply" ? node.args : [];
  if (node?.op !== "apply" || a === undefined || b === undefined) return false;
  if (node.operator === "multiply")
    return (
      (isEvent(facts, a) && constantOf(program, b) !== undefined) || (isEvent(facts, b) && constantOf(program, a) !== undefined)
    );
  return node.operator === "and" && (switches(facts, a, b) || switches(facts, b, a));
}

/** `x and not prev(x)`, or `not x and prev(x)`. */
function switches({ program, classes }: Facts, held: NodeId, negated: NodeId): boolean {
  const not = program.nodes[negated];
  if (not?.op !== "apply" || not.operator !== "not") return false;
  const inner = not.args[0]!;
  const [a, b] = [classes.before[inner], classes.before[held]];
  return (a !== undefined && a === classes.now[held]) || (b !== undefined && b === classes.now[inner]);
}

/** Divided by dt already, as `rate_of(x)` is. */
function isRate(program: Program, value: NodeId, dt: number): boolean {
  return [...nodesBelow(program, value)].some((id) => {
    const node = program.nodes[id];
    return node?.op === "apply" && node.operator === "divide" && constantOf(program, node.args[1]!) === dt;
  });
}
