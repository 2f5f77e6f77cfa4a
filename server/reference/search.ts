// Finds what a person means by a name, another name, or words of what is said about it. It must not know what the entries are about.
import { nearest } from "../../compiler/elaborate/suggest.ts";
import { entries } from "./entries.ts";
import type { Entry } from "./entry.ts";

export interface Found {
  entry: Entry;
  /** The whole query is its name, or another name of it. */
  exact: boolean;
}

/** What carries no meaning beside other words. */
const fillers: ReadonlySet<string> = new Set(
  "a an the of is are be it its to how do does i in on at for with and or not that what which by as from".split(" "),
);

/** Without endings: `rotates`, `rotated` and `rotation` are one word. */
function stem(word: string): string {
  const cut = word.toLowerCase().replace(/(?:ions?|ing|ed|es|s|e)$/, "");
  const short = cut.length >= 3 ? cut : word.toLowerCase();
  return short.replace(/([bdgklmnprt])\1$/, "$1");
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");

/** `edit_distance` is found as `edit distance`. */
const spaced = (name: string) => name.toLowerCase().replace(/(?<=\w)[_-](?=\w)/g, " ");

interface Indexed {
  entry: Entry;
  names: string[];
  name: ReadonlySet<string>;
  summary: ReadonlySet<string>;
  text: ReadonlySet<string>;
}

const stems = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map(stem));

const index: readonly Indexed[] = entries.map((entry) => ({
  entry,
  names: [entry.name, ...entry.aliases].map(spaced),
  name: stems([entry.name, ...entry.aliases].join(" ")),
  summary: stems(entry.summary),
  text: stems(entry.text),
}));

const begins = (words: ReadonlySet<string>, part: string) => part.length >= 3 && [...words].some((word) => word.startsWith(part));

/** What one word of the query is worth in an entry; 0 where it is nowhere. */
function worth({ name, summary, text, names }: Indexed, word: string): number {
  if (name.has(word)) return 120;
  if (begins(name, word)) return 80;
  if (word.length >= 3 && names.some((one) => one.includes(word))) return 50;
  if (summary.has(word)) return 40;
  if (begins(summary, word)) return 25;
  if (text.has(word)) return 8;
  return begins(text, word) ? 4 : 0;
}

/** What the query as a whole is worth: a name, another name, the beginning of one. */
function worthWhole({ entry, names }: Indexed, query: string): number {
  const asked = spaced(query);
  const [own] = names;
  if (entry.name === query) return 2010;
  if (own === asked || `${entry.kind} ${own}` === asked) return 2000;
  if (names.includes(asked)) return 1800;
  if (asked.length >= 2 && own!.startsWith(asked)) return 400;
  return 0;
}

/** Best first: every word occurs in each of them, or, where that finds nothing, as many as possible and at least half. */
export function searchReference(query: string, limit = 20): Found[] {
  const asked = query.trim().replace(/\s+/g, " ");
  if (asked === "") return [];
  const written = wordsOf(asked);
  const telling = written.filter((word) => !fillers.has(word.toLowerCase()));
  const words = (telling.length > 0 ? telling : written).map(stem);
  const scored = index.map((one, order) => {
    const whole = worthWhole(one, asked);
    const each = words.map((word) => worth(one, word));
    const isGuide = one.entry.kind === "guide" ? 1 : 0;
    const score = whole + each.reduce((sum, part) => sum + part, 0) / Math.max(1, each.length) - 3 * isGuide;
    return {
      entry: one.entry,
      exact: whole >= 1800,
      isNamed: whole > 0,
      hits: each.filter((part) => part > 0).length,
      score,
      order,
    };
  });
  const most = Math.max(...scored.map(({ hits }) => hits));
  if (most * 2 < words.length) return scored.filter(({ exact }) => exact);
  const fitting = scored.filter(({ isNamed, hits }) => isNamed || (hits > 0 && hits === most));
  fitting.sort((a, b) => b.score - a.score || a.order - b.order);
  return fitting.slice(0, limit).map(({ entry, exact }) => ({ entry, exact }));
}

/** The name that was probably meant where nothing is found. */
export function suggestName(query: string): string | undefined {
  return nearest(
    query.trim(),
    entries.filter(({ kind }) => kind !== "guide").flatMap(({ name, aliases }) => [name, ...aliases]),
  );
}
