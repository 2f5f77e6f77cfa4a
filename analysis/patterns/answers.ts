// What the rules about answers found in a text share: which of them speaks of a term, the witness, and asking for one answer.
import type { Fix, Witness } from "../../compiler/diagnostics.ts";
import { searchesOf } from "../facts/text-searches.ts";
import { nodesBelow } from "../facts/trace-reads.ts";
import { confirmWitness } from "../witness/play-episodes.ts";
import { type Probe, probesOf, type Trick } from "../witness/probe-answers.ts";
import { REFERENCE } from "../witness/reference-texts.ts";
import type { PatternInput } from "./pattern.ts";
import { sayNumber } from "./say-number.ts";

export type Looseness = "contained" | "anywhere" | "any of many" | "one of many" | "negated";

/** The worst that can be said of how a term takes answers; a term has one such fault. */
export function loosenessOf({ facts }: PatternInput, { passed, bare, paid }: Probe): Looseness | undefined {
  const { node } = paid.term;
  const below = nodesBelow(facts.program, node);
  const contains = searchesOf(facts).some(
    (search) =>
      below.has(search.node) && search.operator === "contains" && search.literals.length === 0 && search.pattern === undefined,
  );
  if (passed.has("cut short") || passed.has("left out")) return "contained";
  if (passed.has("listed bare")) return contains ? "contained" : "anywhere";
  if (bare && passed.has("negated") && (passed.has("listed first") || passed.has("listed last"))) return "anywhere";
  if (passed.has("listed first") && passed.has("listed last")) return "any of many";
  if (passed.has("listed first") || passed.has("listed last")) return "one of many";
  return passed.has("negated") || passed.has("taken back") ? "negated" : undefined;
}

export function answersWith(input: PatternInput, ...kinds: Looseness[]): { probe: Probe; looseness: Looseness }[] {
  return probesOf(input.facts).flatMap((probe) => {
    const looseness = loosenessOf(input, probe);
    return looseness !== undefined && kinds.includes(looseness) ? [{ probe, looseness }] : [];
  });
}

/** The first of these texts that passed. */
export function trickOf({ passed }: Probe, tricks: readonly Trick[]): string | undefined {
  const trick = tricks.find((candidate) => passed.has(candidate));
  return trick === undefined ? undefined : passed.get(trick)!.text;
}

/** The text against a wrong answer that is committed to. */
export function showTrick({ program }: PatternInput, { passed, wrong }: Probe, tricks: readonly Trick[]): Witness | undefined {
  const trick = tricks.find((candidate) => passed.has(candidate));
  if (trick === undefined) return undefined;
  const { text, episode } = passed.get(trick)!;
  return confirmWitness(
    program,
    episode,
    wrong,
    (earned, honestly) =>
      `Where ${JSON.stringify(REFERENCE)} is right, ${JSON.stringify(text)} earns ${sayNumber(earned)} and a single wrong answer ${sayNumber(honestly)}.`,
  );
}

/** `require one_answer = count_matches(…) == 1`, where a mark is searched for in a signal. */
export function oneAnswer({ program, facts, text }: PatternInput, { search, paid, bare }: Probe): Fix[] {
  const of = search === undefined ? undefined : program.nodes[search.text];
  const wanted = search === undefined ? undefined : program.nodes[search.wanted]?.source;
  if (bare || of?.op !== "signal" || wanted === undefined || program.requires.some(({ name }) => name === "one_answer"))
    return [];
  const { term } = paid;
  const lowest = Number.isFinite(facts.terms.lo) ? Math.min(0, Math.floor(facts.terms.lo)) : 0;
  const indent = /[ \t]*$/.exec(text.slice(0, term.source[0]))?.[0] ?? "  ";
  const line = `\n${indent}require one_answer = count_matches(${of.name}, ${text.slice(...wanted)}) == 1 else ${lowest}`;
  const edits = [{ start: term.source[1], end: term.source[1], text: line }];
  return [{ title: `Require exactly one answer in '${of.name}'`, safe: false, edits }];
}
