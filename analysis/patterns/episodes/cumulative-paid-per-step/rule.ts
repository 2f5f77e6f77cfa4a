// RH316: a running total is paid on every step, so that what is booked early is paid again and again.
import type { Builtin, NodeId } from "../../../../runtime/program.ts";
import { combineLinearly } from "../../../facts/combine-linearly.ts";
import type { Facts } from "../../../facts/facts.ts";
import { findDifferences } from "../../../facts/find-difference.ts";
import { runningTotalOf, type Stream, streamsOf } from "../../../facts/growth.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOf } from "../../combination.ts";
import { rewriteValue } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH316",
  name: "cumulative-paid-per-step",
  severity: "warning",
  summary: "A running total is paid or charged again on every step.",
  classes: ["bookkeeping-error"],
  evidence: [
    {
      title: "A change to the reward of a walking robot (rex-gym), 2021",
      url: "https://github.com/nicrusso7/rex-gym/pull/18",
      says: "What had been covered so far was paid on every step; the robot walked a little and then stood. Paying what each step adds made it walk.",
    },
    {
      title: "Policy Invariance under Reward Transformations (Ng, Harada, Russell), 1999",
      says: "Progress is paid by differences; paying the accumulated value itself changes what is optimal.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  if (facts.length.most <= 1) return [];
  return streamsOf(facts).flatMap((stream) => {
    const { paid } = stream;
    if (paid.weight === 0 || (paid.term.timing === "step" && paid.repeats <= 1) || isAtEnd(facts, stream)) return [];
    const total = totalIn(facts, stream.value);
    return total === undefined ? [] : [report(input, stream, total)];
  });
}

const closing: ReadonlySet<Builtin> = new Set(["ending", "terminated", "truncated", "succeeded", "failed"]);

/** Settled on the last step only. */
function isAtEnd({ program }: Facts, { value, gates }: Stream): boolean {
  return [value, ...gates].some((part) =>
    [...nodesBelow(program, part)].some((id) => {
      const node = program.nodes[id];
      return node?.op === "builtin" && closing.has(node.name);
    }),
  );
}

/** The total that is paid in proportion; not where only its growth is, or only whether it is high enough. */
function totalIn(facts: Facts, value: NodeId): NodeId | undefined {
  const { program, classes } = facts;
  const total = runningTotalOf(facts, value);
  if (total === undefined || findDifferences(program, classes, value) !== undefined) return undefined;
  const linear = (id: NodeId): boolean => {
    const node = program.nodes[id];
    if (classes.now[id] === classes.now[total]) return true;
    if (node?.op === "if") return linear(node.args[1]) || linear(node.args[2]);
    if (node?.op === "apply" && node.operator === "multiply") return node.args.some(linear);
    const { parts } = combineLinearly(program, classes, id);
    return parts.some((part) => part.node !== id && part.coefficient > 0 && part.shift === 0 && linear(part.node));
  };
  return linear(value) ? total : undefined;
}

function report(input: PatternInput, { paid, step }: Stream, total: NodeId): Finding {
  const { facts, program, text } = input;
  const { term } = paid;
  const charged = term.role === "penalty";
  const node = program.nodes[total];
  const next = node?.op === "state" ? program.nodes[node.args[1]] : node;
  const highest = next?.op === "apply" && next.operator === "max";
  const { most } = facts.length;
  const verb = charged ? "charges" : "pays";
  const times = Number.isFinite(most) ? `up to ${sayCount(most, "time")}` : "as often as there are steps";
  const what = highest ? "the highest value so far" : "what has added up so far";
  const worth =
    Number.isFinite(step.hi) && Number.isFinite(step.lo) ? `, up to ${sayNumber(Math.max(step.hi, -step.lo))} a step` : "";
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' ${verb} ${what} on every step${worth}, so what came first is ${charged ? "charged" : "paid"} ${times}.`,
    why: charged
      ? "The cost of one mistake depends on how much of the episode is left, and an agent that made one is better off ending it."
      : "Once something is in the total, every further step pays for it. An agent will get it early and then only stay alive.",
    help: "Pay the increments ('delta(x)', the event itself, 'record(x)'), or settle the total once ('sum(x) over steps' known at the end).",
    fixes:
      term.timing === "step"
        ? rewriteValue(text, term, `${charged ? "Charge" : "Pay"} its growth only: delta(…)`, (value) => `delta(${value})`)
        : [],
  };
}
