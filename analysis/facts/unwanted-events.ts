// What must not happen, as far as the spec says so: bools and counts that are a hazard or that a goal falls with or forbids, and
// what the reward does about them. It must not know rules.
import type { NodeId, SignalDeclaration } from "../../runtime/program.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";
import { dependenciesOf } from "./trace-reads.ts";
import { type Wish, wishesOf } from "./wishes.ts";

export interface UnwantedEvent {
  signal: SignalDeclaration;
  wish: Wish;
  /** Some condition that ends the episode reads it. */
  ends: boolean;
  /** What is paid depends on it: a term, its condition or weight, a constraint, a limit, the whole. */
  paid: boolean;
}

/** In the order declared; only what can happen on a step. */
export const unwantedEvents = factOf((facts: Facts): UnwantedEvent[] => {
  const { program } = facts;
  const among = (nodes: readonly NodeId[], name: string) => nodes.some((node) => facts.reads(node).has(name));
  const paying = program.terms.flatMap(({ node, weight, when }) => [node, weight, ...(when === undefined ? [] : [when])]);
  const bounds = [
    ...program.requires.flatMap(({ node, otherwise }) => [node, otherwise]),
    ...program.shapings.map(({ node }) => node),
  ];
  const limits = program.limits.flatMap(({ node }) => node ?? []);
  const whole = program.total === undefined ? [] : [program.total];
  const ends = program.ends.map(({ node }) => node);
  return program.signals.flatMap((signal) => {
    if (signal.timing !== "step" || signal.trust === "policy") return [];
    if (signal.type.kind !== "bool" && signal.integer !== true) return [];
    const wish = wishesOf(facts, signal).find(({ direction, role }) => direction === "-" && role === undefined);
    if (wish === undefined || (!wish.said && !program.goals.some(({ node }) => standsAlone(facts, node, signal.name)))) return [];
    const all = [...paying, ...bounds, ...limits, ...whole];
    return [{ signal, wish, ends: among(ends, signal.name), paid: among(all, signal.name) }];
  });
});

const alone: ReadonlySet<string> = new Set([
  "add",
  "subtract",
  "multiply",
  "divide",
  "negate",
  "not",
  "and",
  "less",
  "less_equal",
]);

/** No condition on anything else decides whether it matters: it is added, taken off, counted, or must hold beside others. */
function standsAlone(facts: Facts, root: NodeId, name: string): boolean {
  const node = facts.program.nodes[root];
  if (node === undefined || !facts.reads(root).has(name)) return true;
  if (facts.reads(root).size === 1) return true;
  const adds = node.op === "aggregate" || node.op === "reduce" || (node.op === "apply" && alone.has(node.operator));
  if (!adds) return false;
  const factors = node.op === "apply" && (node.operator === "multiply" || node.operator === "divide");
  if (factors && node.args.some((part) => !facts.reads(part).has(name) && facts.reads(part).size > 0)) return false;
  return dependenciesOf(facts.program, node).every((part) => standsAlone(facts, part, name));
}
