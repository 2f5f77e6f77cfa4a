// Texts with the right form and nothing in it: what the searches of some formulas accept at the least, each alone and all
// together. It must not know rules.
import { HOLE } from "../../runtime/pattern/syntax.ts";
import { accepts, flagsOf, leastMatch, readPattern, writeText } from "../acceptance/write-text.ts";
import type { Facts } from "../facts/facts.ts";
import { isWritable } from "../facts/judge-trust.ts";
import { type Search, searchesOf } from "../facts/text-searches.ts";
import { nodesBelow } from "../facts/trace-reads.ts";
import type { Choice } from "./build-episode.ts";

const MOST_TEXTS = 12;

/** Much that says nothing. */
const FILLER = "and so on ".repeat(300);

/** The choice of each such text for everything that the policy writes; the empty choice is last. */
export function formTexts(facts: Facts, nodes: readonly number[]): Choice[] {
  const below = new Set(nodes.flatMap((node) => [...nodesBelow(facts.program, node)]));
  const searches = searchesOf(facts).filter(({ node }) => below.has(node));
  const single = [...new Set(searches.flatMap(leastFound))].slice(0, MOST_TEXTS);
  const all = single.length > 1 ? [single.join(""), single.join("\n")] : [];
  const measures = [...below].some((id) => isLength(facts, id));
  const long = measures ? [FILLER, ...searches.flatMap(filled)].slice(0, 3) : [];
  const texts = [...all, ...single.slice(0, 6), single.join("\n").repeat(3), ...long].filter((text) => text !== "");
  return [...texts.map((text) => writtenAs(facts, text)), {}];
}

function isLength({ program }: Facts, id: number): boolean {
  const node = program.nodes[id];
  return node?.op === "apply" && node.operator === "length";
}

/** Of a choice, what each branch accepts at the least. */
function leastFound({ pattern, literals }: Search): string[] {
  if (pattern === undefined) return [...literals];
  const { source, flags } = pattern;
  const tree = source.includes(HOLE) ? undefined : readPattern(source, flags);
  const branches = tree?.kind === "alternatives" ? tree.branches : [];
  const each = branches.flatMap((branch) => writeText(branch, flagsOf(flags), { optional: 0 }) ?? []);
  return [leastMatch(source, flags) ?? [], ...each.filter((text) => text !== "" && accepts(source, flags, text))].flat();
}

/** What the first group holds is long. */
function filled({ pattern }: Search): string[] {
  const tree = pattern === undefined ? undefined : readPattern(pattern.source, pattern.flags);
  if (pattern === undefined || tree === undefined) return [];
  return [writeText(tree, flagsOf(pattern.flags), { optional: 0, inner: FILLER }) ?? []].flat();
}

/** Every text that the policy writes is this one. */
export function writtenAs(facts: Facts, text: string): Choice {
  const written = facts.program.signals.filter(
    ({ type, ...signal }) => type.kind === "text" && type.alternatives === undefined && isWritable({ type, ...signal }),
  );
  return Object.fromEntries(written.map(({ name }) => [name, text]));
}
