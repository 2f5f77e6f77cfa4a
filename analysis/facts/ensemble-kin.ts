// Where learned scores are pooled into one: which signals, how, and whether they are known to err together. It must not know rules.
import type { NodeId, SignalDeclaration } from "../../runtime/program.ts";
import { combineLinearly } from "./combine-linearly.ts";
import type { Facts } from "./facts.ts";
import { trustOf } from "./judge-trust.ts";
import { factOf } from "./remember.ts";
import { nodesBelow } from "./trace-reads.ts";
import type { Paid } from "./value-terms.ts";

/** `asked`: one model, several times. */
export type Kinship = "same" | "asked" | "unknown" | "different";

export interface Pool {
  paid: Paid;
  node: NodeId;
  /** Distinct; one where it is an ensemble. */
  members: SignalDeclaration[];
  /** An average or sum, one less the spread, or a (soft) minimum. */
  how: "average" | "spread" | "minimum";
  kin: Kinship;
}

const ways: Readonly<Record<string, Pool["how"]>> = {
  sum: "average",
  mean: "average",
  median: "average",
  weighted_sum: "average",
  uwo: "spread",
  mean_minus_std: "spread",
  min: "minimum",
  softmin: "minimum",
};

/** The pools in the objectives, the largest of those inside each other. */
export const poolsOf = factOf((facts: Facts): readonly Pool[] =>
  facts.paid
    .filter(({ term, weight, once }) => term.role === "objective" && weight !== 0 && once.hi > 0)
    .flatMap((paid) => inTerm(facts, paid)),
);

function inTerm(facts: Facts, paid: Paid): Pool[] {
  const found: Pool[] = [];
  for (const node of [...nodesBelow(facts.program, paid.term.node)].sort((a, b) => b - a)) {
    const pool = poolAt(facts, node);
    if (pool === undefined || found.some((other) => pool.members.every((member) => other.members.includes(member)))) continue;
    found.push({ ...pool, paid, node, kin: kinOf(pool.members) });
  }
  return found;
}

function poolAt(facts: Facts, id: NodeId): Pick<Pool, "members" | "how"> | undefined {
  const node = facts.program.nodes[id];
  if (node?.op !== "reduce" && node?.op !== "apply") return undefined;
  const how = ways[node.operator];
  const first = facts.program.nodes[node.args[0]!];
  if (how !== undefined && node.op === "reduce" && first?.op === "signal") {
    const signal = facts.signals.get(first.name);
    const pooled = signal?.type.kind === "vector" && signal.type.members === true && trustOf(signal) === "learned";
    return pooled ? { members: [signal], how } : undefined;
  }
  if (how !== undefined && first?.op === "vector") return together(facts, first.args, how);
  if (node.op === "apply" && node.operator === "min") return together(facts, flat(facts, id), "minimum");
  if (node.op !== "apply" || !["add", "divide", "multiply"].includes(node.operator)) return undefined;
  const { parts } = combineLinearly(facts.program, facts.classes, id);
  const even = parts.every(
    ({ coefficient, shift }) => shift === 0 && Math.abs(coefficient - parts[0]!.coefficient) < 1e-6 && coefficient > 0,
  );
  return even
    ? together(
        facts,
        parts.map(({ node }) => node),
        "average",
      )
    : undefined;
}

/** The arguments of a minimum of minima. */
function flat(facts: Facts, id: NodeId): NodeId[] {
  const node = facts.program.nodes[id];
  return node?.op === "apply" && node.operator === "min" ? node.args.flatMap((arg) => flat(facts, arg)) : [id];
}

/** Two or more parts that each read one learned score of the same kind. */
function together(facts: Facts, parts: readonly NodeId[], how: Pool["how"]): Pick<Pool, "members" | "how"> | undefined {
  const members: SignalDeclaration[] = [];
  for (const part of parts) {
    const [name, ...others] = facts.reads(part);
    const signal = name === undefined ? undefined : facts.signals.get(name);
    if (signal === undefined || others.length > 0 || trustOf(signal) !== "learned") return undefined;
    if (!members.includes(signal)) members.push(signal);
  }
  const alike = members.every(
    ({ range, unit, type }) => same(range, members[0]!.range) && unit === members[0]!.unit && type.kind === members[0]!.type.kind,
  );
  return members.length >= 2 && alike ? { members, how } : undefined;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function kinOf(members: readonly SignalDeclaration[]): Kinship {
  const [first] = members;
  if (members.length === 1) {
    if (first!.tags.varying === "pretraining") return "different";
    return first!.tags.varying === "finetuning" || new Set(first!.from?.ids).size < 2 ? "same" : "unknown";
  }
  const families = new Set(members.map(({ tags }) => tags.family));
  if (families.size === 1 && !families.has(undefined as never)) return "same";
  if (members.every(({ from }) => from?.ids[0] !== undefined && same(from.ids, first!.from?.ids))) return "asked";
  return families.size === members.length && !families.has(undefined as never) ? "different" : "unknown";
}

/** Neither of the family nor the very model of any member. */
export function isOutsider(members: readonly SignalDeclaration[], signal: SignalDeclaration): boolean {
  return members.every(
    (member) =>
      member !== signal &&
      (signal.tags.family === undefined || signal.tags.family !== member.tags.family) &&
      (signal.from?.ids[0] === undefined || signal.from.ids[0] !== member.from?.ids[0]),
  );
}
