// One character for each kind that a pattern tells apart; texts are then numbers of kinds. It must not know how matching runs.
import { type PatternFlags, printJavaScript } from "../../runtime/pattern/print-javascript.ts";
import type { PatternNode } from "../../runtime/pattern/syntax.ts";

/** Tried first, so that examples can be read. */
const readable = "a1 !b\n-_.,xé<>";
const MOST = 120;

export interface Alphabet {
  /** The character that stands for each kind. */
  characters: readonly string[];
  /** For each given node, whether it takes a character of the kind. */
  accepts: readonly (readonly boolean[])[];
  isLineEnd: readonly boolean[];
  isWord: readonly boolean[];
}

/** `nodes` each match one character. */
export function findAlphabet(nodes: readonly PatternNode[], flags: PatternFlags): Alphabet {
  const testers = new Map<string, RegExp>();
  const tests = nodes.map((node) => {
    const source = printJavaScript(node, flags);
    const known =
      testers.get(source) ?? new RegExp(`^(?:${source})$`, `${flags.ignoreCase ? "i" : ""}${flags.dotAll ? "s" : ""}u`);
    testers.set(source, known);
    return known;
  });
  const word = flags.unicode ? /[\p{L}\p{N}_]/u : /[A-Za-z0-9_]/u;
  const kinds = new Map<string, { character: string; accepted: boolean[] }>();
  for (const character of candidates(nodes)) {
    const byTester = new Map([...testers.values()].map((tester) => [tester, tester.test(character)]));
    const accepted = tests.map((tester) => byTester.get(tester) === true);
    const key = `${[...byTester.values()].map(Number).join("")}${character === "\n"}${word.test(character)}`;
    if (!kinds.has(key)) kinds.set(key, { character, accepted });
  }
  const all = [...kinds.values()];
  return {
    characters: all.map(({ character }) => character),
    accepts: nodes.map((_, i) => all.map(({ accepted }) => accepted[i] === true)),
    isLineEnd: all.map(({ character }) => character === "\n"),
    isWord: all.map(({ character }) => word.test(character)),
  };
}

function candidates(nodes: readonly PatternNode[]): string[] {
  const codes = new Set<number>();
  for (const node of nodes) {
    if (node.kind === "character") codes.add(node.code);
    if (node.kind !== "set") continue;
    for (const item of node.items) if (item.kind === "range") for (const code of [item.from, item.to]) codes.add(code);
  }
  const written = [...codes].filter((code) => code < 0xd800 || code > 0xdfff).map((code) => String.fromCodePoint(code));
  return [...new Set([...readable, ...written])].slice(0, MOST);
}
