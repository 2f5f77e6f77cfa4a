// Short texts that a pattern accepts, written along its tree and then tried. It must not know programs.
import { parsePattern } from "../../runtime/pattern/parse.ts";
import { type PatternFlags, printJavaScript } from "../../runtime/pattern/print-javascript.ts";
import { HOLE, type PatternNode } from "../../runtime/pattern/syntax.ts";
import { checkPattern, toRegExp } from "../../runtime/pattern.ts";

export interface Writing {
  /** Repetitions that need not occur occur so often. */
  optional: number;
  /** What stands in the first group. */
  inner?: string;
  /** What stands where a text is put into the pattern. */
  hole?: string;
}

const readable = "xa1 \n-_.,!<>*#:\"'()[]{}é";

/** Undefined where the pattern cannot be read. The text may not match: look-arounds and references are passed over. */
export function writeText(tree: PatternNode, flags: PatternFlags, writing: Writing): string | undefined {
  const write = (node: PatternNode): string | undefined => {
    switch (node.kind) {
      case "character":
        return String.fromCodePoint(node.code);
      case "any":
      case "class":
      case "set":
        return acceptedCharacter(node, flags);
      case "hole":
        return writing.hole ?? "42";
      case "group":
        return node.number === 1 && writing.inner !== undefined ? writing.inner : write(node.body);
      case "repeat": {
        const one = write(node.body);
        return one?.repeat(Math.min(node.max, Math.max(node.min, writing.optional)));
      }
      case "sequence": {
        const parts = node.items.map(write);
        return parts.includes(undefined) ? undefined : parts.join("");
      }
      case "alternatives":
        return shortest(node.branches.flatMap((branch) => write(branch) ?? []));
      case "reference":
        return undefined;
      default:
        return "";
    }
  };
  return write(tree);
}

function acceptedCharacter(node: PatternNode, flags: PatternFlags): string | undefined {
  const tester = new RegExp(`^(?:${printJavaScript(node, flags)})$`, `${flags.dotAll ? "s" : ""}u`);
  const written = node.kind === "set" ? node.items.flatMap((item) => (item.kind === "range" ? [item.from] : [])) : [];
  return [...readable, ...written.map((code) => String.fromCodePoint(code))].find((character) => tester.test(character));
}

const shortest = (texts: readonly string[]): string | undefined => texts.toSorted((a, b) => a.length - b.length)[0];

export function flagsOf(flags: string): PatternFlags {
  const has = (flag: string) => flags.includes(flag);
  return { ignoreCase: has("i"), multiline: has("m"), dotAll: has("s"), unicode: has("u") };
}

/** The tree of a pattern; undefined for one that is refused. */
export function readPattern(source: string, flags: string): PatternNode | undefined {
  const hasHoles = source.includes(HOLE);
  if (checkPattern(source, flags, "first", hasHoles) !== undefined) return undefined;
  try {
    return parsePattern(source);
  } catch {
    return undefined;
  }
}

const REMEMBERED = 300;
const remembered = new Map<string, string | undefined>();

/** The shortest text this finds that a pattern without holes accepts; undefined where it finds none. */
export function leastMatch(source: string, flags: string): string | undefined {
  const key = `${flags}/${source}`;
  if (remembered.has(key)) return remembered.get(key);
  if (remembered.size >= REMEMBERED) remembered.clear();
  const tree = source.includes(HOLE) ? undefined : readPattern(source, flags);
  const tried = tree === undefined ? [] : [0, 1].flatMap((optional) => writeText(tree, flagsOf(flags), { optional }) ?? []);
  const found = tried.find((text) => accepts(source, flags, text));
  remembered.set(key, found);
  return found;
}

export function accepts(source: string, flags: string, text: string): boolean {
  return [...text.matchAll(toRegExp(source, flags))].length > 0;
}
