// Text, similarity and JSON operators give what Python gives, case by case.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { operatorByName } from "../../runtime/operators/index.ts";
import { escapePattern } from "../../runtime/operators/text/escape.ts";
import { jsonItems } from "../../runtime/operators/text/json-items.ts";
import { position } from "../../runtime/operators/text/position.ts";
import { fillPattern } from "../../runtime/pattern/fill.ts";
import { toRegExp } from "../../runtime/pattern.ts";

type Argument = string | number | string[] | { text: string } | { regex: string };
interface Recorded {
  source: string;
  /** Operator, arguments, and what Python gave; null for nothing. */
  cases: [operator: string, args: Argument[], wanted: unknown][];
  /** A JSON array, which of its elements are equal (true is not 1), and which Python takes for equal (true is 1). */
  arrays: [text: string, equal: boolean[][], loosely: boolean[][]][];
}

const { cases, arrays } = JSON.parse(
  readFileSync(process.env.PYTHON_TEXT_CASES ?? new URL("./fixtures/python-text.json", import.meta.url), "utf8"),
) as Recorded;

function read(argument: Argument): unknown {
  if (typeof argument !== "object" || Array.isArray(argument)) return argument;
  return "text" in argument ? argument.text : toRegExp(argument.regex, "");
}

function run(operator: string, args: unknown[]): unknown {
  // The place of a text that is found as it stands, by both ways of escaping.
  if (operator === "escaped") {
    const [part, text] = args as [string, string];
    const found = position(text, fillPattern(["", ""], "gu", [part]));
    expect(position(text, toRegExp(escapePattern(part)!, ""))).toEqual(found);
    return Number.isNaN(found) ? -1 : found;
  }
  const got = (operatorByName.get(operator)!.evaluate as (...values: unknown[]) => unknown)(...args);
  return Number.isNaN(got) ? null : got;
}

describe.each([...new Set(cases.map(([operator]) => operator))])("%s", (operator) => {
  const own = cases.filter(([name]) => name === operator);

  it(`agrees with Python in ${own.length} cases`, () => {
    for (const [, args, wanted] of own) {
      const got = run(operator, args.map(read));
      const said = `${operator}(${JSON.stringify(args)})`;
      if (typeof wanted === "number" && typeof got === "number")
        expect(Math.abs(got - wanted), said).toBeLessThan(1e-12 * Math.max(1, Math.abs(wanted)));
      else expect(got, said).toEqual(wanted);
    }
  });
});

it(`json_items makes equal texts of equal values and no others, in ${arrays.length} arrays`, () => {
  for (const [text, equal, loosely] of arrays) {
    const compared = (items: string[] | null) => items!.map((a) => items!.map((b) => a === b));
    expect(compared(jsonItems(text)), text).toEqual(equal);
    expect(compared(jsonItems(text, 1)), text).toEqual(loosely);
  }
});
