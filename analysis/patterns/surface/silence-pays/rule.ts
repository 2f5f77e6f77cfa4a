// RH604: saying nothing earns as much as a right answer of ordinary length, because length is charged from the first word on.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Episode } from "../../../../runtime/trajectory.ts";
import { formTermsOf } from "../../../facts/form-terms.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import { isVouched, wrongRecords } from "../../../facts/wrong-answer.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { writtenAs } from "../../../witness/form-texts.ts";
import { confirmWitness, isClean, playEpisodes } from "../../../witness/play-episodes.ts";
import { searchRecord } from "../../../witness/search-record.ts";
import { placeOf } from "../../combination.ts";
import { formFixes, shareOf, showForm } from "../../form-fixes.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH604",
  name: "silence-pays",
  severity: "warning",
  summary: "Saying nothing earns as much as a right answer of ordinary length, or much of what there is.",
  classes: ["inaction-pays"],
  thresholds: {
    share: {
      default: 0.25,
      doc: "Share of the most that can be earned from which on it is too much for writing little.",
      min: 0,
      max: 1,
    },
  },
  evidence: [
    {
      title: "RecGPT-V2 Technical Report, 2025",
      says: "Length is asked for as a band of words and gates the reward; a plain charge is met best by saying nothing.",
    },
    {
      title: "PAR: Reward Shaping to Mitigate Reward Hacking in RLHF, 2025",
      says: "The released length charge begins beyond 300 tokens.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  return [...brevityPaid(input), ...charged(input)];
}

/** An objective that is highest for nothing written, right or wrong. */
function brevityPaid(input: PatternInput): Finding[] {
  const { facts } = input;
  return formTermsOf(facts).flatMap((form) => {
    const share = shareOf(input, form);
    if (form.kind !== "brevity" || share < input.threshold("share")) return [];
    const { term } = form.paid;
    return [
      {
        at: placeOf(facts, term.source, term.node),
        message: `'${term.name}' pays ${sayNumber(form.most)} for writing nothing, ${sayNumber(100 * share)} % of what can be earned.`,
        why: "The shortest text is the empty one. Where answers are hard to get right, an agent will stop answering.",
        help: "Charge what is too long instead ('penalty long = ramp(tokens, free..most)'), or pay brevity with a right answer only.",
        fixes: formFixes(input, form),
        witness: () => showForm(input, [form]),
      },
    ];
  });
}

/** A charge for every token that eats up a right answer within the first half of what may be written. */
function charged(input: PatternInput): Finding[] {
  const { program, facts } = input;
  return program.signals.flatMap((signal) => {
    const paid = facts.paid.find((term) => term.term.role === "penalty" && payDirection(facts, term, signal.name) === "-");
    if (!isLength(signal) || paid === undefined) return [];
    const records = compare(input, signal);
    if (records === undefined) return [];
    const { term } = paid;
    const { silent, right, length } = records;
    return [
      {
        at: placeOf(facts, term.source, term.node),
        message: `Saying nothing earns ${sayNumber(records.silently)}; the best answer of ${sayNumber(length)} ${signal.name} earns ${sayNumber(records.rightly)}.`,
        why: "Every token costs from the first one on, and half of what may be written eats up what a right answer pays. An agent will stop answering.",
        help: "Leave a free budget ('ramp(tokens, free..most)') and weigh the charge below what a right answer pays.",
        related: [{ start: signal.source[0], end: signal.source[1], message: `'${signal.name}' is charged` }],
        witness: (): Witness | undefined =>
          confirmWitness(
            program,
            silent,
            right,
            (earned, honestly) =>
              `Saying nothing earns ${sayNumber(earned)}, a right answer of ${sayNumber(length)} ${signal.name} ${sayNumber(honestly)}.`,
          ),
      },
    ];
  });
}

function isLength(signal: SignalDeclaration): boolean {
  const { unit, type } = signal;
  const bounded = Number.isFinite(signalRange(signal).hi);
  return type.kind === "number" && bounded && !isVouched(signal) && (unit === "tok" || unit === "word" || unit === "char");
}

/** Silence, wrong as can be, against the best answer of half the length that is possible, where silence earns more. */
function compare({ program, facts }: PatternInput, signal: SignalDeclaration) {
  const { lo, hi } = signalRange(signal);
  const length = Math.floor((lo + hi) / 2);
  const objectives = new Set(
    facts.paid.filter(({ term }) => term.role === "objective").flatMap(({ term }) => [...facts.reads(term.node)]),
  );
  if ([...objectives].some((name) => facts.signals.get(name)?.type.kind === "text") || objectives.size === 0) return undefined;
  const best = searchRecord(program, objectives, { [signal.name]: length }, (result) => result.unshaped ?? 0);
  const right: Episode = oneRecord(program, "right", best);
  const nothing = { ...wrongRecords(facts, program.signals)[0], ...writtenAs(facts, ""), [signal.name]: lo };
  const silent: Episode = oneRecord(program, "silent", nothing);
  const [earned, other] = playEpisodes(program, [silent, right]);
  if (earned === undefined || other === undefined || !isClean(earned) || !isClean(other)) return undefined;
  const [silently, rightly] = [earned.unshaped!, other.unshaped!];
  return silently > rightly ? { silent, right, silently, rightly, length } : undefined;
}
