// Every operator with a loop of its own gives, bit for bit, what its record gives.
import { describe, expect, test } from "vitest";
import { inspect } from "../../runtime/inspect.ts";
import { loops } from "../../runtime/kernels/apply.ts";
import { folds } from "../../runtime/kernels/folds.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { buildProgram, NUMBER, vectorOf } from "./build-program.ts";

const NUMBERS = [Number.NaN, Infinity, -Infinity, 0, -0, 1, -1, 0.5, 2, -2.5, 1e-320, 1e308, 3, 710];
const VECTORS = new Set(["norm", "sumsq", "dot"]);

/** All combinations of numbers for so many arguments. */
const combinations = (count: number): number[][] =>
  count === 0 ? [[]] : combinations(count - 1).flatMap((rest) => NUMBERS.map((x) => [x, ...rest]));

describe("loops of operators", () => {
  for (const name of loops.keys()) {
    test.skipIf(VECTORS.has(name))(name, () => {
      const operator = operatorByName.get(name)!;
      const evaluate = operator.evaluate as (...numbers: number[]) => number;
      const many = operator.parameters.some((parameter) => parameter.variadic);
      const count = many ? 3 : operator.parameters.reduce((sum, { type }) => sum + (type === "range" ? 2 : 1), 0);
      for (const width of many ? [2, 3] : [count]) {
        const rows = combinations(width);
        // As signals they could not be infinite, so they come through the elements of a constant.
        const b = buildProgram();
        const t = b.builtin("t");
        const args = Array.from({ length: width }, (_, k) => {
          const list = b.constant(rows.map((row) => row[k]));
          return b.element(list, t);
        });
        const node = b.node({ op: "apply", operator: name, args, type: NUMBER });
        const found = inspect(b.program, { id: "e", steps: rows.map(() => ({})) }, [node])[0];
        const wanted = rows.map((row) => evaluate(...row));
        const different = rows.filter((_, i) => !Object.is(found[i], Number.isNaN(wanted[i]) ? null : wanted[i]));
        expect(different).toEqual([]);
      }
    });
  }

  test("of whole vectors", () => {
    const vectors = combinations(2);
    for (const name of VECTORS) {
      const evaluate = operatorByName.get(name)!.evaluate as unknown as (...vectors: number[][]) => number;
      const b = buildProgram();
      const t = b.builtin("t");
      const v = b.vector(...[0, 1].map((k) => b.element(b.constant(vectors.map((vector) => vector[k])), t)));
      const args =
        name === "dot" ? [v, b.node({ op: "component", args: [v], components: [1, 0], scalar: false, type: vectorOf(2) })] : [v];
      const found = inspect(b.program, { id: "e", steps: vectors.map(() => ({})) }, [b.apply(name, ...args)])[0];
      vectors.forEach(([x, y], i) => {
        const wanted = name === "dot" ? evaluate([x, y], [y, x]) : evaluate([x, y]);
        expect([x, y, found[i]]).toEqual([x, y, Number.isNaN(wanted) ? null : wanted]);
      });
    }
  });
});

describe("folds", () => {
  for (const [name, fold] of folds) {
    test(name, () => {
      const reduce = operatorByName.get(name)!.reduce!;
      const samples = [
        [],
        [1],
        [0, 1, 1],
        [0.1, 0.2, 0.3],
        [1, Number.NaN, 0],
        [1, Number.NaN],
        [Infinity, 1],
        [0, 0],
        [1, 1],
        [-0],
      ];
      for (const sample of samples) {
        const data = Float64Array.from([9, ...sample, 9]);
        expect(fold(data, 1, 1 + sample.length, 1)).toBe(reduce(sample));
        // The same numbers two places apart, as components of vectors.
        const apart = Float64Array.from([9, ...sample.flatMap((x) => [x, 9])]);
        expect(fold(apart, 1, 1 + 2 * sample.length, 2)).toBe(reduce(sample));
      }
    });
  }
});
