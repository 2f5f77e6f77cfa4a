// RH714: a result is paid however it was come by: the goal holds a check of the grader against it that pay ignores, or the answer that
// the agent is shown is all it has to write.
import type { NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { goalDependence, sayWish, type Wanted } from "../../../facts/goal-dependence.ts";
import { isWritable } from "../../../facts/judge-trust.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import { forbidOrCharge } from "../../forbid.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { isConductCheck, paidGoalSignals } from "../conduct.ts";

export const rule: Pattern = {
  code: "RH714",
  name: "answer-leak",
  severity: "warning",
  summary: "A result is paid in full although it was looked up.",
  classes: ["answer-leak"],
  evidence: [
    {
      title: "commit0, issue 113",
      url: "https://github.com/commit-0/commit0/issues/113",
      says: "The removed implementations were in the git history; copies passed the tests like own work.",
    },
    {
      title: "TRACE, 2025",
      url: "https://arxiv.org/abs/2510.01367",
      says: "The answer was encoded in the problem's identifier and models used it silently; accuracy with the identifier masked told them apart.",
    },
    {
      title: "School of Reward Hacks, 2025",
      says: "Training on harmless hacks generalises to tampering with rewards.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  const unread = goalDependence(facts).unread.filter((wanted) => isConductCheck(facts, wanted));
  return [
    ...unread.map((wanted) => ignored(input, wanted)),
    ...facts.program.terms.flatMap((term) => copied(facts, term.node, term)),
  ];
}

function ignored({ facts, text }: PatternInput, wanted: Wanted): Finding {
  const { signal, goal } = wanted;
  const { paying } = goalDependence(facts);
  const results = quoteNames(paidGoalSignals(facts).map((one) => one.signal.name));
  return {
    at: signal.source,
    message: `The verifier reports '${signal.name}', which the goal '${goal.name}' ${sayWish(wanted)}, but ${results} ${paidGoalSignals(facts).length === 1 ? "is" : "are"} paid all the same.`,
    why: "A result that was copied, looked up or taken from the grader scores like an honest one, and is easier to get. Training finds it and keeps to it.",
    help: `Void the result: pay 'when not …', or 'require' that '${signal.name}' does not happen. Better still, take the access away.`,
    related: [
      { start: goal.source[0], end: goal.source[1], message: "the goal" },
      ...paying.map(({ term }) => ({ start: term.source[0], end: term.source[1], message: "paid, whatever the check says" })),
    ],
    fixes: forbidOrCharge(facts, text, signal),
  };
}

const comparing: ReadonlySet<string> = new Set([
  "equal",
  "same",
  "contains",
  "starts_with",
  "ends_with",
  "similarity",
  "token_f1",
  "ratcliff",
]);

/** What the agent writes is compared with a verified text or value that it is shown. */
function copied(facts: Facts, root: NodeId, { name, source }: { name: string; source: readonly [number, number] }): Finding[] {
  const found = new Map<string, { shown: SignalDeclaration; written: SignalDeclaration; node: NodeId }>();
  for (const node of nodesBelow(facts.program, root)) {
    const record = facts.program.nodes[node];
    if (record?.op !== "apply" || !comparing.has(record.operator)) continue;
    const read = record.args.map((arg) => bareSignal(facts, arg));
    const shown = read.find((signal) => signal !== undefined && isShownAnswer(signal));
    const written = record.args
      .flatMap((arg) => [...facts.reads(arg)].flatMap((one) => facts.signals.get(one) ?? []))
      .find(isWritable);
    if (shown !== undefined && written !== undefined && shown !== written) found.set(shown.name, { shown, written, node });
  }
  return [...found.values()].map(({ shown, written, node }) => ({
    at: placeOf(facts, source, node),
    message: `'${name}' pays '${written.name}' for being like '${shown.name}', which the agent is shown: copying it earns everything.`,
    why: "An answer in sight is copied. Nothing about the task is learned from it.",
    help: `Do not show '${shown.name}' to the agent, or compare with something it has not seen.`,
    related: [{ start: shown.source[0], end: shown.source[1], message: `'${shown.name}' is visible to the policy` }],
  }));
}

const isShownAnswer = ({ tags, from }: SignalDeclaration): boolean =>
  tags["visible to"] === "policy" && (from?.kind === "reference" || from?.kind === "verifier" || from?.kind === "human");

function bareSignal(facts: Facts, id: NodeId): SignalDeclaration | undefined {
  const node = facts.program.nodes[id];
  if (node?.op === "signal") return facts.signals.get(node.name);
  return node?.op === "apply" && ["lower", "trim", "upper"].includes(node.operator)
    ? bareSignal(facts, node.args[0]!)
    : undefined;
}
