// The places of a pattern where content goes, between marks, and whether they may stay empty. It must not know programs.
import { type PatternFlags, printJavaScript } from "../../runtime/pattern/print-javascript.ts";
import type { PatternNode } from "../../runtime/pattern/syntax.ts";

export interface Slots {
  all: number;
  /** Of them, those that may stay empty. */
  empty: number;
}

/** Of the alternative with the most empty slots. */
export function findSlots(tree: PatternNode, flags: PatternFlags): Slots {
  const branches = tree.kind === "alternatives" ? tree.branches : [tree];
  const found = branches.map((branch) => slotsOf(branch, flags));
  return found.toSorted((a, b) => b.empty - a.empty)[0] ?? { all: 0, empty: 0 };
}

function slotsOf(tree: PatternNode, flags: PatternFlags): Slots {
  const parts = flatten(tree);
  const marks = parts.flatMap((part, at) => (isMark(part) ? [at] : []));
  const between = (at: number) => marks.length > 0 && marks[0]! < at && at < marks.at(-1)!;
  const slots = parts.filter((part, at) => between(at) && isContent(part, flags)) as (PatternNode & { kind: "repeat" })[];
  return { all: slots.length, empty: slots.filter(({ min }) => min === 0).length };
}

function flatten(node: PatternNode): PatternNode[] {
  if (node.kind === "sequence") return node.items.flatMap(flatten);
  return node.kind === "group" ? flatten(node.body) : [node];
}

const isMark = (node: PatternNode): boolean => node.kind === "character" && !/\s/.test(String.fromCodePoint(node.code));

/** Repeated without end and open for letters or digits. */
function isContent(node: PatternNode, flags: PatternFlags): boolean {
  return node.kind === "repeat" && node.max === Number.POSITIVE_INFINITY && takesLetters(node.body, flags);
}

function takesLetters(node: PatternNode, flags: PatternFlags): boolean {
  if (node.kind === "group") return takesLetters(node.body, flags);
  if (node.kind === "alternatives") return node.branches.some((branch) => takesLetters(branch, flags));
  if (node.kind !== "any" && node.kind !== "class" && node.kind !== "set") return false;
  return /^(?:x|1)$/.test(node.kind === "any" ? "x" : firstTaken(node, flags));
}

function firstTaken(node: PatternNode, flags: PatternFlags): string {
  const tester = new RegExp(`^(?:${printJavaScript(node, flags)})$`, "u");
  return ["x", "1"].find((character) => tester.test(character)) ?? "";
}
