// Vectors, texts and lists: element by element, with numbers spread over them.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../runtime/evaluate.ts";
import { inspect } from "../../runtime/inspect.ts";
import type { Row, Value } from "../../runtime/trajectory.ts";
import { BOOL, buildProgram, listOf, NUMBER, type ProgramBuilder, TEXT, vectorOf } from "./build-program.ts";

const on = (b: ProgramBuilder, rows: Row[], node: number): Value[] => inspect(b.program, { id: "e", steps: rows }, [node])[0];

describe("vectors", () => {
  const rows: Row[] = [
    { v: [1, -2, 3], x: 2 },
    { v: [0, 0.5, null], x: -1 },
  ];

  test("go element by element, numbers are the same for each", () => {
    const b = buildProgram();
    const v = b.signal("v", { type: vectorOf(3) });
    const x = b.signal("x");
    expect(on(b, rows, b.apply("add", v, x))).toEqual([
      [3, 0, 5],
      [-1, -0.5, null],
    ]);
    expect(on(b, rows, b.apply("multiply", b.constant([1, 10, 100]), v))).toEqual([
      [1, -20, 300],
      [0, 5, null],
    ]);
    expect(on(b, rows, b.apply("clip", v, b.constant(-1), x))).toEqual([
      [1, -1, 2],
      [-1, -1, null],
    ]);
    expect(on(b, rows, b.apply("greater", v, b.constant(0)))).toEqual([
      [true, false, true],
      [false, true, null],
    ]);
    expect(on(b, rows, b.apply("sigmoid", v, b.constant(0)))).toEqual([
      [0.5, 0.5, 0.5],
      [0.5, 0.5, null],
    ]);
    expect(on(b, rows, b.apply("max", v, x, b.constant(0)))).toEqual([
      [2, 2, 3],
      [0, 0.5, null],
    ]);
  });

  test("a value known once is spread over steps and elements", () => {
    const b = buildProgram();
    const v = b.signal("v", { type: vectorOf(3) });
    const once = b.signal("once", { timing: "start" });
    const many = b.signal("many", { timing: "start", type: vectorOf(3) });
    const result = inspect(b.program, { id: "e", steps: rows, end: { once: 10, many: [1, 2, 3] } }, [
      b.apply("add", v, once),
      b.apply("add", many, v),
      b.apply("add", many, once),
    ]);
    expect(result).toEqual([
      [
        [11, 8, 13],
        [10, 10.5, null],
      ],
      [
        [2, 0, 6],
        [1, 2.5, null],
      ],
      [
        [11, 12, 13],
        [11, 12, 13],
      ],
    ]);
  });

  test("if looks at the taken branch of each element only", () => {
    const b = buildProgram();
    const v = b.signal("v", { type: vectorOf(3) });
    const zero = b.constant(0);
    const inverse = b.choose(b.apply("not_equal", v, zero), b.apply("divide", b.constant(1), v), zero);
    expect(on(b, rows, inverse)).toEqual([
      [1, -0.5, 1 / 3],
      [0, 2, null],
    ]);
  });

  test("components, elements, literals, reductions", () => {
    const b = buildProgram();
    const v = b.signal("v", { type: vectorOf(3) });
    const x = b.signal("x");
    expect(on(b, rows, b.component(v, 2))).toEqual([3, null]);
    expect(on(b, rows, b.component(v, 1, 0))).toEqual([
      [-2, 1],
      [0.5, 0],
    ]);
    expect(on(b, rows, b.element(v, x))).toEqual([3, null]);
    expect(on(b, rows, b.element(v, b.constant(0.5)))).toEqual([null, null]);
    expect(on(b, rows, b.vector(x, b.constant(1)))).toEqual([
      [2, 1],
      [-1, 1],
    ]);
    expect(on(b, rows, b.reduce("sum", v))).toEqual([2, null]);
    expect(on(b, rows, b.reduce("max", v))).toEqual([3, null]);
    expect(on(b, rows, b.reduce("std", b.vector(x, b.constant(0)), b.constant(1)))).toEqual([Math.SQRT2, Math.sqrt(0.5)]);
    expect(on(b, rows, b.apply("sumsq", v))).toEqual([14, null]);
    expect(on(b, rows, b.otherwise(v, b.constant(7)))).toEqual([
      [1, -2, 3],
      [0, 0.5, 7],
    ]);
  });
});

describe("texts", () => {
  test("operators, choices and defaults", () => {
    const b = buildProgram();
    const say = b.signal("say", { type: TEXT, optional: true });
    const rows: Row[] = [{ say: "ja ja" }, { say: "" }, {}];
    expect(on(b, rows, b.apply("contains", say, b.constant("a j")))).toEqual([true, false, null]);
    expect(on(b, rows, b.apply("equal", say, b.constant("")))).toEqual([false, true, null]);
    expect(on(b, rows, b.otherwise(say, b.constant("-")))).toEqual(["ja ja", "", "-"]);
    expect(on(b, rows, b.choose(b.apply("equal", say, b.constant("")), b.constant("empty"), say))).toEqual([
      "ja ja",
      "empty",
      null,
    ]);
    expect(on(b, rows, b.apply("join_text", say, b.constant("!")))).toEqual(["ja ja!", "!", null]);
    expect(on(b, rows, b.apply("one_of", say, b.constant(["", "x"])))).toEqual([false, true, null]);
  });

  test("patterns: literal or a regular expression, searched from the start on every row", () => {
    const b = buildProgram();
    const say = b.signal("say", { type: TEXT });
    const rows: Row[] = [{ say: "a.c" }, { say: "abc" }, { say: "abc" }];
    const pattern = (literal: boolean) =>
      b.node({ op: "pattern", pattern: "a.c", flags: "", literal, type: TEXT, timing: "constant" });
    expect(on(b, rows, b.apply("matches", say, pattern(true)))).toEqual([true, false, false]);
    expect(on(b, rows, b.apply("matches", say, pattern(false)))).toEqual([true, true, true]);
  });
});

