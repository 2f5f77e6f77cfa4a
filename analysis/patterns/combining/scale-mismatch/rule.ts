// RH201: in a sum, one term's range is so much wider than that of what matters more that the latter no longer decides anything.
import type { Facts } from "../../../facts/facts.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { paidBy, searchRecord } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import { combinationOf, placeOf } from "../../combination.ts";
import { reweigh } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { matters, type Rivalry, spreadOf, standingOf } from "./rivalry.ts";

/** How many times wider one range may be than another before the narrower one is decoration. */
export const MOST_RATIO = 10;

export const rule: Pattern = {
  code: "RH201",
  name: "scale-mismatch",
  severity: "warning",
  summary: "One term spans so much more than a term that matters more that the latter is decoration.",
  classes: ["scale-domination"],
  evidence: [
    {
      title: "Quark Medical Alignment, 2026",
      says: "Heterogeneous rewards need a common, frozen scale before they are weighted.",
    },
    {
      title: "Understanding Reward Hacking in Text-to-Image Reinforcement Learning, 2026",
      says: "The released trainer adds the raw outputs of scorers with different ranges; the widest one decides what images look like.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  if (combinationOf(input.program) === "other") return [];
  const { facts } = input;
  const terms = facts.paid.filter(
    (paid) => paid.weight !== 0 && !paid.telescoping && Number.isFinite(spreadOf(paid)) && spreadOf(paid) > 0,
  );
  const standings = terms.map((paid) => standingOf(facts, paid));
  return standings.flatMap((wide) => {
    const others = standings.filter((other) => other !== wide && sameMoment(other.paid, wide.paid));
    const dwarfed = dwarfedBy(
      wide.paid,
      others.flatMap((narrow) => matters(facts, narrow, wide) ?? []),
    );
    return dwarfed === undefined ? [] : [report(input, wide.paid, dwarfed)];
  });
}

/** Paid at the same moments, so that ranges of single payments can be compared. */
const sameMoment = (a: Paid, b: Paid): boolean =>
  (a.term.timing === "step") === (b.term.timing === "step") && a.terminal === b.terminal;

/** Of the objectives that matter more the widest counts; a cost the goal names is dwarfed on its own. */
function dwarfedBy(wide: Paid, rivals: readonly Rivalry[]): Rivalry | undefined {
  const tooNarrow = (rival: Rivalry) => spreadOf(wide) > MOST_RATIO * (rival.excused ?? 1) * spreadOf(rival.narrow);
  const objectives = rivals.filter((rival) => rival.narrow.term.role === "objective");
  const widest = objectives.toSorted((a, b) => spreadOf(b.narrow) - spreadOf(a.narrow))[0];
  if (widest !== undefined) return tooNarrow(widest) ? widest : undefined;
  return rivals.filter(tooNarrow).toSorted((a, b) => spreadOf(a.narrow) - spreadOf(b.narrow))[0];
}

function report(input: PatternInput, wide: Paid, { narrow, because }: Rivalry): Finding {
  const ratio = spreadOf(wide) / spreadOf(narrow);
  const [a, b] = [wide.term, narrow.term];
  return {
    at: placeOf(input.facts, a.source, a.node),
    message: `'${a.name}' spans ${sayNumber(ratio)} times the range of '${b.name}' (${sayNumber(spreadOf(wide))} against ${sayNumber(spreadOf(narrow))}), although ${because}: '${b.name}' is decoration.`,
    why: `An agent first takes what pays most. It will settle '${a.name}' before '${b.name}' changes anything, and give '${b.name}' up where the two conflict.`,
    help: "Bring both to a common scale: divide each by its range (or use 'ramp', 'tolerance'), then let the weights say what matters.",
    related: [{ start: b.source[0], end: b.source[1], message: `'${b.name}' spans only ${sayNumber(spreadOf(narrow))}` }],
    fixes:
      wide.weight === undefined
        ? []
        : reweigh(input.text, a, (writtenWeight(input.facts, wide) * spreadOf(narrow)) / spreadOf(wide)),
    witness: () => showDomination(input, wide, narrow),
  };
}

function writtenWeight(facts: Facts, { term }: Paid): number {
  return facts.range(term.weight).hi;
}

/** The wide term at its best with the narrow one at its worst, against the other way round. */
function showDomination({ program, facts }: PatternInput, wide: Paid, narrow: Paid) {
  const names = [wide, narrow].flatMap(({ term }) => [
    ...facts.reads(term.node),
    ...(term.when === undefined ? [] : facts.reads(term.when)),
  ]);
  const [a, b] = [wide.term.name, narrow.term.name];
  const scored = (up: string, down: string) =>
    searchRecord(sliceProgram(program, [a, b]), new Set(names), {}, (result) => paidBy(result, [up]) - paidBy(result, [down]));
  const [unwanted, wanted] = [scored(a, b), scored(b, a)];
  return confirmWitness(
    program,
    oneRecord(program, "dominated", unwanted),
    oneRecord(program, "wanted", wanted),
    (earned, honestly, [bad, good]) => {
      const share = (result: typeof bad, name: string) => sayNumber(paidBy(result, [name]));
      return `With '${b}' at its worst (${share(bad, b)}) and '${a}' at its best (${share(bad, a)}) it earns ${sayNumber(earned)}; with '${b}' at its best (${share(good, b)}) and '${a}' at its worst (${share(good, a)}) it earns ${sayNumber(honestly)}.`;
    },
  );
}
