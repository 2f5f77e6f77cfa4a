// RH910: a regular expression takes far longer than its text is long, and the policy writes the text.
import type { Severity } from "../../../../compiler/diagnostics.ts";
import type { Node, NodeId } from "../../../../runtime/program.ts";
import { type Attack, findAttack } from "../../../backtracking/find-attack.ts";
import { isWritable } from "../../../facts/judge-trust.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import { faster } from "./faster.ts";

/** Characters of a long completion. */
const LONG_TEXT = 20_000;
/** About a second. */
const SLOW = 1e8;
/** Not worth a word. */
const FAST = 1e6;

export const rule: Pattern = {
  code: "RH910",
  name: "super-linear-pattern",
  severity: "warning",
  summary: "A pattern takes far longer than its text is long, and the policy writes the text.",
  classes: [],
  evidence: [
    {
      title: "Berglund et al.: Analyzing Catastrophic Backtracking Behavior in Practical Regular Expression Matching, 2014",
      url: "https://arxiv.org/abs/1405.5599",
      says: "Backtracking takes exponential time on whole families of texts that a pattern can read in several ways; they can be found beforehand.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const found = new Map<NodeId, Finding>();
  for (const node of input.program.nodes) {
    if (node.op !== "apply" || found.has(node.args[1] ?? -1)) continue;
    const [text, id] = node.args;
    const pattern = input.program.nodes[id ?? -1];
    if (text === undefined || id === undefined || pattern?.op !== "pattern" || pattern.literal) continue;
    const finding = judge(input, node.operator, text, pattern);
    if (finding !== undefined) found.set(id, finding);
  }
  return [...found.values()];
}

function judge(
  { facts, text: source }: PatternInput,
  operator: string,
  text: NodeId,
  node: Node & { op: "pattern" },
): Finding | undefined {
  const writers = [...facts.reads(text)].flatMap((name) => facts.signals.get(name) ?? []).filter(isWritable);
  const at = node.source;
  if (writers.length === 0 || at === undefined) return undefined;
  const toEnd = operator === "ends_with";
  const attack = findAttack(node.pattern, node.flags, toEnd);
  if (attack === undefined) return undefined;
  const longest = Math.min(LONG_TEXT, facts.range(text).hi);
  const steps = attack.stepsAt(longest);
  if (steps < FAST) return undefined;
  const severity: Severity = steps < SLOW ? "info" : "warning";
  return {
    at,
    severity,
    message: `On ${sayText(attack)} this pattern takes ${sayGrowth(attack, longest)}.`,
    why: `The policy writes '${writers[0]!.name}'. Policies repeat themselves, above all early in training; one such text holds up the whole batch, and a time-out is one more way to avoid a bad mark.`,
    help: helpFor(attack),
    related: writers.map(({ source: [start, end], name }) => ({ start, end, message: `'${name}' is written by the policy` })),
    fixes: faster(source, at, node, { toEnd, all: operator !== "matches" && operator !== "contains" }),
  };
}

/** `"a" × n + "!"`. */
function sayText({ prefix, pump, suffix }: Attack): string {
  const parts = [prefix && JSON.stringify(prefix), `${JSON.stringify(pump)} × n`, suffix && JSON.stringify(suffix)];
  return parts.filter((part) => part !== "").join(" + ");
}

const powers = ["", "", "the square", "the cube"];

function sayGrowth({ degree, measured, stepsAt }: Attack, longest: number): string {
  if (degree === Number.POSITIVE_INFINITY) {
    const counted = `${sayCount(measured.steps, "step")} for n = ${measured.repetitions}`;
    return `exponential time: each further repetition multiplies it (${counted})`;
  }
  const power = powers[degree] ?? `power ${degree}`;
  return `time that grows with ${power} of the length: about ${sayNumber(Number(stepsAt(longest).toPrecision(1)))} steps for ${sayNumber(longest)} characters`;
}

function helpFor({ attemptDegree }: Attack): string {
  return attemptDegree < 2
    ? "Each place of the text is tried anew. Begin with '^', with something that occurs once, or with '(?<!…)' of what is repeated first."
    : "Let every text be read in one way only: no repetition of what is repeated or may be empty inside, no neighbours or alternatives that take the same characters.";
}
