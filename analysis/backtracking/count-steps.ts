// Runs a pattern over a text as a backtracking engine does and counts the steps. It must not know where texts come from.
import type { Machine } from "./machine.ts";

export interface Steps {
  /** Of the whole search, from each place in turn until something matches. */
  total: number;
  /** Of the longest attempt at one place. */
  attempt: number;
  found: boolean;
  /** Stopped at the limit. */
  stopped: boolean;
}

type Slots = readonly number[];

/** `text` is in kinds of the machine's alphabet. */
export function countSteps(machine: Machine, text: readonly number[], limit: number): Steps {
  const { code, alphabet, multiline } = machine;
  const accepts = alphabet.accepts;
  const isWord = (at: number) => alphabet.isWord[text[at] ?? -1] === true;
  let left = limit;

  function holds(kind: "start" | "end" | "word-edge" | "no-word-edge", at: number): boolean {
    if (kind === "start") return at === 0 || (multiline && alphabet.isLineEnd[text[at - 1]!] === true);
    if (kind === "end") return at === text.length || (multiline && alphabet.isLineEnd[text[at]!] === true);
    return (isWord(at - 1) !== isWord(at)) === (kind === "word-edge");
  }

  /** Slots at the match; undefined where there is none. */
  function run(start: number, place: number, given: Slots): Slots | undefined {
    const waiting: [number, number, Slots][] = [];
    let [pc, at, slots] = [start, place, given];
    const set = (slot: number, value: number) => {
      const copy = slots.slice();
      copy[slot] = value;
      slots = copy;
    };
    const once = (slot: number, count: number, body: number) => {
      set(slot, count + 1);
      set(slot + 1, at);
      pc = body;
    };
    for (;;) {
      if (left-- <= 0) return undefined;
      const now = code[pc]!;
      let failed = false;
      switch (now.op) {
        case "match":
          return slots;
        case "character":
          failed = at >= text.length || !accepts[now.index]![text[at]!];
          at++;
          pc++;
          break;
        case "split":
          waiting.push([now.second, at, slots]);
          pc = now.first;
          break;
        case "jump":
          pc = now.to;
          break;
        case "assert":
          failed = !holds(now.kind, at);
          pc++;
          break;
        case "store":
          set(now.slot, now.value ?? at);
          pc++;
          break;
        case "repeat": {
          const count = slots[now.slot]!;
          if (count < now.min) once(now.slot, count, now.body);
          else if (count >= now.max) pc = now.exit;
          else if (now.lazy) {
            const before = slots;
            once(now.slot, count, now.body);
            waiting.push([now.body, at, slots]);
            slots = before;
            pc = now.exit;
          } else {
            waiting.push([now.exit, at, slots]);
            once(now.slot, count, now.body);
          }
          break;
        }
        case "moved":
          failed = slots[now.slot + 1] === at && slots[now.slot]! > now.min;
          pc++;
          break;
        case "look": {
          const found = at >= now.back ? run(pc + 1, at - now.back, slots) : undefined;
          failed = (found === undefined) !== now.negated;
          if (found !== undefined && !now.negated) slots = found;
          pc = now.next;
          break;
        }
        case "reference": {
          const [from, to] = [slots[now.slot] ?? 0, slots[now.slot + 1] ?? 0];
          left -= Math.max(0, to - from);
          for (let i = from; i < to && !failed; i++, at++) failed = text[at] !== text[i];
          pc++;
          break;
        }
      }
      if (!failed) continue;
      const next = waiting.pop();
      if (next === undefined) return undefined;
      [pc, at, slots] = next;
    }
  }

  const none: Slots = new Array(machine.slots).fill(0);
  let attempt = 0;
  let found = false;
  for (let place = 0; place <= text.length && left > 0 && !found; place++) {
    const before = left;
    found = run(0, place, none) !== undefined;
    attempt = Math.max(attempt, before - left);
  }
  return { total: limit - Math.max(0, left), attempt, found, stopped: left <= 0 };
}
