// RH610: a format that is paid is met by its marks alone, with nothing between them.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import { findSlots } from "../../../acceptance/slots.ts";
import { flagsOf, leastMatch, readPattern } from "../../../acceptance/write-text.ts";
import { wrongRecords } from "../../../facts/wrong-answer.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { writtenAs } from "../../../witness/form-texts.ts";
import { confirmWitness, playEpisodes } from "../../../witness/play-episodes.ts";
import { referenceTexts } from "../../../witness/reference-texts.ts";
import { paidBy } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import { placeOf } from "../../combination.ts";
import { type PaidPattern, paidPatternsOf } from "../../paid-patterns.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH610",
  name: "allows-empty",
  severity: "warning",
  summary: "A format that is paid is met by its marks alone, with nothing between them.",
  classes: ["format-over-substance"],
  evidence: [
    {
      title: "open-r1, TRL and NeMo RL: format rewards, as released",
      url: "https://github.com/huggingface/open-r1",
      says: "'<think></think><answer></answer>', with or without line ends, earns the full format reward: '.*?' is content with nothing.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const seen = new Set<number>();
  return paidPatternsOf(input.facts).flatMap((pattern) => {
    const { all, empty } = findSlots(pattern.tree, pattern.read);
    if (all === 0 || empty < all || seen.has(pattern.search.wanted)) return [];
    const pays = paidFor(input, pattern);
    if (!(pays > 0)) return [];
    seen.add(pattern.search.wanted);
    return [report(input, pattern, pays)];
  });
}

/** What the term pays for the empty form beyond what it pays for nothing, whatever the references are. */
function paidFor({ facts, program }: PatternInput, { paid, least }: PaidPattern): number {
  const slice = sliceProgram(program, [paid.term.name]);
  const signals = [...facts.reads(paid.term.node)].flatMap((name) => facts.signals.get(name) ?? []);
  const gains = wrongRecords(facts, signals).map((references) => {
    const texts = [writtenAs(facts, least), writtenAs(facts, "")];
    const results = playEpisodes(
      slice,
      texts.map((text, index) => oneRecord(slice, String(index), { ...references, ...text })),
    );
    return paidBy(results[0]!, [paid.term.name]) - paidBy(results[1]!, [paid.term.name]);
  });
  return Math.min(...gains);
}

function report(input: PatternInput, pattern: PaidPattern, pays: number): Finding {
  const { facts, program } = input;
  const { term } = pattern.paid;
  const shown = JSON.stringify(pattern.least);
  return {
    at: program.nodes[pattern.search.wanted]?.source ?? placeOf(facts, term.source, term.node),
    message: `This format is met by ${shown}: '${term.name}' pays ${sayNumber(pays)} for marks with nothing between them.`,
    why: "The shortest text that passes is found early and then always written. Reasoning that is asked for by its tags shrinks to the tags.",
    help: "Demand content: '+' in place of '*', and a visible character ('\\S') in what counts.",
    related: [{ start: term.source[0], end: term.source[1], message: `paid here by '${term.name}'` }],
    fixes: demandContent(input, pattern),
    witness: () =>
      confirmWitness(
        program,
        oneRecord(program, "empty", { ...referenceTexts(facts), ...writtenAs(facts, pattern.least) }),
        oneRecord(program, "silent", referenceTexts(facts)),
        (earned, silently) => `${shown} earns ${sayNumber(earned)}, saying nothing ${sayNumber(silently)}.`,
      ),
  };
}

/** `.*` and `[…]*` become `.+` and `[…]+` where that leaves a pattern whose slots are filled. */
function demandContent({ program, text }: PatternInput, { search, source, flags }: PaidPattern): Fix[] {
  const place = program.nodes[search.wanted]?.source;
  if (place === undefined) return [];
  const at = text.slice(...place).indexOf(source);
  const filled = source.replace(/(\.|\[\^?(?:\\.|[^\]\\])+\])\*/g, "$1+");
  const tree = readPattern(filled, flags);
  if (at < 0 || tree === undefined || leastMatch(filled, flags) === undefined || findSlots(tree, flagsOf(flags)).empty > 0)
    return [];
  const start = place[0] + at;
  return [
    {
      title: "Demand at least one character of content",
      safe: false,
      edits: [{ start, end: start + source.length, text: filled }],
    },
  ];
}
