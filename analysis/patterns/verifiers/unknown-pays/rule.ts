// RH518: what a verdict is not expected to say pays more than a bad verdict.

import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { Node, NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH518",
  name: "unknown-pays",
  severity: "warning",
  summary: "A verdict that nobody expected pays more than a bad one.",
  classes: ["fail-open-verifier"],
  thresholds: {
    share: {
      default: 0.25,
      doc: "Share of the distance from the worst verdict to the best that the unexpected one has to pay.",
      min: 0,
      max: 1,
    },
  },
  evidence: [
    {
      title: "RewardMATH, 2024",
      says: "An empty list of steps is scored 0.5, more than a wrong solution.",
    },
    {
      title: "DeepDive: noncommittal answers",
      says: "Answers that a judge cannot call wrong passed, and research ended in answers that say nothing.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return facts.paid.flatMap((paid) => {
    const { term, weight } = paid;
    if (term.role !== "objective" || weight === 0 || !(paid.once.hi > 0)) return [];
    const below = [...nodesBelow(facts.program, term.node)];
    const inner = new Set(below.flatMap((id) => innerOf(facts.program.nodes[id])));
    return below.flatMap((id) => {
      const finding = otherwise(input, id, inner.has(id), term) ?? allBut(input, id, term);
      return finding !== undefined && facts.directionIn(term.node, id) === "+" ? [finding] : [];
    });
  });
}

type Term = PatternInput["program"]["terms"][number];

/** An `if` in the no branch belongs to the choice around it. */
const innerOf = (node: Node | undefined): NodeId[] => (node?.op === "if" ? [node.args[2]] : []);

/** A choice by what a verdict says, whose `else` pays more than the worst that is named. */
function otherwise(input: PatternInput, id: NodeId, isInner: boolean, term: Term): Finding | undefined {
  const { facts, program } = input;
  if (isInner || program.nodes[id]?.op !== "if") return undefined;
  const values: number[] = [];
  let subject: NodeId | undefined;
  let at = id;
  for (let node = program.nodes[at]; node?.op === "if"; node = program.nodes[at]) {
    const tested = testedText(input, node.args[0]);
    if (tested === undefined || (subject !== undefined && facts.classes.now[tested] !== facts.classes.now[subject]))
      return undefined;
    subject = tested;
    const { lo, hi } = facts.range(node.args[1]);
    if (lo !== hi) return undefined;
    values.push(lo);
    at = node.args[2];
  }
  const unknown = facts.range(at);
  const [worst, best] = [Math.min(...values), Math.max(...values)];
  if (subject === undefined || values.length < 2 || unknown.lo !== unknown.hi || !(best > worst)) return undefined;
  if (!((unknown.lo - worst) / (best - worst) >= input.threshold("share"))) return undefined;
  const name = sayName(input, subject);
  return {
    at: placeOf(facts, term.source, id),
    message: `Whatever ${name} says that is not listed pays ${sayNumber(unknown.lo)}; the worst that is listed pays ${sayNumber(worst)}.`,
    why: "Empty, cut-off and garbled verdicts, and 'it depends', come out better than an honest bad mark. An agent learns to confuse whoever grades it.",
    help: "Let everything else pay the least: 'else => 0'.",
    fixes: lowerElse(input, id, unknown.lo, worst),
  };
}

function lowerElse({ program, text }: PatternInput, id: NodeId, from: number, to: number): Fix[] {
  const source = program.nodes[id]?.source;
  if (source === undefined) return [];
  const found = /\belse\s*(?:=>)?\s*([-\d.]+)\s*\}?\s*$/.exec(text.slice(...source));
  if (found === null || Number(found[1]) !== from) return [];
  const start = source[0] + found.index + found[0].indexOf(found[1]!);
  return [
    {
      title: `Let it pay ${writeNumber(to)}`,
      safe: false,
      edits: [{ start, end: start + found[1]!.length, text: writeNumber(to) }],
    },
  ];
}

/** `verdict != "wrong"`, where a verdict can say more than two things. */
function allBut(input: PatternInput, id: NodeId, term: Term): Finding | undefined {
  const node = input.program.nodes[id];
  if (node?.op !== "apply" || node.operator !== "not_equal") return undefined;
  const tested = testedText(input, id);
  if (tested === undefined) return undefined;
  const name = sayName(input, tested);
  const constant = node.args.map((arg) => input.program.nodes[arg]).find((other) => other?.op === "constant");
  const said = constant?.op === "constant" ? JSON.stringify(constant.value) : "that";
  return {
    at: placeOf(input.facts, term.source, id),
    message: `Anything that ${name} says but ${said} counts as good, also nothing, and what nobody expected.`,
    why: "A verdict that is missing, cut off or undecided is not a good one. An agent learns to get no verdict.",
    help: "Ask for the good verdict by name ('== \"right\"').",
  };
}

/** The text that a condition compares with constants, where others write it and it can say more than two things. */
function testedText({ facts, program }: PatternInput, condition: NodeId): NodeId | undefined {
  const node = program.nodes[condition];
  if (node?.op !== "apply") return undefined;
  if (node.operator === "or") {
    const tested = node.args.map((arg) => testedText({ facts, program } as PatternInput, arg));
    return tested.every((one) => one !== undefined && facts.classes.now[one] === facts.classes.now[tested[0]!])
      ? tested[0]
      : undefined;
  }
  if (!["equal", "not_equal", "one_of"].includes(node.operator)) return undefined;
  const [a, b] = node.args as [NodeId, NodeId];
  const [subject, constant] = program.nodes[a]?.timing === "constant" ? [b, a] : [a, b];
  if (program.nodes[subject]?.type.kind !== "text" || program.nodes[constant]?.timing !== "constant") return undefined;
  const signals = [...facts.reads(subject)].flatMap((name) => facts.signals.get(name) ?? []);
  return signals.length > 0 && signals.every(isVerdict) ? subject : undefined;
}

const graders: ReadonlySet<string> = new Set(["judge", "model", "verifier", "human"]);

function isVerdict({ from, type }: SignalDeclaration): boolean {
  if (type.kind !== "text" || from === undefined || !graders.has(from.kind)) return false;
  return type.alternatives === undefined || type.alternatives.length > 2;
}

function sayName({ facts }: PatternInput, subject: NodeId): string {
  return [...facts.reads(subject)].map((name) => `'${name}'`).join(", ");
}