describe("lists", () => {
  const rows: Row[] = [{ xs: [1, 2, 3] }, { xs: [] }, {}];
  const withList = () => {
    const b = buildProgram();
    return { b, list: b.signal("xs", { type: listOf(NUMBER) }) };
  };

  test("go element by element; a missing list stays missing", () => {
    const { b, list } = withList();
    expect(on(b, rows, b.apply("add", list, b.constant(1)))).toEqual([[2, 3, 4], [], null]);
    expect(on(b, rows, b.apply("greater", list, b.constant(1)))).toEqual([[false, true, true], [], null]);
    const chosen = b.choose(b.apply("greater", list, b.constant(1)), list, b.constant(0));
    expect(on(b, rows, chosen)).toEqual([[0, 2, 3], [], null]);
  });

  test("two lists of different length are a fault, not a cut", () => {
    const { b, list } = withList();
    const ys = b.signal("ys", { type: listOf(NUMBER) });
    const rows: Row[] = [
      { xs: [1, 2], ys: [10, 20] },
      { xs: [1, 2], ys: [10] },
    ];
    expect(on(b, rows, b.apply("add", list, ys))).toEqual([[11, 22], null]);
    b.objective("sum", b.reduce("sum", b.apply("add", list, ys)), { range: [0, 100] });
    const [result] = evaluate(b.program, [{ id: "e", steps: rows }]);
    expect(result.terms.sum).toEqual([33, 0]);
    expect(result.invalid).toMatchObject([{ step: 1, term: "sum" }]);
  });

  test("reductions, elements, patterns over texts", () => {
    const { b, list } = withList();
    expect(on(b, rows, b.reduce("sum", list))).toEqual([6, 0, null]);
    expect(on(b, rows, b.reduce("max", list))).toEqual([3, null, null]);
    expect(on(b, rows, b.element(list, b.constant(1)))).toEqual([2, null, null]);
    const texts = b.signal("texts", { type: listOf(TEXT) });
    const matching = b.apply("contains", texts, b.constant("a"));
    const said = [{ texts: ["abc", "x"] }, { texts: [] }];
    expect(on(b, said, matching)).toEqual([[true, false], []]);
    expect(on(b, said, b.node({ op: "reduce", operator: "any", args: [matching], type: BOOL }))).toEqual([true, false]);
    expect(on(b, said, b.element(texts, b.constant(0)))).toEqual(["abc", null]);
  });

  test("lists of vectors: a vector meets each of them, a number each of theirs", () => {
    const b = buildProgram();
    const points = b.signal("points", { type: listOf(vectorOf(2)) });
    const shifted = b.apply("subtract", points, b.constant([1, 10]));
    const rows: Row[] = [
      {
        points: [
          [1, 2],
          [3, 4],
        ],
      },
    ];
    expect(on(b, rows, shifted)).toEqual([
      [
        [0, -8],
        [2, -6],
      ],
    ]);
    expect(on(b, rows, b.apply("multiply", points, b.constant(2)))).toEqual([
      [
        [2, 4],
        [6, 8],
      ],
    ]);
    expect(on(b, rows, b.node({ op: "element", args: [points, b.constant(1)], type: vectorOf(2) }))).toEqual([[3, 4]]);
  });
});

test("operators with settings: options and constants go to every call", () => {
  const b = buildProgram();
  const x = b.signal("x");
  const tolerance = (...args: number[]) => b.node({ op: "apply", operator: "tolerance", args: [x, ...args] });
  const c = b.constant;
  const linear = tolerance(c(0), c(1), c(2), c(0.1), c("linear"));
  expect(on(b, [{ x: 0.5 }, { x: 2 }, { x: 9 }], linear)).toEqual([1, 1 - 0.9 / 2, 0]);
  const v = b.signal("v", { type: vectorOf(2), optional: true });
  const each = b.node({
    op: "apply",
    operator: "tolerance",
    args: [v, c(0), c(1), c(2), c(0.1), c("linear")],
    type: vectorOf(2),
  });
  expect(on(b, [{ x: 0, v: [0.5, 2] }], each)).toEqual([[1, 1 - 0.9 / 2]]);
});

test("an operator this version does not know is missing, not a crash", () => {
  const b = buildProgram();
  const strange = b.node({ op: "apply", operator: "no_such_thing", args: [b.signal("x")] });
  b.objective("a", strange, { range: [0, 1] });
  expect(evaluate(b.program, [{ id: "e", steps: [{ x: 1 }] }])[0].terms.a).toEqual([0]);
});
