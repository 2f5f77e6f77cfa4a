// Patterns of the language, printed for JavaScript and from there for Python, find what Python was recorded to find.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { propertyMembers } from "../../compiler/emit/python/properties.ts";
import { toPython } from "../../compiler/emit/python/regex.ts";
import { toRegExp } from "../../runtime/pattern.ts";
import { askPython, hasPython } from "./run-python.ts";

type Case = [pattern: string, flags: string, text: string, found: number[][]];

const read = (file: string): Case[] =>
  (JSON.parse(readFileSync(new URL(`../operators/fixtures/${file}.json`, import.meta.url), "utf8")) as { cases: Case[] }).cases;

/** Spans of all matches, and of their groups where they are wanted. */
const FINDER = `
import re

def spans(source, classes, flags, text, groups):
    for name, members in classes.items():
        source = source.replace("\\ufdd1" + name + "\\ufdd2", eval(members))
    letters = (re.IGNORECASE if "i" in flags else 0) | (re.DOTALL if "s" in flags else 0)
    found = re.compile(source, letters).finditer(text)
    return [[at for k in range((match.re.groups if groups else 0) + 1) for at in match.span(k)] for match in found]
`;

describe.runIf(hasPython)("in Python, as recorded", () => {
  it.each([
    ["python-matches", false],
    ["patterns-python", true],
  ])("%s", (file, groups) => {
    const cases = read(file);
    const questions = cases.map(([pattern, flags, text]) => {
      const expression = toRegExp(pattern, flags);
      const { source, flags: letters } = toPython(expression.source, expression.flags);
      const names = new Set([...source.matchAll(/\ufdd1(\w+)\ufdd2/g)].map(([, name]) => name));
      const classes = Object.fromEntries([...names].map((name) => [name, propertyMembers(name)]));
      return { source: FINDER, function: "spans", arguments: [source, classes, letters, text, groups] };
    });
    const answers = askPython(questions);
    const wrong = cases.flatMap(([pattern, flags, text, found], k) => {
      const answer = answers[k];
      const got = "error" in answer ? answer.error : JSON.stringify(answer.answer);
      return got === JSON.stringify(found)
        ? []
        : [`${JSON.stringify([pattern, flags, text])}: ${got} for ${JSON.stringify(found)}`];
    });
    expect(wrong).toEqual([]);
  });
});
