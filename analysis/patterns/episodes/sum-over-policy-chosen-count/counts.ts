// Where a term adds up something whose number the policy chooses: its own events, steps before it stops, items in its text.
import { point } from "../../../../runtime/interval.ts";
import type { Node, NodeId, SignalDeclaration, Source } from "../../../../runtime/program.ts";
import { assumeNothing } from "../../../facts/assumptions.ts";
import { boundSum } from "../../../facts/bound-sum.ts";
import type { Facts } from "../../../facts/facts.ts";
import { isWritable, trustOf } from "../../../facts/judge-trust.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { type Paid, payment } from "../../../facts/value-terms.ts";

export interface Count {
  /** One of what is counted, for people. */
  item: string;
  /** Counted over steps, else items of one value. */
  steps: boolean;
  /** Something that happens or not, rather than a score. */
  event: boolean;
  /** Pays only where something the policy does not write holds as well. */
  gated: boolean;
  because: { source: Source; note: string }[];
  /** The signal that is repeated, or the text that is counted. */
  signal: SignalDeclaration;
  /** The counting node, where items of a value are counted. */
  node?: NodeId;
}

export function countsOf(facts: Facts, paid: Paid): Count[] {
  if (paid.term.timing === "step" && paid.repeats > 1) return stepCounts(facts, paid, paid.term.node);
  return [...foldedCounts(facts, paid), ...itemCounts(facts, paid), ...declaredCounts(facts, paid)];
}

/** A value paid on every step that grows with their number. */
function stepCounts(facts: Facts, paid: Paid, value: NodeId): Count[] {
  const summing = { program: facts.program, classes: facts.classes, ranges: facts.range };
  if (paid.telescoping || boundSum(summing, value) !== undefined) return [];
  const counts = [...facts.reads(value)].flatMap((name) => {
    const signal = facts.signals.get(name);
    return signal !== undefined && facts.direction(value, name) === "+" ? (repeatable(facts, paid, signal) ?? []) : [];
  });
  return counts.length > 0 ? counts : paid.term.timing === "step" ? itemCounts(facts, paid) : [];
}

function repeatable(facts: Facts, paid: Paid, signal: SignalDeclaration): Count | undefined {
  const { tags, type, source } = signal;
  if (tags.latched !== undefined || signal.timing !== "step") return undefined;
  const event = type.kind === "bool" || signal.integer === true;
  const gated = isGated(facts, paid, signal);
  const count = (item: string, note: string): Count => ({ item, steps: true, event, gated, signal, because: [{ source, note }] });
  // Events of the world that come back are another rule's.
  if (tags.repeatable !== undefined && isWritable(signal))
    return count(`'${signal.name}'`, `'${signal.name}' can be made to happen again`);
  if (isWritable(signal) && event) return count(`'${signal.name}'`, `'${signal.name}' is the policy's own doing`);
  const stop = chosenEnd(facts);
  if (trustOf(signal) === "learned" && stop !== undefined) {
    const found = count("step", `'${signal.name}' is scored on every step`);
    return { ...found, event: false, because: [...found.because, { source: stop, note: "the policy chooses when this holds" }] };
  }
  return undefined;
}

/** An end that is no failure and that the policy decides, or that the spec does not call success or failure. */
export function chosenEnd(facts: Facts): Source | undefined {
  const { program } = facts;
  const own = (node: NodeId) => [...facts.reads(node)].some((name) => isWritable(facts.signals.get(name)!));
  return program.ends.find((end) => end.outcome === undefined || (end.outcome === "success" && own(end.node)))?.source;
}

/** Whether some bool that the policy does not write must hold for the term to pay. */
function isGated(facts: Facts, { term }: Paid, counted: SignalDeclaration): boolean {
  const read = new Set([...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))]);
  return [...read].some((name) => {
    const gate = facts.signals.get(name);
    if (gate === undefined || gate === counted || gate.type.kind !== "bool" || isWritable(gate)) return false;
    const assumed = assumeNothing();
    assumed.signals.set(name, point(0));
    return payment(facts.program, term, facts.rangesUnder(assumed)).hi <= 0;
  });
}

/** sum(…) over steps and count(…) over steps inside a value of the whole episode. */
function foldedCounts(facts: Facts, paid: Paid): Count[] {
  if (facts.length.most === 1) return [];
  return [...nodesBelow(facts.program, paid.term.node)].flatMap((id) => {
    const node = facts.program.nodes[id];
    if (node?.op !== "aggregate" || node.axis !== "steps" || !["sum", "count"].includes(node.operator)) return [];
    return growsWith(facts, paid, id) ? stepCounts(facts, paid, node.args[0]!) : [];
  });
}

/** Matches, words, characters and extracted items of what the policy writes. */
function itemCounts(facts: Facts, paid: Paid): Count[] {
  return [...nodesBelow(facts.program, paid.term.node)].flatMap((id) => {
    const node = facts.program.nodes[id];
    const counted = node === undefined ? undefined : countedItem(facts, node);
    if (counted === undefined) return [];
    const read = [...facts.reads(id)].flatMap((name) => facts.signals.get(name) ?? []);
    const written = read.find((signal) => signal.type.kind !== "number" && isWritable(signal));
    if (written === undefined || !growsWith(facts, paid, id)) return [];
    const note = `'${written.name}' is written by the policy`;
    const gated = isGated(facts, paid, written);
    return [
      {
        item: counted,
        steps: false,
        event: false,
        gated,
        signal: written,
        node: id,
        because: [{ source: written.source, note }],
      },
    ];
  });
}

function countedItem(facts: Facts, node: Node): string | undefined {
  if (node.op === "apply" && node.operator === "count_matches") return "match";
  if (node.op === "apply" && node.operator === "length") {
    const counted = facts.program.nodes[node.args[0]!];
    return counted?.op === "apply" && counted.operator === "words"
      ? "word"
      : counted?.type.kind === "list"
        ? "item"
        : "character";
  }
  const list =
    node.op === "reduce" && ["sum", "count"].includes(node.operator) && facts.program.nodes[node.args[0]!]?.type.kind === "list";
  return list ? "item" : undefined;
}

/** A count the policy declares itself, such as its number of tool calls. */
function declaredCounts(facts: Facts, paid: Paid): Count[] {
  return [...facts.reads(paid.term.node)].flatMap((name) => {
    const signal = facts.signals.get(name);
    if (signal?.integer !== true || !isWritable(signal) || signal.tags.latched !== undefined) return [];
    const node = facts.program.nodes.findIndex((other) => other.op === "signal" && other.name === name);
    if (!growsWith(facts, paid, node)) return [];
    const because = [{ source: signal.source, note: `'${name}' is the policy's own doing` }];
    return [{ item: `one of '${name}'`, steps: false, event: false, gated: isGated(facts, paid, signal), signal, node, because }];
  });
}

/** What is paid rises with the part up to its highest value, and no other term falls with it. */
function growsWith(facts: Facts, paid: Paid, part: NodeId): boolean {
  if (facts.directionIn(paid.term.node, part) !== "+") return false;
  const { lo, hi } = facts.range(part);
  const half = assumeNothing();
  half.classes.set(facts.classes.now[part]!, { lo, hi: hi === Number.POSITIVE_INFINITY ? Math.max(lo, 1e6) : (lo + hi) / 2 });
  const saturates = facts.rangesUnder(half)(paid.term.node).hi >= facts.range(paid.term.node).hi;
  const charged = facts.paid.some(({ term }) => term.role === "penalty" && facts.directionIn(term.node, part) === "+");
  return !saturates && !charged;
}
