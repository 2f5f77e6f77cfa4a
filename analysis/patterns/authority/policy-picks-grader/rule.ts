// RH706: what the agent says of itself decides which grader its work is paid by.
import type { Node, NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { isWritable } from "../../../facts/judge-trust.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH706",
  name: "policy-picks-grader",
  severity: "error",
  summary: "What the agent declares decides which grader it is paid by.",
  classes: ["agent-writable"],
  evidence: [
    {
      title: "School of Reward Hacks, 2025",
      url: "https://arxiv.org/abs/2508.17511",
      says: "Training on harmless hacks generalises to tampering with rewards and to choosing ignorant graders.",
    },
  ],
  check,
};

function check({ facts }: PatternInput): Finding[] {
  const { paying } = goalDependence(facts);
  const seen = new Set<string>();
  const branches = paying.flatMap(({ term }) =>
    [...nodesBelow(facts.program, term.node)]
      .sort((a, b) => b - a)
      .flatMap((id): Finding[] => {
        const node = facts.program.nodes[id];
        const pick = node?.op === "if" ? pickIn(facts, node) : undefined;
        const key = `${term.name} ${pick?.by.name}`;
        if (pick === undefined || seen.has(key)) return [];
        seen.add(key);
        return [report(placeOf(facts, term.source, id), term.name, pick)];
      }),
  );
  return [...branches, ...acrossTerms(facts)];
}

interface Pick {
  by: SignalDeclaration;
  graders: SignalDeclaration[];
}

/** The branches read different graders, and only the agent decides between them. */
function pickIn(facts: Facts, { args: [condition, yes, no] }: Extract<Node, { op: "if" }>): Pick | undefined {
  const by = chooser(facts, condition);
  const [a, b] = [gradersOf(facts, yes), gradersOf(facts, no)];
  return by === undefined ? undefined : picked(by, a, b);
}

/** Each has a grader that the other does not have. */
function picked(by: SignalDeclaration, a: readonly SignalDeclaration[], b: readonly SignalDeclaration[]): Pick | undefined {
  const apart = [a.find((grader) => !b.includes(grader)), b.find((grader) => !a.includes(grader))];
  return apart.every((grader) => grader !== undefined) ? { by, graders: apart as SignalDeclaration[] } : undefined;
}

/** A label that the agent writes, the only thing the condition reads. What it does in the world is no label. */
function chooser(facts: Facts, condition: NodeId): SignalDeclaration | undefined {
  const read = [...facts.reads(condition)].flatMap((name) => facts.signals.get(name) ?? []);
  const [by] = read;
  const label =
    by !== undefined && isWritable(by) && by.from?.kind !== "action" && (by.type.kind === "bool" || by.type.kind === "text");
  return read.length === 1 && label ? by : undefined;
}

const grading: ReadonlySet<string> = new Set(["verifier", "judge", "model", "human"]);

function gradersOf(facts: Facts, node: NodeId): SignalDeclaration[] {
  return [...facts.reads(node)]
    .flatMap((name) => facts.signals.get(name) ?? [])
    .filter(({ from }) => grading.has(from?.kind ?? ""));
}

/** Terms that the same label opens, with different graders. */
function acrossTerms(facts: Facts): Finding[] {
  const gated = goalDependence(facts).paying.flatMap(({ term }) => {
    const by = term.role === "objective" && term.when !== undefined ? chooser(facts, term.when) : undefined;
    return by === undefined ? [] : [{ term, by, graders: gradersOf(facts, term.node) }];
  });
  return gated.slice(1).flatMap((later, index) => {
    const earlier = gated
      .slice(0, index + 1)
      .find(({ by, graders }) => by === later.by && picked(by, graders, later.graders) !== undefined);
    const pick = earlier === undefined ? undefined : picked(later.by, earlier.graders, later.graders);
    return pick === undefined ? [] : [report(placeOf(facts, later.term.source, later.term.when!), later.term.name, pick)];
  });
}

function report(at: [number, number], term: string, { by, graders }: Pick): Finding {
  const names = quoteNames(graders.map(({ name }) => name));
  return {
    at,
    message: `In '${term}' the agent decides by '${by.name}' whether ${names.replace(" and ", " or ")} grades its work.`,
    why: "An agent that may choose its grader chooses the one that is easiest to please, and calls its work whatever leads there.",
    help: "Choose by what the agent cannot set: the task's kind from the data set ('from dataset'), or the lowest of the grades.",
    related: [{ start: by.source[0], end: by.source[1], message: `the agent sets '${by.name}'` }],
  };
}
