// A pattern as instructions for a backtracking machine, in the order in which JavaScript and Python try things.
import { mayBeEmpty, some, width } from "../../runtime/pattern/measure.ts";
import type { PatternFlags } from "../../runtime/pattern/print-javascript.ts";
import type { PatternNode } from "../../runtime/pattern/syntax.ts";
import { type Alphabet, findAlphabet } from "./alphabet.ts";

export type Instruction =
  | { op: "character"; index: number }
  | { op: "split"; first: number; second: number }
  | { op: "jump"; to: number }
  | { op: "assert"; kind: "start" | "end" | "word-edge" | "no-word-edge" }
  | { op: "store"; slot: number; value?: number }
  /** Once more through `body`, or out; `slot` counts, `slot + 1` is where the repetition began. */
  | { op: "repeat"; slot: number; min: number; max: number; lazy: boolean; body: number; exit: number; endless: boolean }
  | { op: "moved"; slot: number; min: number }
  | { op: "look"; negated: boolean; back: number; next: number }
  | { op: "reference"; slot: number }
  | { op: "match" };

export interface Machine {
  code: readonly Instruction[];
  slots: number;
  alphabet: Alphabet;
  multiline: boolean;
}

const LARGEST = 2_000;
/** A repetition so often at most is written out. */
const WRITTEN_OUT = 6;

/** Whether it may repeat something without bound. */
const isEndless = (node: { max: number; body: PatternNode }): boolean =>
  node.max === Number.POSITIVE_INFINITY ||
  some(node.body, (inner) => inner.kind === "repeat" && inner.max === Number.POSITIVE_INFINITY);

/** Undefined for a pattern too large to be looked at. */
export function buildMachine(tree: PatternNode, flags: PatternFlags): Machine | undefined {
  const code: Instruction[] = [];
  const characters: PatternNode[] = [];
  const groups = new Map<number, number>();
  let slots = 0;
  const take = (count: number): number => {
    slots += count;
    return slots - count;
  };
  const slotOf = (group: number): number => {
    const slot = groups.get(group) ?? take(2);
    groups.set(group, slot);
    return slot;
  };
  const emit = <I extends Instruction>(instruction: I): I => {
    code.push(instruction);
    return instruction;
  };

  function add(node: PatternNode): void {
    if (code.length > LARGEST) return;
    switch (node.kind) {
      case "character":
      case "any":
      case "class":
      case "set":
        emit({ op: "character", index: characters.push(node) - 1 });
        return;
      case "start":
      case "end":
      case "word-edge":
      case "no-word-edge":
        emit({ op: "assert", kind: node.kind });
        return;
      case "sequence":
        for (const item of node.items) add(item);
        return;
      case "alternatives":
        addAlternatives(node.branches);
        return;
      case "group":
        if (node.number !== undefined) emit({ op: "store", slot: slotOf(node.number) });
        add(node.body);
        if (node.number !== undefined) emit({ op: "store", slot: slotOf(node.number) + 1 });
        return;
      case "hole":
        // One character like no other stands for the text put in.
        emit({ op: "character", index: characters.push({ kind: "character", code: 0xa7 }) - 1 });
        return;
      case "reference":
        emit({ op: "reference", slot: slotOf(node.group) });
        return;
      case "look": {
        const look = emit({ op: "look", negated: node.negated, back: node.behind ? (width(node.body) ?? 0) : 0, next: 0 });
        add(node.body);
        emit({ op: "match" });
        look.next = code.length;
        return;
      }
      case "repeat":
        addRepeat(node);
    }
  }

  function addAlternatives(branches: readonly PatternNode[]): void {
    const jumps = branches.slice(0, -1).map((branch) => {
      const split = emit({ op: "split", first: code.length + 1, second: 0 });
      add(branch);
      const jump = emit({ op: "jump", to: 0 });
      split.second = code.length;
      return jump;
    });
    add(branches.at(-1)!);
    for (const jump of jumps) jump.to = code.length;
  }

  function addRepeat({ body, min, max, lazy }: PatternNode & { kind: "repeat" }): void {
    if (max === 0) return;
    const empty = mayBeEmpty(body);
    if (!empty && min <= 1 && max === Number.POSITIVE_INFINITY) addLoop(body, min, lazy);
    else if (!empty && max <= WRITTEN_OUT) addCopies(body, min, max, lazy);
    else addCounted(body, min, max, lazy, empty);
  }

  function addCounted(body: PatternNode, min: number, max: number, lazy: boolean, empty: boolean): void {
    const slot = take(2);
    emit({ op: "store", slot, value: 0 });
    const head = code.length;
    const repeat = emit({ op: "repeat", slot, min, max, lazy, body: head + 1, exit: 0, endless: isEndless({ max, body }) });
    add(body);
    if (empty) emit({ op: "moved", slot, min });
    emit({ op: "jump", to: head });
    repeat.exit = code.length;
  }

  function addCopies(body: PatternNode, min: number, max: number, lazy: boolean): void {
    const splits = Array.from({ length: max }, (_, i) => {
      const split = i < min ? undefined : emit({ op: "split", first: 0, second: 0 });
      const start = code.length;
      add(body);
      return { split, start };
    });
    for (const { split, start } of splits) {
      if (split === undefined) continue;
      split.first = lazy ? code.length : start;
      split.second = lazy ? start : code.length;
    }
  }

  /** `x*` and `x+` without counting. */
  function addLoop(body: PatternNode, min: number, lazy: boolean): void {
    const head = code.length;
    const split = { op: "split" as const, first: 0, second: 0 };
    if (min === 0) emit(split);
    const start = code.length;
    add(body);
    if (min === 0) emit({ op: "jump", to: head });
    else emit(split);
    const [again, out] = [start, code.length];
    split.first = lazy ? out : again;
    split.second = lazy ? again : out;
  }

  add(tree);
  emit({ op: "match" });
  if (code.length > LARGEST) return undefined;
  return { code, slots, alphabet: findAlphabet(characters, flags), multiline: flags.multiline };
}
