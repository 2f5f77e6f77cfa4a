// Which character of a pattern may come after which: the automaton behind a machine. Assertions and counts are left out, so it has
// more paths than the pattern; what it suggests must be tried.
import type { Instruction, Machine } from "./machine.ts";

export interface Graph {
  /** Number of places; the last one is `anywhere`. */
  size: number;
  /** Before the match begins: takes any character and stays, or the match begins. */
  anywhere: number;
  /** Places after each place; a place is listed twice where two ways lead there. */
  follow: readonly (readonly number[])[];
  /** Places where the match may begin at the start of the text. */
  first: readonly number[];
  accepts: readonly (readonly boolean[])[];
}

const LONGEST_WALK = 2_000;

export function buildGraph(machine: Machine): Graph {
  const { code, alphabet } = machine;
  const places = code.flatMap((instruction, pc) => (instruction.op === "character" ? [{ pc, index: instruction.index }] : []));
  const placeAt = new Map(places.map(({ pc }, i) => [pc, i]));
  const insideLooks = findLooks(machine);

  function reach(from: number, atStart: boolean): number[] {
    const found = new Map<number, number>();
    const way = new Set<number>();
    let steps = 0;
    const walk = (pc: number): void => {
      if (way.has(pc) || steps++ > LONGEST_WALK) return;
      const now = code[pc]!;
      if (now.op === "character") {
        if (!insideLooks.has(pc)) found.set(placeAt.get(pc)!, (found.get(placeAt.get(pc)!) ?? 0) + 1);
        return;
      }
      if (now.op === "match" || (now.op === "assert" && now.kind === "start" && !machine.multiline && !atStart)) return;
      way.add(pc);
      if (now.op === "split") for (const next of [now.first, now.second]) walk(next);
      else if (now.op === "repeat") for (const next of nextOf(now, from, pc)) walk(next);
      else walk(now.op === "jump" ? now.to : now.op === "look" ? now.next : pc + 1);
      way.delete(pc);
    };
    walk(from);
    return [...found].flatMap(([place, ways]) => (ways > 1 ? [place, place] : [place]));
  }

  const anywhere = places.length;
  return {
    size: places.length + 1,
    anywhere,
    follow: [...places.map(({ pc }) => reach(pc + 1, false)), [anywhere, ...reach(0, false)]],
    first: reach(0, true),
    accepts: [...places.map(({ index }) => alphabet.accepts[index]!), alphabet.characters.map(() => true)],
  };
}

/** A bounded repetition of bounded things is no loop: it is entered from before, and left from inside. */
function nextOf({ body, exit, endless, min }: Instruction & { op: "repeat" }, from: number, pc: number): number[] {
  if (endless) return [body, exit];
  if (from > pc) return [exit];
  return min === 0 ? [body, exit] : [body];
}

/** Instructions of looks, which take no part in how long the match is. */
function findLooks({ code }: Machine): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const [pc, instruction] of code.entries()) {
    if (instruction.op === "look") for (let i = pc + 1; i < instruction.next; i++) inside.add(i);
  }
  return inside;
}
