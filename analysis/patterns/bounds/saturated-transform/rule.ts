// RH103: a bounding function over a range so wide that nearly all of it lies on the flat parts.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOfPart } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";

/** Where the slope has fallen to 1 % of its greatest. */
const FLAT: Readonly<Record<string, number>> = { sigmoid: 5.986, tanh: 2.993 };

export const rule: Pattern = {
  code: "RH103",
  name: "saturated-transform",
  severity: "warning",
  summary: "A sigmoid or tanh that is flat over nearly all of its argument's range.",
  classes: ["dead-term", "unit-mismatch"],
  thresholds: {
    flat: { default: 0.95, min: 0, max: 1, doc: "Share of the declared range on which the slope is below 1 % of its greatest." },
  },
  evidence: [
    {
      title: "Reward Shaping to Mitigate Reward Hacking in RLHF (PAR), 2025",
      says: "A bounded reward should be centred and steep near the reference; far from it nothing is learned.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  const seen = new Set<number>();
  return facts.paid.flatMap(({ term, weight }) =>
    [...nodesBelow(program, term.node)].flatMap((id) => {
      const node = program.nodes[id];
      const flat = node?.op === "apply" ? FLAT[node.operator] : undefined;
      if (node?.op !== "apply" || flat === undefined || seen.has(id) || weight === 0) return [];
      seen.add(id);
      const argument = node.args[0]!;
      // A learned score is bounded on purpose, and its range declared wide on purpose.
      if (facts.trust(argument) === "learned") return [];
      const { lo, hi } = facts.range(argument);
      if (!Number.isFinite(hi - lo) || !(hi > lo)) return [];
      const dead = 1 - Math.max(0, Math.min(hi, flat) - Math.max(lo, -flat)) / (hi - lo);
      if (dead < input.threshold("flat")) return [];
      const at = placeOfPart(facts, term.source, id);
      const scale = Math.max(Math.abs(lo), Math.abs(hi)) / flat;
      return [
        {
          at,
          message: `In '${term.name}' ${node.operator} is flat on ${sayNumber(100 * dead)} % of what its argument can be, ${sayNumber(lo)}..${sayNumber(hi)}: only ${sayNumber(Math.max(lo, -flat))}..${sayNumber(Math.min(hi, flat))} makes a difference.`,
          why: "Nearly everywhere a step in the right direction pays the same as one in the wrong direction, often because of a unit: millimetres where metres were meant.",
          help: `Divide the argument by about ${writeNumber(scale)}, or shift it so that the range that matters lies round 0.`,
          fixes: scaleFix(input, argument, at, scale),
        },
      ];
    }),
  );
}

function scaleFix({ program, text }: PatternInput, argument: number, at: readonly [number, number], scale: number): Fix[] {
  const source = program.nodes[argument]?.source;
  if (source === undefined || source[0] <= at[0] || source[1] >= at[1]) return [];
  const written = text.slice(source[0], source[1]);
  const wrapped = /^[\w.]+$/.test(written) ? written : `(${written})`;
  const by = writeNumber(scale);
  return [{ title: `Divide by ${by}`, safe: false, edits: [{ start: source[0], end: source[1], text: `${wrapped} / ${by}` }] }];
}
