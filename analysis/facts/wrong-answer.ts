// That an answer is wrong as far as the spec can tell: what others vouch for is at the end that pays least, and no comparison
// with a reference succeeds. It must not know rules.
import { point } from "../../runtime/interval.ts";
import type { Node, NodeId, Program, SignalDeclaration, ValueType } from "../../runtime/program.ts";
import type { Value } from "../../runtime/trajectory.ts";
import type { Choice } from "../witness/build-episode.ts";
import { spread } from "../witness/search-record.ts";
import { type Assumptions, assumeNothing } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { join } from "./find-direction.ts";
import { elementKind, signalRange } from "./infer-range.ts";
import { isWritable } from "./judge-trust.ts";
import { payDirection } from "./pay-direction.ts";
import { factOf } from "./remember.ts";
import { payment } from "./value-terms.ts";

/** Others than the policy vouch for it. */
export const isVouched = (signal: SignalDeclaration): boolean => !isWritable(signal);

export const whenWrong = factOf((facts: Facts): Assumptions => {
  const { program } = facts;
  const assumed = assumeNothing();
  for (const [id, node] of program.nodes.entries()) {
    if (comparesWithReference(facts, id, node)) {
      const worst = node.op === "apply" && node.operator === "not_equal" ? facts.range(id).hi : facts.range(id).lo;
      if (Number.isFinite(worst)) assumed.classes.set(facts.classes.now[id]!, point(worst));
    }
  }
  const open: SignalDeclaration[] = [];
  for (const signal of program.signals) {
    if (!isVouched(signal) || elementKind(signal.type) === "text") continue;
    const paid = join(...facts.paid.map((term) => payDirection(facts, term, signal.name)));
    const goal = join(...program.goals.map(({ node }) => facts.direction(node, signal.name)));
    const direction = paid === "0" ? goal : paid;
    if (direction === "?") open.push(signal);
    if (direction === "+" || direction === "-") pin(assumed, signal, direction === "+");
  }
  for (const signal of open) pin(assumed, signal, paysLess(facts, assumed, signal));
  return assumed;
});

function pin(assumed: Assumptions, signal: SignalDeclaration, low: boolean): void {
  const { lo, hi } = signalRange(signal);
  const end = low ? lo : hi;
  if (Number.isFinite(end)) assumed.signals.set(signal.name, point(end));
}

/** Whether the lower end of a signal whose direction is not known pays no more than the upper one. */
function paysLess(facts: Facts, assumed: Assumptions, signal: SignalDeclaration): boolean {
  const most = (low: boolean): number => {
    const tried: Assumptions = { signals: new Map(assumed.signals), classes: assumed.classes };
    pin(tried, signal, low);
    const ranges = facts.rangesUnder(tried);
    return facts.paid.reduce((sum, { term }) => sum + payment(facts.program, term, ranges).hi, 0);
  };
  return most(true) <= most(false);
}

/** Records in which the answer is wrong: bools and numbers at their worst, references once like this and once like that. */
export function wrongRecords(facts: Facts, signals: readonly SignalDeclaration[]): Choice[] {
  const { signals: pinned } = whenWrong(facts);
  return [0, 1].map((variant) => {
    const choice: Choice = {};
    for (const signal of signals.filter(isVouched)) {
      const worst = pinned.get(signal.name)?.lo;
      choice[signal.name] = worst !== undefined ? spread(signal, asValue(signal, worst)) : sample(signal, variant);
    }
    return choice;
  });
}

const asValue = (signal: SignalDeclaration, value: number): Value => (elementKind(signal.type) === "bool" ? value >= 1 : value);

function sample(signal: SignalDeclaration, variant: number): Value {
  const element = elementKind(signal.type);
  const alternatives = signal.type.kind === "text" ? signal.type.alternatives : undefined;
  if (alternatives !== undefined) return alternatives[variant === 0 ? 0 : alternatives.length - 1]!;
  if (element === "text") return spread(signal, variant === 0 ? "42" : "a longer reference");
  if (element === "bool") return spread(signal, variant === 1);
  const { lo, hi } = signalRange(signal);
  return spread(signal, Math.min(hi, Math.max(lo, variant === 0 ? 0 : 17)));
}

/** A bool or a number made directly of texts, one of the policy and one that others vouch for. */
function comparesWithReference(facts: Facts, id: NodeId, node: Node): boolean {
  if (node.op !== "apply" || isText(node.type)) return false;
  const texts = node.args.filter((arg) => isText(facts.program.nodes[arg]?.type));
  return texts.length > 0 && readsBoth(facts, id);
}

const isText = (type: ValueType | undefined): boolean => type !== undefined && elementKind(type) === "text";

/** Reads a text of the policy and a text that others vouch for. */
export function readsBoth(facts: Facts, id: NodeId): boolean {
  const texts = textsRead(facts, id);
  return texts.some(isVouched) && texts.some((signal) => !isVouched(signal));
}

export function textsRead(facts: Facts, id: NodeId): SignalDeclaration[] {
  return [...facts.reads(id)]
    .flatMap((name) => facts.signals.get(name) ?? [])
    .filter((signal) => elementKind(signal.type) === "text");
}

/** The bools that others vouch for and that a term of this timing can be made to depend on. */
export function verifiedChecks(program: Program, timing: string): SignalDeclaration[] {
  return program.signals.filter(
    (signal) =>
      signal.type.kind === "bool" &&
      signal.trust === "verified" &&
      !isWritable(signal) &&
      !signal.optional &&
      (timing !== "step" || signal.timing === "step" || signal.timing === "start"),
  );
}
