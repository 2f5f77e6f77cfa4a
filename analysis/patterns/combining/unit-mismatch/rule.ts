// RH202: quantities of different kinds meet. Where values are added or compared the type checker says so itself, with this code;
// here is what only the whole program shows: an amount that is paid once, or once per step, and scaled by dt as if it were a rate.

import type { Fix } from "../../../../compiler/diagnostics.ts";
import { ANY_END, assumeNoEnd } from "../../../facts/assumptions.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import { type Domination, dominationsOf, showDomination, spreadOf } from "../../domination.ts";
import { reweigh } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { readTermText } from "../../term-text.ts";
import { amountKind, scaledByStep } from "./amounts.ts";

export const rule: Pattern = {
  code: "RH202",
  name: "unit-mismatch",
  severity: "warning",
  summary: "Different units are added or compared, or an amount is scaled by dt like a rate.",
  classes: ["unit-mismatch", "wrong-referent"],
  thresholds: {
    ratio: {
      default: 10,
      doc: "How many times wider a term in one unit may be than a term in another that matters more and has a weight of the same size.",
      min: 1,
    },
  },
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

function check(input: PatternInput): Finding[] {
  const alike = dominationsOf(input.facts, input.threshold("ratio")).filter(({ cause }) => cause === "units");
  return [...alike.map((found) => reportAlike(input, found)), ...scaledAmounts(input)];
}

function reportAlike(input: PatternInput, { wide, narrow, because }: Domination): Finding {
  const { program, facts, text } = input;
  const [unit, other] = [wide, narrow].map(({ term }) => program.nodes[term.node]?.unit);
  const [a, b] = [sayNumber(spreadOf(wide)), sayNumber(spreadOf(narrow))];
  const against = other === undefined ? "a pure number" : `'${other}'`;
  const said = because === "" ? "" : `, although ${because}`;
  return {
    at: placeOf(facts, wide.term.source, wide.term.node),
    message: `'${wide.term.name}' is counted in '${unit}' and '${narrow.term.name}' in ${against}, with weights of the same size: ${a} against ${b}${said}.`,
    why: `A weight between two units is an exchange rate. Here one '${unit}' is worth about as much as ${other === undefined ? "a whole" : `one '${other}'`} of the other, because nobody chose it: '${narrow.term.name}' is decoration.`,
    help: `Divide each by what counts as much of it ('/ 10000 [${unit}]'), then let the weights say what matters.`,
    related: [{ start: narrow.term.source[0], end: narrow.term.source[1], message: `'${narrow.term.name}' spans only ${b}` }],
    fixes: wide.weight === undefined ? [] : reweigh(text, wide.term, (wide.weight * spreadOf(narrow)) / spreadOf(wide)),
    witness: () => showDomination(input, wide, narrow),
  };
}

function scaledAmounts({ program, facts, text }: PatternInput): Finding[] {
  const dt = program.settings.dt;
  if (dt === undefined || dt === 1) return [];
  const unended = facts.rangesUnder(assumeNoEnd(program, facts.classes.now, ANY_END));
  return facts.paid.flatMap((paid) => {
    const scale = paid.once.lo === 0 && paid.once.hi === 0 ? undefined : scaledByStep(program, paid, dt);
    const kind = scale === undefined ? undefined : amountKind(facts, unended, paid, scale.amount);
    if (scale === undefined || kind === undefined) return [];
    const { term } = paid;
    return [
      {
        at: placeOf(facts, term.source, term.node),
        message: messages[kind](term.name, scale.by, amount(paid), amount(paid, dt), sayNumber(dt)),
        why: "A rate is multiplied by dt so that its sum does not depend on the step length. An event or a change is an amount already: scaled by dt it shrinks with every refinement of the simulator.",
        help: scale.rate ? "Drop 'per second', or pay a rate ('rate_of(x)') per second." : "Pay the amount itself, without 'dt'.",
        fixes: scale.rate ? dropRate(text, paid) : [],
      },
    ];
  });
}

const messages = {
  end: (name: string, by: string, paid: string, meant: string) =>
    `'${name}' is paid only on the step that ends the episode, and ${by} multiplies it by dt: ${paid} instead of ${meant}.`,
  event: (name: string, by: string, paid: string, meant: string) =>
    `'${name}' is paid for an event, once each time, and ${by} multiplies it by dt: ${paid} instead of ${meant}.`,
  change: (name: string, by: string, _: string, __: string, dt: string) =>
    `'${name}' is the change over one step, an amount, and ${by} multiplies it by dt = ${dt} once more.`,
};

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
