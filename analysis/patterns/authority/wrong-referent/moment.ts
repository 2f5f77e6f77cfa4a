// What the goal asks for at the end or throughout, and pay on any one step.
import type { Named, NodeId } from "../../../../runtime/program.ts";
import { argumentsOf } from "../../../facts/classify-nodes.ts";
import type { Facts } from "../../../facts/facts.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import type { Mismatch } from "./rule.ts";

interface Lasting {
  goal: Named;
  /** Class of the step value. */
  of: number;
  asks: string;
}

export function otherMoment(facts: Facts): Mismatch[] {
  const lasting = facts.program.goals.flatMap((goal) => lastingIn(facts, goal));
  const { paying } = goalDependence(facts);
  return lasting.flatMap((each): Mismatch[] => {
    if (readElsewhere(facts, each.of)) return [];
    const by = paying.filter((paid) => paysOnce(facts, paid, each.of));
    return by.slice(0, 1).map((paid) => describe(facts, paid, each));
  });
}

function lastingIn(facts: Facts, goal: Named): Lasting[] {
  const { nodes } = facts.program;
  return [...nodesBelow(facts.program, goal.node)].flatMap((id) => {
    const node = nodes[id];
    if (node?.op !== "aggregate" || node.axis !== "steps" || node.where !== undefined) return [];
    const of = facts.classes.now[node.args[0]!]!;
    if (facts.reads(node.args[0]!).size === 0) return [];
    if (node.operator === "last") return [{ goal, of, asks: "on the last step" }];
    return node.operator === "all" ? [{ goal, of, asks: "on every step" }] : [];
  });
}

const isMoment = (facts: Facts, id: NodeId): boolean => {
  const node = facts.program.nodes[id];
  return node?.op === "aggregate" && node.axis === "steps" && (node.operator === "any" || node.operator === "max");
};

/** Its best moment is what is paid: `any`, `max`, or the first time. */
function paysOnce(facts: Facts, { term }: Paid, of: number): boolean {
  if (term.role !== "objective") return false;
  if (term.rate === "once" && facts.classes.now[term.node] === of) return true;
  return [...nodesBelow(facts.program, term.node)].some(
    (id) => isMoment(facts, id) && argumentsOf(facts.program.nodes[id]!).some((arg) => facts.classes.now[arg] === of),
  );
}

/** Something paid, required or ending the episode reads the value otherwise than at its best moment. */
function readElsewhere(facts: Facts, of: number): boolean {
  const { program } = facts;
  const names = [...facts.reads(program.nodes.findIndex((_, id) => facts.classes.now[id] === of))];
  const roots = [
    ...program.shapings.map(({ node }) => node),
    ...program.requires.map(({ node }) => node),
    ...program.ends.map(({ node }) => node),
    ...goalDependence(facts).paying.flatMap(({ term }) => [
      ...(term.when === undefined ? [] : [term.when]),
      ...(term.rate === "once" && facts.classes.now[term.node] === of ? [] : [term.node]),
    ]),
  ];
  return roots.some((root) => readsOutside(facts, root, of, names));
}

/** Below `root`, a signal of the value is read on a path without a best moment of the value. */
function readsOutside(facts: Facts, root: NodeId, of: number, names: readonly string[]): boolean {
  const node = facts.program.nodes[root];
  if (node === undefined || !names.some((name) => facts.reads(root).has(name))) return false;
  if (isMoment(facts, root) && argumentsOf(node).every((arg) => facts.classes.now[arg] === of)) return false;
  const args = argumentsOf(node);
  return args.length === 0 || args.some((arg) => readsOutside(facts, arg, of, names));
}

function describe(facts: Facts, { term }: Paid, { goal, asks }: Lasting): Mismatch {
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' pays for one good step, whenever it is; the goal '${goal.name}' asks for it ${asks}.`,
    why: "Touching the goal for a moment earns everything. An agent throws, jumps or rushes through it and does not stay.",
    help: `Pay what the goal reads: the same value ${asks}.`,
    related: [{ at: goal.source, message: "the goal" }],
  };
}
