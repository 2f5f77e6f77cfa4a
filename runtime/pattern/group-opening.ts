// What stands after `(`: a plain group, a look round, or one of the many kinds the language does not have.
import { ahead, type Cursor, fail, take } from "./cursor.ts";

type Opening = { kind: "group"; number?: number } | { kind: "look"; behind: boolean; negated: boolean };

/** Openings that are refused, longest first, with what to write instead. */
const refused: readonly [string, string][] = [
  [
    "?P<",
    "Named groups '(?P<name>…)' are not part of the pattern language. Use a numbered group '(…)'; extract takes its number.",
  ],
  ["?P=", "References by name '(?P=name)' are not part of the pattern language. Use '\\1', counting groups from the left."],
  ["?#", "Comments '(?#…)' are not part of the pattern language. Put a // comment beside the pattern."],
  ["?>", "Atomic groups '(?>…)' are not part of the pattern language. Use '(?:…)'."],
  ["?(", "Conditional groups '(?(1)…|…)' are not part of the pattern language. Write the alternatives out."],
  ["?<", "Named groups '(?<name>…)' are not part of the pattern language. Use a numbered group '(…)'; extract takes its number."],
];

export function parseGroupOpening(cursor: Cursor): Opening {
  if (!ahead(cursor, "?")) return { kind: "group", number: ++cursor.groups };
  if (take(cursor, "?:")) return { kind: "group" };
  if (take(cursor, "?=")) return { kind: "look", behind: false, negated: false };
  if (take(cursor, "?!")) return { kind: "look", behind: false, negated: true };
  if (take(cursor, "?<=")) return { kind: "look", behind: true, negated: false };
  if (take(cursor, "?<!")) return { kind: "look", behind: true, negated: true };
  const sentence = refused.find(([opening]) => ahead(cursor, opening))?.[1];
  return fail(
    sentence ?? "Inline flags '(?i)' are not part of the pattern language. Put the flags after the closing quote: r\"…\"i.",
  );
}
