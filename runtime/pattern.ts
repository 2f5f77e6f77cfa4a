// Regular expressions of the language: one meaning in every target, printed here for JavaScript.
// It must not know programs. What the parts mean is in pattern/; the dialect is described in docs/operators/patterns.md.
import { checkAllMatches, checkTree } from "./pattern/check.ts";
import { refusal } from "./pattern/cursor.ts";
import { countGroups } from "./pattern/measure.ts";
import { parsePattern } from "./pattern/parse.ts";
import { type PatternFlags, printJavaScript } from "./pattern/print-javascript.ts";
import { HOLE } from "./pattern/syntax.ts";

/** Matches nowhere: stands for a pattern that is refused. */
const NOTHING = "(?!)";
const REMEMBERED = 500;

interface Translation {
  source: string;
  flags: string;
  error?: string;
  /** What is wrong with it where all matches are gone through. */
  allMatches?: string;
}

const translations = new Map<string, Translation>();
const compiled = new Map<string, RegExp>();

/**
 * What is wrong with a pattern, as a sentence that says what to write instead; undefined for a sound one. More is asked of a
 * pattern all of whose matches are gone through than of one that is searched for once. `hasHoles`: it is a template.
 */
export function checkPattern(
  source: string,
  flags: string,
  search: "first" | "all" = "all",
  hasHoles = false,
): string | undefined {
  const { error, allMatches } = translate(source, flags, hasHoles);
  return error ?? (search === "all" ? allMatches : undefined);
}

/** How many groups `(…)` a pattern has that `checkPattern` does not refuse. */
export function groupCount(source: string): number {
  try {
    return countGroups(parsePattern(source));
  } catch {
    return 0;
  }
}

/** A pattern with holes for JavaScript: what stands round them, for `fillPattern`. */
export function toTemplate(source: string, flags: string): { pieces: string[]; flags: string } {
  const translation = translate(source, flags, true);
  return { pieces: translation.source.split(HOLE), flags: translation.flags };
}

/** The pattern for JavaScript, with the flags g and u. One that `checkPattern` refuses matches nowhere. Do not rely on `lastIndex`. */
export function toRegExp(source: string, flags: string): RegExp {
  return remember(compiled, `${flags}/${source}`, () => {
    const translation = translate(source, flags, false);
    return new RegExp(translation.source, translation.flags);
  });
}

/** The same as the text of a JavaScript literal, `/…/gu`. */
export function regexLiteral(source: string, flags: string): string {
  return String(toRegExp(source, flags));
}

function translate(source: string, flags: string, hasHoles: boolean): Translation {
  const text = hasHoles ? source : source.replaceAll(HOLE, "\\ufdd0");
  return remember(translations, `${flags}/${text}`, () => attempt(text, flags));
}

function attempt(source: string, letters: string): Translation {
  const wrong = checkFlags(letters);
  if (wrong !== undefined) return { source: NOTHING, flags: "gu", error: wrong };
  try {
    const tree = parsePattern(source);
    checkTree(tree);
    const flags: PatternFlags = {
      ignoreCase: letters.includes("i"),
      multiline: letters.includes("m"),
      dotAll: letters.includes("s"),
      unicode: letters.includes("u"),
    };
    const translation: Translation = {
      source: printJavaScript(tree, flags),
      flags: `g${flags.ignoreCase ? "i" : ""}${flags.dotAll ? "s" : ""}u`,
      allMatches: checkAllMatches(tree),
    };
    void new RegExp(translation.source, translation.flags);
    return translation;
  } catch (error) {
    const tooLarge = "The pattern is too large or too deep for the regular-expression engine.";
    return { source: NOTHING, flags: "gu", error: refusal(error) ?? tooLarge };
  }
}

function checkFlags(letters: string): string | undefined {
  const unknown = Array.from(letters).find((letter) => !"imsu".includes(letter));
  if (unknown !== undefined) {
    return `There is no flag '${unknown}'. The flags are i (ignore case), m (lines), s (dot matches line ends) and u (Unicode \\d, \\w, \\b).`;
  }
  return new Set(letters).size < letters.length ? "A flag is given twice. Write each once." : undefined;
}

/** Keeps what was made last; a file being typed must not fill the memory with every pattern on the way. */
function remember<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= REMEMBERED) cache.clear();
  const made = make();
  cache.set(key, made);
  return made;
}
