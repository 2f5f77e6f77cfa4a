// RH202: quantities of different kinds meet. Where values are added or compared the type checker says so itself, with this code;
// here is what only the whole program shows: an amount that is paid once, or once per step, and scaled by dt as if it were a rate.

import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { NodeId, Program } from "../../../../runtime/program.ts";
import { ANY_END, assumeNoEnd } from "../../../facts/assumptions.ts";
import { constantOf } from "../../../facts/combine-linearly.ts";
import { findDifferences, telescopes } from "../../../facts/find-difference.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { payment } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { readTermText } from "../../term-text.ts";

export const rule: Pattern = {
  code: "RH202",
  name: "unit-mismatch",
  severity: "warning",
  summary: "Different units are added or compared, or an amount is scaled by dt like a rate.",
  classes: ["unit-mismatch", "wrong-referent"],
  evidence: [
    {
      title: "Quark Medical Alignment, 2026",
      says: "Scores on different scales must be normalised before they are combined.",
    },
    {
      title: "Gymnasium, MuJoCo Humanoid: forward reward and frame skip",
      url: "https://github.com/Farama-Foundation/Gymnasium",
      says: "A displacement divided by the wrong time step multiplied the forward reward by the number of skipped frames.",
    },
  ],
  check,
};

function check({ program, facts, text }: PatternInput): Finding[] {
  const dt = program.settings.dt;
  if (dt === undefined || dt === 1) return [];
  const unended = facts.rangesUnder(assumeNoEnd(program, facts.classes.now, ANY_END));
  return facts.paid.flatMap((paid) => {
    const { term } = paid;
    if (term.rate !== "second" || (paid.once.lo === 0 && paid.once.hi === 0)) return [];
    const apart = payment(program, term, unended);
    const event = program.ends.length > 0 && apart.lo === 0 && apart.hi === 0;
    const change = telescopes(findDifferences(program, facts.classes, term.node)) && !isRate(program, term.node, dt);
    if (!event && !change) return [];
    return [
      {
        at: placeOf(facts, term.source, term.node),
        message: event
          ? `'${term.name}' is paid only on the step that ends the episode, and 'per second' multiplies it by dt: ${amount(paid)} instead of ${amount(paid, dt)}.`
          : `'${term.name}' is the change over one step, an amount, and 'per second' multiplies it by dt = ${sayNumber(dt)} once more.`,
        why: "A rate is multiplied by dt so that its sum does not depend on the step length. An event or a change is an amount already: scaled by dt it shrinks with every refinement of the simulator.",
        help: "Drop 'per second', or pay a rate ('rate_of(x)') per second.",
        fixes: dropRate(text, paid),
      },
    ];
  });
}

/** Divided by dt already, as `rate_of(x)` is. */
function isRate(program: Program, value: NodeId, dt: number): boolean {
  return [...nodesBelow(program, value)].some((id) => {
    const node = program.nodes[id];
    return node?.op === "apply" && node.operator === "divide" && constantOf(program, node.args[1]!) === dt;
  });
}

function amount({ once }: Paid, dt = 1): string {
  const largest = Math.abs(once.lo) > Math.abs(once.hi) ? once.lo : once.hi;
  return sayNumber(largest / dt);
}

function dropRate(text: string, { term }: Paid): Fix[] {
  const parts = readTermText(text, term.source, term.name);
  if (parts?.rate === undefined) return [];
  const before = /\s*$/.exec(text.slice(0, parts.rate.start))?.[0].length ?? 0;
  return [
    { title: "Drop 'per second'", safe: false, edits: [{ start: parts.rate.start - before, end: parts.rate.end, text: "" }] },
  ];
}
