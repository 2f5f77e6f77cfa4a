// The range of every text operator contains the lengths, numbers and elements it gives, and none of them throws, on random texts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, type Interval } from "../../runtime/interval.ts";
import { operators } from "../../runtime/operators/index.ts";
import { type Operator, type Parameter, takesWhole } from "../../runtime/operators/operator.ts";
import { length } from "../../runtime/operators/text/length.ts";
import { toRegExp } from "../../runtime/pattern.ts";

const own = operators.filter(
  ({ category, evaluate }) => (category === "text" || category === "similarity") && evaluate !== undefined,
);

const PATTERNS = ["a+", "(a)|b", "[^a]", "\\s", "😀", "$", "^.", "a*"].map((source) => toRegExp(source, ""));
const JSON_PIECES = ["[", "]", "{", "}", ",", ":", '"a"', '"\\u0001"', '"é"', "1e20", "-1e-7", "true", "null", " ", "1e999"];

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."ab 1.-e_\n[]{}()$😀é"), maxLength: 8 }),
  fc.array(fc.constantFrom(...JSON_PIECES), { maxLength: 6 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...JSON_PIECES.slice(6)), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
  fc.string({ unit: "binary", maxLength: 4 }),
);

function argumentOf(operator: Operator, parameter: Parameter): fc.Arbitrary<unknown> {
  switch (parameter.type) {
    case "pattern":
      return fc.oneof(text, fc.constantFrom(...PATTERNS));
    case "texts":
      return fc.array(text, { maxLength: 4 });
    case "list":
      return fc.oneof(fc.array(text, { maxLength: 4 }), fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 6 }));
    case "count":
      return fc.oneof(fc.nat(5), fc.constantFrom(0.5, -1, Number.NaN, Number.POSITIVE_INFINITY));
    case "number":
      return fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(0.5, Number.NaN, Infinity, -Infinity));
    case "bool":
      return fc.nat(1);
    case "option":
      return fc.constantFrom(...(parameter.options ?? []));
    case "any":
      return operator.category === "similarity" ? text : fc.oneof(text, fc.array(text, { maxLength: 4 }));
    default:
      return text;
  }
}

/** The interval an argument is declared with, and how many elements it has. */
function intervalOf(value: unknown): [Interval, Interval | undefined] {
  if (value instanceof RegExp) return [{ lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY }, undefined];
  if (!Array.isArray(value)) {
    const size = typeof value === "string" ? length(value) : (value as number);
    return [{ lo: size, hi: size }, undefined];
  }
  const sizes = value.map((element) => intervalOf(element)[0]);
  const count = { lo: value.length, hi: value.length };
  return [{ lo: Math.min(0, ...sizes.map(({ lo }) => lo)), hi: Math.max(0, ...sizes.map(({ hi }) => hi)) }, count];
}

/** Lengths of the texts and the numbers in a result; what is missing has none. */
function sizesIn(result: unknown): number[] {
  if (Array.isArray(result)) return result.flatMap(sizesIn);
  if (typeof result === "string") return [length(result)];
  return typeof result === "number" && !Number.isNaN(result) ? [result] : [];
}

describe.each(own.map((operator) => [operator.name, operator] as const))("%s", (_, operator) => {
  const evaluate = operator.evaluate as (...args: unknown[]) => unknown;
  const parameters = fc.tuple(...operator.parameters.map((parameter) => argumentOf(operator, parameter)));

  it("gives what its range says", () => {
    fc.assert(
      fc.property(parameters, (args) => {
        const intervals = args.map(intervalOf);
        const ranges = intervals.map(([interval]) => interval);
        if (ranges.some(({ lo }) => Number.isNaN(lo))) return void evaluate(...args);
        const range = operator.range!(
          ranges,
          args as string[],
          intervals.map(([, count]) => count),
        );
        expect(range.lo <= range.hi, `${JSON.stringify(range)} is an interval`).toBe(true);
        for (const size of sizesIn(evaluate(...args))) {
          if (!contains(range, size))
            expect.fail(`${operator.name}(${args.join(", ")}) has ${size} outside ${range.lo}..${range.hi}`);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("gives nothing where an argument is missing", () => {
    for (const [i, parameter] of operator.parameters.entries()) {
      if (["count", "bool", "option"].includes(parameter.type)) continue;
      const args = operator.parameters.map((p, k) =>
        k === i ? null : takesWhole(p.type) ? ["a"] : p.type === "count" ? 1 : (p.default ?? "a"),
      );
      expect(evaluate(...args) ?? NaN, parameter.name).toBeNaN();
    }
  });
});
