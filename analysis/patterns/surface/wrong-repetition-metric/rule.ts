// RH602: a repetition metric counts which things repeat, not how often, and divides by all of them.
import type { Node, NodeId } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH602",
  name: "wrong-repetition-metric",
  severity: "warning",
  summary: "A repetition metric counts which words repeat, not how often, so that heavier repetition scores less.",
  classes: [],
  evidence: [
    {
      title: "Pitfalls of Noisy Rewards, 2025 (released code)",
      says: "Distinct repeated n-grams over all n-grams: a block repeated 40 times scores 0.025, less than one repeated twice.",
    },
  ],
  check,
};

function check({ program, facts }: PatternInput): Finding[] {
  if (!program.nodes.some((node) => isWrong(facts, node))) return [];
  return program.terms.flatMap((term) =>
    [...nodesBelow(program, term.node)]
      .filter((id) => isWrong(facts, program.nodes[id]))
      .slice(0, 1)
      .map((id) => ({
        at: placeOf(facts, term.source, id),
        message:
          "This counts the different words that repeat and divides by all words: 100 times the same word scores 0.01, not 0.99.",
        why: "The more often one thing is repeated the lower the score, so the charge falls where it should rise. An agent is driven into loops.",
        help: "Use 'ngram_repetition(text, n)', or one minus the share of different words: '1 - length(unique(w)) / length(w)'.",
      })),
  );
}

/** A count over the different elements of a list, divided by the length of the list. */
function isWrong(facts: Facts, node: Node | undefined): boolean {
  if (node?.op !== "apply" || node.operator !== "divide") return false;
  const [count, length] = node.args.map((arg) => facts.program.nodes[arg]);
  if (count?.op !== "reduce" || (count.operator !== "count" && count.operator !== "sum")) return false;
  const each = facts.program.nodes[count.args[0]!];
  const all = length?.op === "apply" && length.operator === "length" ? length.args[0] : undefined;
  if (each?.op !== "for" || all === undefined) return false;
  const of = uniqueOf(facts, each.args[0]);
  return of !== undefined && facts.classes.now[of] === facts.classes.now[all] && readsAll(facts, each.args[1], all);
}

function uniqueOf(facts: Facts, id: NodeId): NodeId | undefined {
  const node = facts.program.nodes[id];
  return node?.op === "apply" && node.operator === "unique" ? node.args[0] : undefined;
}

/** For each different element its occurrences in the whole list are counted. */
function readsAll(facts: Facts, body: NodeId, all: NodeId): boolean {
  return [...nodesBelow(facts.program, body)].some((id) => facts.classes.now[id] === facts.classes.now[all]);
}
