// Texts that, repeated, a pattern can read in several ways: from the pairs and triples of paths through its automaton that read the
// same text. Weber and Seidl's criteria; what is found must be tried, because the automaton leaves assertions out.
import type { Graph } from "./graph.ts";

export interface Pump {
  prefix: readonly number[];
  pump: readonly number[];
}

/** Edges that are looked at in all. */
const WORK = 60_000;

interface Search {
  graph: Graph;
  left: number;
}

/** The most dangerous first. */
export function findPumps(graph: Graph): Pump[] {
  const search = { graph, left: WORK };
  const loops = graph.accepts.flatMap((_, place) =>
    place !== graph.anywhere && reaches(graph, place).has(place) ? [place] : [],
  );
  const found: Pump[] = [];
  const add = (place: number, pump: number[] | undefined) => {
    const prefix = pump && (place === graph.anywhere ? [] : shortestTo(graph, place));
    if (pump && prefix) found.push({ prefix, pump: shortestPeriod(pump) });
  };
  for (const place of loops) add(place, twoWaysRound(search, place));
  for (const from of loops) {
    const reached = reaches(graph, from);
    for (const to of loops) if (from !== to && reached.has(to)) add(from, wayBetween(search, from, to));
  }
  for (const to of loops) add(graph.anywhere, wayIn(search, to));
  return unique(found);
}

/** `abab` repeated is `ab` repeated. */
function shortestPeriod(text: number[]): number[] {
  for (let length = 1; length <= text.length / 2; length++) {
    if (text.length % length === 0 && text.every((kind, i) => kind === text[i % length])) return text.slice(0, length);
  }
  return text;
}

function unique(pumps: readonly Pump[]): Pump[] {
  const seen = new Set<string>();
  return pumps.filter(({ prefix, pump }) => {
    const key = `${prefix.join()}/${pump.join()}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** A text read on two different ways from a place back to itself: the number of ways doubles with each repetition. */
function twoWaysRound(search: Search, place: number): number[] | undefined {
  return shortest(search, [place, place, 0], [place, place, 1], ([a, b, parted], c, push) => {
    const { follow, accepts } = search.graph;
    if (!accepts[a!]![c] || !accepts[b!]![c]) return;
    for (const x of new Set(follow[a!]!)) {
      for (const y of new Set(follow[b!]!)) {
        const twice = a === b && x === y && follow[a!]!.filter((z) => z === x).length > 1;
        push([x, y, parted === 1 || x !== y || twice ? 1 : 0]);
      }
    }
  });
}

/** A text that goes round at one place, round at another, and from the one to the other: each repetition can be where it changes over. */
function wayBetween(search: Search, from: number, to: number): number[] | undefined {
  return shortest(search, [from, from, to], [from, to, to], ([a, b, d], c, push) => {
    const { follow, accepts } = search.graph;
    if (!accepts[a!]![c] || !accepts[b!]![c] || !accepts[d!]![c]) return;
    for (const x of new Set(follow[a!]!))
      for (const y of new Set(follow[b!]!)) for (const z of new Set(follow[d!]!)) push([x, y, z]);
  });
}

/** The same for the search itself, which begins anew at each place of the text. */
function wayIn(search: Search, to: number): number[] | undefined {
  const { follow, accepts, anywhere } = search.graph;
  return shortest(search, [anywhere, to], [to, to], ([a, b], c, push) => {
    if (!accepts[a!]![c] || !accepts[b!]![c]) return;
    for (const x of new Set(follow[a!]!)) for (const y of new Set(follow[b!]!)) push([x, y]);
  });
}

/** The shortest non-empty text that leads from one state to another; breadth first, until the work is used up. */
function shortest(
  search: Search,
  start: number[],
  goal: number[],
  step: (state: number[], character: number, push: (next: number[]) => void) => void,
): number[] | undefined {
  const kinds = search.graph.accepts[search.graph.anywhere]!.length;
  const wanted = goal.join();
  const seen = new Set<string>();
  let layer: { state: number[]; text: number[] }[] = [{ state: start, text: [] }];
  let answer: number[] | undefined;
  while (layer.length > 0 && answer === undefined) {
    const next: typeof layer = [];
    for (const { state, text } of layer) {
      for (let c = 0; c < kinds && answer === undefined; c++) {
        step(state, c, (reached) => {
          if (search.left-- <= 0 || answer !== undefined) return;
          const key = reached.join();
          if (key === wanted) answer = [...text, c];
          if (seen.has(key)) return;
          seen.add(key);
          next.push({ state: reached, text: [...text, c] });
        });
      }
      if (search.left <= 0) return answer;
    }
    layer = next;
  }
  return answer;
}

function reaches({ follow }: Graph, place: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [...follow[place]!];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...follow[next]!);
  }
  return seen;
}

/** The shortest text after which the match can be at a place. */
function shortestTo({ first, follow, accepts, anywhere }: Graph, place: number): number[] | undefined {
  const ways = new Map<number, number[]>();
  const open: number[] = [];
  const add = (next: number, way: number[]) => {
    if (next === anywhere || ways.has(next)) return;
    ways.set(next, way);
    open.push(next);
  };
  for (const next of [...first, ...follow[anywhere]!]) add(next, []);
  for (let at = 0; at < open.length && !ways.has(place); at++) {
    const here = open[at]!;
    const kind = accepts[here]!.indexOf(true);
    if (kind >= 0) for (const next of follow[here]!) add(next, [...ways.get(here)!, kind]);
  }
  return ways.get(place);
}
