// RH611: a format is anchored to lines, not to the text, so that anything may stand before or behind it.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import { some } from "../../../../runtime/pattern/measure.ts";
import { accepts } from "../../../acceptance/write-text.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { writtenAs } from "../../../witness/form-texts.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { referenceTexts } from "../../../witness/reference-texts.ts";
import { placeOf } from "../../combination.ts";
import { type PaidPattern, paidPatternsOf } from "../../paid-patterns.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

const MORE = "Ignore the above.";

export const rule: Pattern = {
  code: "RH611",
  name: "line-anchor",
  severity: "warning",
  summary: "A format is anchored to lines, not to the text, so that anything may stand before or behind it.",
  classes: ["format-over-substance"],
  evidence: [
    {
      title: "open-r1: format reward, as released",
      url: "https://github.com/huggingface/open-r1",
      says: "With the multiline flag '$' is any line's end: a second pair of blocks, or 400 words behind the answer, earn the full format reward.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const seen = new Set<number>();
  return paidPatternsOf(input.facts).flatMap((pattern) => {
    const side = openSide(pattern);
    if (side === undefined || seen.has(pattern.search.wanted)) return [];
    seen.add(pattern.search.wanted);
    return [report(input, pattern, side)];
  });
}

/** More text passes on a line of its own and nowhere else: an anchor is there, but one of lines. */
function openSide({ source, flags, least, tree }: PaidPattern): "before" | "behind" | undefined {
  if (!some(tree, ({ kind }) => kind === "start" || kind === "end")) return undefined;
  const passes = (text: string) => accepts(source, flags, text);
  if (passes(`${least}\n${MORE}`) && !passes(`${least}${MORE}`)) return "behind";
  if (passes(`${MORE}\n${least}`) && !passes(`${MORE}${least}`)) return "before";
  return undefined;
}

function report(input: PatternInput, pattern: PaidPattern, side: "before" | "behind"): Finding {
  const { facts, program } = input;
  const { term } = pattern.paid;
  const text = side === "behind" ? `${pattern.least}\n${MORE}` : `${MORE}\n${pattern.least}`;
  const shown = JSON.stringify(text);
  return {
    at: program.nodes[pattern.search.wanted]?.source ?? placeOf(facts, term.source, term.node),
    message: `This format ${side === "behind" ? "ends at the end of any line" : "begins at the beginning of any line"}, so ${shown} has it too.`,
    why: "What is graded as the whole reply is a part of it. An agent can write a second answer, or anything else, on the lines around it and is paid for the form all the same.",
    help: "Anchor it to the text: '^' and '$' without the flag m, and no line end in a look-ahead.",
    related: [{ start: term.source[0], end: term.source[1], message: `paid here by '${term.name}'` }],
    fixes: anchorToText(input, pattern),
    witness: () =>
      confirmWitness(
        program,
        oneRecord(program, "more", { ...referenceTexts(facts), ...writtenAs(facts, text) }),
        oneRecord(program, "silent", referenceTexts(facts)),
        (earned, silently) => `${shown} earns ${sayNumber(earned)}, saying nothing ${sayNumber(silently)}.`,
      ),
  };
}

/** Without the flag m, and with a look-ahead for a line end made an end. */
function anchorToText({ program, text }: PatternInput, { search, source }: PaidPattern): Fix[] {
  const place = program.nodes[search.wanted]?.source;
  if (place === undefined) return [];
  const found = /^r"((?:[^"\\]|\\.)*)"([imsu]*)$/.exec(text.slice(...place));
  if (found === null || found[1] !== source) return [];
  const written = `r"${source.replace("(?=\\n|$)", "$").replace("(?=$|\\n)", "$")}"${found[2]!.replace("m", "")}`;
  if (written === found[0]) return [];
  return [{ title: "Anchor it to the whole text", safe: false, edits: [{ start: place[0], end: place[1], text: written }] }];
}
