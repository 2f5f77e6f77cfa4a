// RH207: a condition that something depends on and that the declared ranges already decide.
import { type Decided, decidedOf } from "../../../facts/decided.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { placeOfPart } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayDecided } from "../../say-decided.ts";
import { type Gate, gatesOf } from "./gates.ts";

export const rule: Pattern = {
  code: "RH207",
  name: "dead-or-trivial-gate",
  severity: "error",
  summary: "A gate that is always open or never, by what is declared.",
  classes: ["dead-term", "no-signal"],
  evidence: [
    {
      title: "RecGPT-V2 Technical Report, 2025",
      says: "Gates hold a constraint where a weighted sum drifts, provided that they can open and close.",
    },
    {
      title: "The Perfect Blend: Redefining RLHF with Mixture of Judges, 2024",
      says: "Judges veto rewards by constraints; a constraint that never binds vetoes nothing.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return gatesOf(facts).flatMap((gate) => {
    const { lo, hi } = facts.range(gate.condition);
    if (lo !== hi) return [];
    const cause = causeOf(input, gate);
    return cause === undefined ? [] : [report(input, gate, cause, lo >= 1)];
  });
}

/** The comparison that decides it, unless that one is open to a parameter. */
function causeOf({ facts, program }: PatternInput, { condition }: Gate): Decided | undefined {
  const decided = decidedOf(facts);
  return (
    decided.get(condition) ?? [...nodesBelow(program, condition)].map((id) => decided.get(id)).find((one) => one !== undefined)
  );
}

function report(input: PatternInput, gate: Gate, cause: Decided, open: boolean): Finding {
  const { facts, program } = input;
  const at = placeOfPart(facts, gate.source, cause.node);
  const effects = {
    when: open ? "is always paid" : "is never paid",
    require: open ? "excludes nothing" : "is violated by every episode",
    gate: open ? "lets everything through" : "lets nothing through",
  };
  const named =
    program.terms.find(({ name }) => name === gate.name)?.role === "penalty"
      ? effects[gate.kind].replace("paid", "charged")
      : effects[gate.kind];
  return {
    at,
    severity: open ? "warning" : "error",
    message: `'${gate.name}' ${named}, because ${sayDecided(input, cause)}.`,
    why: open
      ? "The gate holds nothing back: what it was to guard against is paid as if it were not there."
      : "What stands behind the gate never takes part, so it is not learned.",
    help: "Correct the threshold (mind its unit), or the range that is declared.",
  };
}
