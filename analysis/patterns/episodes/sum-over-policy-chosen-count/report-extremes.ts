// What RH301 says of counts whose best number is an extreme: findings, fixes and witnesses.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Value } from "../../../../runtime/trajectory.ts";
import { wantsOf } from "../../../facts/wants.ts";
import { type Choice, oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import { payWhen } from "../../edit-term.ts";
import type { Finding, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { betterWrong, degenerateMinimum, type Extreme } from "./extremes.ts";

export function reportExtremes(input: PatternInput): Finding[] {
  return [...reportMinimum(input), ...reportWrong(input)];
}

function reportMinimum(input: PatternInput): Finding[] {
  const { facts } = input;
  return degenerateMinimum(facts, input.threshold("share")).map((extreme): Finding => {
    const { signal, paid, low, high, lowest, highest } = extreme;
    const wanted = quoteNames([...wantsOf(facts).keys()].slice(0, 3));
    return {
      at: placeOf(facts, paid.term.source, paid.term.node),
      message: `'${paid.term.name}' charges for '${signal.name}', which the policy chooses, and nothing that is paid reads ${wanted}: with ${sayNumber(lowest)} it earns ${sayNumber(low - high)} more than with ${sayNumber(highest)}, whatever comes of it.`,
      why: `Fewer always pays better, and the goal asks for none of it. An agent will put everything into ${sayNumber(lowest)}, or leave it out.`,
      help: `Pay what the goal reads ('objective right = ${[...wantsOf(facts).keys()][0]}'), or charge only beyond what is enough ('ramp(${signal.name}, …)').`,
      related: [{ start: signal.source[0], end: signal.source[1], message: `'${signal.name}' is the policy's own doing` }],
      witness: () => showExtreme(input, extreme, lowest, highest, {}),
    };
  });
}

function reportWrong(input: PatternInput): Finding[] {
  const { facts, text } = input;
  return betterWrong(facts).map((extreme): Finding => {
    const { signal, paid, right, low, high, lowest, highest } = extreme;
    return {
      at: placeOf(facts, paid.term.source, paid.term.node),
      message: `Where '${right.name}' is false, '${paid.term.name}' pays ${sayNumber(low)} with ${sayNumber(lowest)} of '${signal.name}' and ${sayNumber(high)} with ${sayNumber(highest)}: the policy chooses how many, and more of it makes a wrong answer pay better.`,
      why: "Being right is hard, adding more is easy. An agent that does not know the answer fills the space instead, mostly by repeating itself.",
      help: `Let what depends on '${signal.name}' count only where '${right.name}' holds, or charge wrong answers alike.`,
      related: [
        { start: signal.source[0], end: signal.source[1], message: `'${signal.name}' is the policy's own doing` },
        { start: right.source[0], end: right.source[1], message: `'${right.name}' tells right from wrong` },
      ],
      fixes: paid.term.role === "objective" ? payWhen(text, paid.term, right.name) : [],
      witness: () => showExtreme(input, extreme, highest, lowest, { [right.name]: false }),
    };
  });
}

/** The same record with the better and with the worse number. */
function showExtreme(
  { program }: PatternInput,
  { signal }: Extreme,
  better: number,
  worse: number,
  fixed: Choice,
): Witness | undefined {
  const record = (id: string, value: number) => oneRecord(program, id, { ...fixed, [signal.name]: wholeOf(signal, value) });
  const wrong = Object.keys(fixed).length > 0 ? " and a wrong answer" : "";
  return confirmWitness(
    program,
    record("extreme", better),
    record("other", worse),
    (earned, honestly) =>
      `With ${sayNumber(better)} of '${signal.name}'${wrong} it earns ${sayNumber(earned)}, with ${sayNumber(worse)} ${sayNumber(honestly)}, everything else the same.`,
  );
}

const wholeOf = (signal: SignalDeclaration, value: number): Value => (signal.integer === true ? Math.round(value) : value);
