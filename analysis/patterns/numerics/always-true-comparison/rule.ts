// RH913: a comparison that comes out the same whatever happens, where it is paid, ends an episode or says what is wanted.
import type { NodeId, Source } from "../../../../runtime/program.ts";
import { type Decided, decidedOf } from "../../../facts/decided.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOfPart } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayDecided } from "../../say-decided.ts";

export const rule: Pattern = {
  code: "RH913",
  name: "always-true-comparison",
  severity: "warning",
  summary: "A comparison that is always true, or never, by what is declared.",
  classes: ["dead-term", "fail-open-verifier"],
  evidence: [
    {
      title: "Released default rewards, measured",
      says: "Checks that compare a value with itself, or with a bound it cannot pass, accept everything they are given.",
    },
  ],
  check,
};

interface Root {
  kind: "term" | "end" | "goal";
  name: string;
  node: NodeId;
  source: Source;
}

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  const decided = decidedOf(facts);
  if (decided.size === 0) return [];
  const roots: Root[] = [
    ...program.terms.map(({ name, node, source }) => ({ kind: "term" as const, name, node, source })),
    ...program.ends.map(({ node, source }) => ({ kind: "end" as const, name: "", node, source })),
    ...program.goals.map(({ name, node, source }) => ({ kind: "goal" as const, name, node, source })),
  ];
  const seen = new Set<NodeId>();
  return roots.flatMap((root) => {
    const below = nodesBelow(program, root.node);
    const branching = branchConditions(facts, below);
    return [...below].flatMap((id) => {
      const found = decided.get(id);
      if (found === undefined || seen.has(id)) return [];
      seen.add(id);
      return [report(input, root, found, branching.has(id) && !found.itself)];
    });
  });
}

/** What only chooses between two formulas: a guard that is never needed harms nothing. */
function branchConditions({ program }: Facts, below: ReadonlySet<NodeId>): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (const id of below) {
    const node = program.nodes[id];
    if (node?.op === "if") for (const part of nodesBelow(program, node.args[0])) found.add(part);
  }
  return found;
}

function report(input: PatternInput, { kind, name, source, node }: Root, decided: Decided, guard: boolean): Finding {
  const said = sayDecided(input, decided);
  const { lo, hi } = input.facts.range(node);
  const settled = lo === hi;
  const effects = {
    term: `in '${name}' ${said}`,
    end: settled
      ? `${lo >= 1 ? "every episode ends on its first step" : "this never ends an episode"}, because ${said}`
      : `in this end ${said}`,
    goal: settled
      ? `the goal '${name}' is ${lo >= 1 ? "always" : "never"} reached, because ${said}`
      : `in the goal '${name}' ${said}`,
  };
  const message = effects[kind];
  return {
    at: placeOfPart(input.facts, source, decided.node),
    severity: guard ? "info" : "warning",
    message: `${message[0]!.toUpperCase()}${message.slice(1)}.`,
    why: guard
      ? "One of the two branches is never taken."
      : "It looks like a check and checks nothing: whatever it was to tell apart is treated alike.",
    help: "Correct the threshold (mind its unit) or the range that is declared, or compare with what was meant.",
  };
}
