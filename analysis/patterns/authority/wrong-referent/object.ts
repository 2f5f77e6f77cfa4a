// A difference or comparison of the goal that is paid with one side replaced by something no goal reads.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { Named, NodeId } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import { wrapReadings } from "../../edit-term.ts";
import type { PatternInput } from "../../pattern.ts";
import type { Mismatch } from "./rule.ts";

const pairing: ReadonlySet<string> = new Set(["subtract", "equal", "same", "similarity", "quat_angle", "token_f1"]);

interface Swap {
  goal: Named;
  /** The pair that is paid, the side that differs there, and what the goal has in its place. */
  pair: NodeId;
  shared: NodeId;
  paid: NodeId;
  wanted: NodeId;
}

export function otherObject(input: PatternInput): Mismatch[] {
  const { facts } = input;
  const { paying } = goalDependence(facts);
  const wanted = facts.program.goals.flatMap((goal) => pairsBelow(facts, goal.node).map((pair) => ({ goal, pair })));
  if (wanted.length === 0) return [];
  return paying.flatMap((paid) => {
    const swaps = pairsBelow(facts, paid.term.node).flatMap((pair) =>
      wanted.flatMap((each) => swapOf(facts, each.goal, each.pair, pair) ?? []),
    );
    return swaps.slice(0, 1).map((swap) => describe(input, paid, swap));
  });
}

function pairsBelow(facts: Facts, root: NodeId): NodeId[] {
  return [...nodesBelow(facts.program, root)].filter((id) => {
    const node = facts.program.nodes[id];
    return node?.op === "apply" && pairing.has(node.operator) && node.args.length >= 2;
  });
}

/** One side is the same, the other is read by the goal only, and its replacement by pay only. */
function swapOf(facts: Facts, goal: Named, of: NodeId, pair: NodeId): Swap | undefined {
  const [a, b] = [facts.program.nodes[of], facts.program.nodes[pair]];
  if (a?.op !== "apply" || b?.op !== "apply" || a.operator !== b.operator) return undefined;
  const classes = facts.classes.now;
  for (const i of [0, 1])
    for (const j of [0, 1]) {
      const [shared, wanted, paid] = [b.args[j]!, a.args[1 - i]!, b.args[1 - j]!];
      if (classes[a.args[i]!] !== classes[shared] || classes[wanted] === classes[paid]) continue;
      if (facts.reads(shared).size > 0 && isApart(facts, wanted, paid)) return { goal, pair, shared, paid, wanted };
    }
  return undefined;
}

function isApart(facts: Facts, wanted: NodeId, paid: NodeId): boolean {
  const known = goalDependence(facts);
  const [needed, used] = [[...facts.reads(wanted)], [...facts.reads(paid)]];
  if (needed.length === 0 || used.length === 0) return false;
  const free = needed.every((name) => !known.paid.has(name) && !known.constrained.has(name));
  return free && used.every((name) => !known.wanted.has(name));
}

function describe(input: PatternInput, { term }: Paid, swap: Swap): Mismatch {
  const { facts } = input;
  const say = (node: NodeId) => quoteNames([...facts.reads(node)]);
  const [paid, wanted] = [say(swap.paid), say(swap.wanted)];
  return {
    at: placeOf(facts, term.source, swap.pair),
    message: `'${term.name}' compares ${say(swap.shared)} with ${paid}; the goal '${swap.goal.name}' compares it with ${wanted}, which nothing paid reads.`,
    why: `Pay is best where ${paid} fits, wherever ${wanted} is. An agent learns to move the one that is measured.`,
    help: `Read ${wanted} here, as the goal does.`,
    related: [{ at: swap.goal.source, message: "the goal" }],
    fixes: replacing(input, term, swap),
  };
}

function replacing({ facts, text }: PatternInput, term: Paid["term"], { paid, wanted }: Swap): Fix[] {
  const [used, needed] = [facts.program.nodes[paid], facts.program.nodes[wanted]];
  if (used?.op !== "signal" || needed?.op !== "signal") return [];
  return wrapReadings(text, term, used.name, `Read '${needed.name}' instead`, needed.name);
}
