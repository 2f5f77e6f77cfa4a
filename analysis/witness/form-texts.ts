// Texts with the right form and nothing in it: what the searches of some formulas accept at the least, each alone and all
// together. It must not know rules.
import { leastMatch } from "../acceptance/write-text.ts";
import type { Facts } from "../facts/facts.ts";
import { isWritable } from "../facts/judge-trust.ts";
import { type Search, searchesOf } from "../facts/text-searches.ts";
import { nodesBelow } from "../facts/trace-reads.ts";
import type { Choice } from "./build-episode.ts";

const MOST_TEXTS = 12;

/** The choice of each such text for everything that the policy writes; the empty choice is last. */
export function formTexts(facts: Facts, nodes: readonly number[]): Choice[] {
  const below = new Set(nodes.flatMap((node) => [...nodesBelow(facts.program, node)]));
  const least = searchesOf(facts)
    .filter(({ node }) => below.has(node))
    .flatMap((search) => leastFound(search));
  const single = [...new Set(least)];
  const all = single.length > 1 ? [single.join(""), single.join("\n")] : [];
  const texts = [...all, ...single, ...[single.join("\n").repeat(3)]].filter((text) => text !== "");
  return [...texts.slice(0, MOST_TEXTS).map((text) => writtenAs(facts, text)), {}];
}

export function leastFound({ pattern, literals }: Search): string[] {
  if (pattern === undefined) return [...literals];
  return [leastMatch(pattern.source, pattern.flags) ?? []].flat();
}

/** Every text that the policy writes is this one. */
export function writtenAs(facts: Facts, text: string): Choice {
  const written = facts.program.signals.filter(
    ({ type, ...signal }) => type.kind === "text" && type.alternatives === undefined && isWritable({ type, ...signal }),
  );
  return Object.fromEntries(written.map(({ name }) => [name, text]));
}
