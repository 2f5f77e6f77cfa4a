// RH912: what a step moves is made a speed by a bare number, which nobody compares with the length of a step.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { Node, NodeId } from "../../../../runtime/program.ts";
import { constantOf } from "../../../facts/combine-linearly.ts";
import { findDifferences, telescopes } from "../../../facts/find-difference.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import { type Domination, dominationsOf, showDomination, spreadOf } from "../../domination.ts";
import { reweigh, rewriteValue } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";

/** A step of the environment is so many steps of its simulator at most. */
const MOST_FRAMES = 100;

export const rule: Pattern = {
  code: "RH912",
  name: "hidden-dt",
  severity: "warning",
  summary: "A displacement is divided by a bare number instead of the step length.",
  classes: ["unit-mismatch", "scale-domination"],
  thresholds: {
    ratio: {
      default: 10,
      doc: "How many times wider the quotient's range may be than that of a term that matters more.",
      min: 1,
    },
  },
  evidence: [
    {
      title: "Gymnasium, MuJoCo Humanoid: forward reward and frame skip",
      url: "https://github.com/Farama-Foundation/Gymnasium",
      says: "The displacement over a control step of five frames was divided by the length of one frame: the forward reward was five times what it should be, and beside it the reward for staying healthy no longer counted.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const wide = dominationsOf(input.facts, input.threshold("ratio")).filter(({ cause }) => cause === "literal");
  const reported = new Set(wide.map((found) => found.wide));
  const others = input.facts.paid.filter((paid) => !reported.has(paid));
  return [...wide.map((found) => reportWide(input, found)), ...others.flatMap((paid) => offByFrames(input, paid))];
}

function reportWide(input: PatternInput, { wide, narrow, because, node }: Domination): Finding {
  const { program, facts, text } = input;
  const { term } = wide;
  const [a, b] = (program.nodes[node!] as Node & { op: "apply" }).args as [NodeId, NodeId];
  const measured = program.nodes[a] as Node & { op: "signal" };
  const literal = sayNumber(constantOf(program, b)!);
  const [most, other] = [sayNumber(spreadOf(wide)), sayNumber(spreadOf(narrow))];
  const bound = Math.min(Math.abs(wide.once.lo), wide.once.hi) * (spreadOf(narrow) / spreadOf(wide));
  const unweighted = bound / (wide.weight ?? 1);
  return {
    at: placeOf(facts, term.source, node!),
    message: `'${measured.name}', a value of one step, is divided by the bare number ${literal}: '${term.name}' spans ${most} a step, ${sayNumber(spreadOf(wide) / spreadOf(narrow))} times the ${other} of '${narrow.term.name}', although ${because}.`,
    why: `If ${literal} is not the time from one record to the next, the speed is wrong by a whole factor, and nothing shows it. Ordinary motion then outweighs all that should hold it back.`,
    help: "Declare the length of a step ('dt 0.015 [s]') and divide by 'dt', or use 'rate_of(x)'; bound the speed that is paid ('min(v, 2)').",
    related: [{ start: narrow.term.source[0], end: narrow.term.source[1], message: `'${narrow.term.name}' spans only ${other}` }],
    fixes: [
      ...(wide.weight !== undefined && unweighted > 0
        ? rewriteValue(
            text,
            term,
            `Bound it to ±${writeNumber(unweighted)}`,
            (value) => `clip(${value}, -${writeNumber(unweighted)}, ${writeNumber(unweighted)})`,
          )
        : []),
      ...(wide.weight === undefined ? [] : reweigh(text, term, (wide.weight * spreadOf(narrow)) / spreadOf(wide))),
    ],
    witness: () => showDomination(input, wide, narrow),
  };
}

/** A change over one step divided by a time that is so many steps, or such a part of one. */
function offByFrames({ program, facts, text }: PatternInput, { term, weight }: Paid): Finding[] {
  const { dt } = program.settings;
  if (dt === undefined || weight === 0) return [];
  for (const id of nodesBelow(program, term.node)) {
    const node = program.nodes[id];
    if (node?.op !== "apply" || node.operator !== "divide" || node.source === undefined) continue;
    const [change, by] = node.args as [NodeId, NodeId];
    const divisor = program.nodes[by];
    const literal = divisor?.op === "constant" ? constantOf(program, by) : undefined;
    if (literal === undefined || (divisor?.unit !== undefined && divisor.unit !== "s")) continue;
    const factor = framesBetween(literal, dt);
    if (factor === undefined || !telescopes(findDifferences(program, facts.classes, change))) continue;
    const off = literal < dt ? "large" : "small";
    return [
      {
        at: placeOf(facts, term.source, id),
        severity: divisor?.unit === "s" ? "warning" : "info",
        message: `The change over one step is divided by ${sayNumber(literal)}, but a step takes dt = ${sayNumber(dt)} seconds: the speed is ${sayNumber(factor)} times too ${off}.`,
        why: "A simulator that skips frames has two lengths of a step. With the wrong one every term made from a speed is out of proportion to the others.",
        help: "Divide by 'dt', or use 'rate_of(x)'.",
        fixes: replaceLiteral(text, divisor),
      },
    ];
  }
  return [];
}

/** A whole number of the one in the other, more than one. */
function framesBetween(a: number, b: number): number | undefined {
  const factor = Math.max(a / b, b / a);
  const whole = Math.round(factor);
  return whole >= 2 && whole <= MOST_FRAMES && Math.abs(factor - whole) < 1e-6 * whole ? whole : undefined;
}

function replaceLiteral(text: string, literal: Node | undefined): Fix[] {
  const [start, end] = literal?.source ?? [0, 0];
  const unit = /^\s*\[[^\]]*\]/.exec(text.slice(end))?.[0].length ?? 0;
  if (end <= start || literal?.unit !== "s") return [];
  return [{ title: "Divide by 'dt'", safe: false, edits: [{ start, end: end + unit, text: "dt" }] }];
}
