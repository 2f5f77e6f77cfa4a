// The regular expressions on which pay depends: found in what the policy writes, and paid where they match. It must not know rules.

import type { PatternFlags } from "../../runtime/pattern/print-javascript.ts";
import type { PatternNode } from "../../runtime/pattern/syntax.ts";
import { flagsOf, leastMatch, readPattern } from "../acceptance/write-text.ts";
import type { Facts } from "../facts/facts.ts";
import { isWritten } from "../facts/form-terms.ts";
import { factOf } from "../facts/remember.ts";
import { type Search, searchesOf } from "../facts/text-searches.ts";
import { nodesBelow } from "../facts/trace-reads.ts";
import type { Paid } from "../facts/value-terms.ts";

export interface PaidPattern {
  search: Search;
  paid: Paid;
  source: string;
  flags: string;
  tree: PatternNode;
  read: PatternFlags;
  /** The shortest text found that it accepts. */
  least: string;
}

/** Those that are asked for as they are (`matches`), once for each term. */
export const paidPatternsOf = factOf((facts: Facts): PaidPattern[] => {
  const searches = searchesOf(facts).filter(({ operator, pattern, text }) => {
    const names = [...facts.reads(text)];
    return (
      operator === "matches" &&
      pattern !== undefined &&
      names.length > 0 &&
      names.every((name) => isWritten(facts.signals.get(name)!))
    );
  });
  if (searches.length === 0) return [];
  return facts.paid.flatMap((paid) => {
    const { term, weight } = paid;
    if (term.role !== "objective" || weight === 0 || !(paid.once.hi > 0)) return [];
    const below = nodesBelow(facts.program, term.node);
    return searches.flatMap((search) => {
      if (!below.has(search.node) || facts.directionIn(term.node, search.node) !== "+") return [];
      const { source, flags } = search.pattern!;
      const [tree, least] = [readPattern(source, flags), leastMatch(source, flags)];
      return tree === undefined || least === undefined
        ? []
        : [{ search, paid, source, flags, tree, read: flagsOf(flags), least }];
    });
  });
});
