// The same pattern without the detour, where it is evident: what is rewritten must be shown to be faster, or it is not offered.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import { checkPattern } from "../../../../runtime/pattern.ts";
import type { Node } from "../../../../runtime/program.ts";
import { findAttack } from "../../../backtracking/find-attack.ts";

const ONE = String.raw`(?:\\p\{[LNP]\}|\\[^pP\d]|\[\^?(?:\\.|[^\]\\])+\]|[^\\^$.|?*+()[\]{}]|\.)`;
/** `(?:x+)*`. */
const NESTED = new RegExp(String.raw`\((?:\?:)?(${ONE})([*+])\)([*+])(?![?+])`, "u");
/** `x+` at the start. */
const LEADING = new RegExp(String.raw`^(${ONE})\+`, "u");

export function faster(
  text: string,
  [start, end]: readonly [number, number],
  node: Node & { op: "pattern" },
  use: { toEnd: boolean; all: boolean },
): Fix[] {
  const written = text.slice(start, end);
  const at = written.indexOf(node.pattern);
  if (!written.startsWith("r") || at < 0) return [];
  return [once(node.pattern), fromTheFirst(node.pattern)].flatMap((rewritten) => {
    if (rewritten === undefined || !isFaster(node, rewritten.pattern, use.toEnd)) return [];
    const edit = { start: start + at, end: start + at + node.pattern.length, text: rewritten.pattern };
    return [{ title: rewritten.title, safe: rewritten.safe && !use.all, edits: [edit] }];
  });
}

interface Rewritten {
  title: string;
  pattern: string;
  /** Occurs in the same texts. */
  safe: boolean;
}

function once(pattern: string): Rewritten | undefined {
  const found = NESTED.exec(pattern);
  if (found === null) return undefined;
  const [whole, one, inner, outer] = found;
  const repeated = `${one}${inner === "+" && outer === "+" ? "+" : "*"}`;
  const captures = !whole.startsWith("(?:");
  const shorter = captures ? `(${repeated})` : repeated;
  const rewritten = pattern.slice(0, found.index) + shorter + pattern.slice(found.index + whole.length);
  return { title: `Repeat once: '${shorter}'`, pattern: rewritten, safe: !/\\[1-9]/.test(pattern) };
}

/** A match that begins within a run of the same would also be found from the run's first character. */
function fromTheFirst(pattern: string): Rewritten | undefined {
  const found = LEADING.exec(pattern);
  if (found === null || pattern.includes("|")) return undefined;
  const guarded = `(?<!${found[1]})`;
  return { title: `Try it only where a run begins: '${guarded}${found[0]}'`, pattern: guarded + pattern, safe: true };
}

function isFaster(node: { pattern: string; flags: string }, rewritten: string, toEnd: boolean): boolean {
  if (checkPattern(rewritten, node.flags, "first") !== undefined) return false;
  const [before, after] = [findAttack(node.pattern, node.flags, toEnd), findAttack(rewritten, node.flags, toEnd)];
  return (after?.degree ?? 1) < (before?.degree ?? 1);
}
