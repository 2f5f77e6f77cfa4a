// RH206: two terms pay for the same number, so that neither weight is the weight it has.
import type { NodeId } from "../../../../runtime/program.ts";
import { combineLinearly } from "../../../facts/combine-linearly.ts";
import type { Facts } from "../../../facts/facts.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH206",
  name: "double-counted-signal",
  severity: "warning",
  summary: "Two terms pay or charge for the same number.",
  classes: ["bookkeeping-error"],
  evidence: [
    {
      title: "Quark Medical Alignment, 2026",
      says: "Redundant rewards count one quality several times; weights must be lowered by the redundancy.",
    },
    {
      title: "Latent Reward (LaRe), 2024",
      says: "Factors that repeat each other are removed before they are combined.",
    },
  ],
  check,
};

interface Counted {
  paid: Paid;
  of: number;
  slope: number;
  when: number | undefined;
}

function check({ facts }: PatternInput): Finding[] {
  const counted = facts.paid.flatMap((paid) => countOf(facts, paid) ?? []);
  return counted.flatMap((second, index) => {
    const first = counted.slice(0, index).find((other) => isSame(other, second));
    return first === undefined ? [] : [report(facts, first, second)];
  });
}

/** A constant times one number, plus a constant; conditions are events, and another rule's. */
function countOf(facts: Facts, paid: Paid): Counted | undefined {
  const { program, classes } = facts;
  const { term, weight } = paid;
  if (weight === undefined || weight === 0 || program.nodes[term.node]?.type.kind !== "number") return undefined;
  const { parts } = combineLinearly(program, classes, term.node);
  const part = parts[0];
  if (part === undefined || parts.length > 1 || part.shift !== 0 || isCondition(facts, part.node)) return undefined;
  const slope = weight * part.coefficient * (term.role === "penalty" ? -1 : 1);
  return { paid, of: part.class, slope, when: term.when === undefined ? undefined : classes.now[term.when] };
}

function isCondition({ program }: Facts, id: NodeId): boolean {
  const node = program.nodes[id];
  return node?.type.kind !== "number" || node.op === "if";
}

function isSame(a: Counted, b: Counted): boolean {
  const { term } = a.paid;
  const other = b.paid.term;
  if (a.of !== b.of || a.when !== b.when || a.slope * b.slope <= 0) return false;
  return term.timing === other.timing && (term.rate === "once") === (other.rate === "once");
}

function report(facts: Facts, first: Counted, second: Counted): Finding {
  const { term } = second.paid;
  const [a, b] = [first.slope, second.slope].map(Math.abs) as [number, number];
  const name = facts.program.nodes[facts.classes.now.indexOf(second.of)];
  const what = name?.op === "signal" ? `'${name.name}'` : "the same number";
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${first.paid.term.name}' and '${term.name}' both count ${what}: ${sayNumber(a)} and ${sayNumber(b)}, together ${sayNumber(a + b)}.`,
    why: "Each weight looks small beside the others, but the number weighs the sum of both. An agent pursues it before what the weights seem to put first.",
    help: "Keep one of the two, with the weight that is meant, or make the other a 'probe'.",
    related: [{ start: first.paid.term.source[0], end: first.paid.term.source[1], message: "counted here already" }],
    fixes: [{ title: `Remove '${term.name}'`, safe: false, edits: [{ start: term.source[0], end: term.source[1], text: "" }] }],
  };
}
