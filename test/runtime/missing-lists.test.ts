// Lists that are not there, or hold elements that cannot be evaluated, never pay and never throw.
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { evaluate } from "../../runtime/evaluate.ts";

const program = compile(`reward R {
  signal xs   : list of number from reference
  signal kept : bool
  objective whole    = clip(norm(xs), 0, 5)
  objective relative = par(0, xs)
  objective chosen   = clip(sum(if xs > 0 then xs else -xs), -2, 5)
}`).programs[0]!;

it("an input that is no list is reported and every term on it takes its lowest value", () => {
  const [result] = evaluate(program, [{ id: "a", steps: [{ xs: "no", kept: true }] }]);
  expect(result!.terms).toEqual({ whole: [0], relative: [0], chosen: [-2] });
  expect(result!.invalid.filter((found) => found.signal === "xs")).toHaveLength(1);
});

it("an element that cannot be evaluated spoils the sum instead of being left out", () => {
  const [result] = evaluate(program, [{ id: "a", steps: [{ xs: [1, null], kept: true }] }]);
  expect(result!.terms.chosen).toEqual([-2]);
});

it("a list that is there is computed", () => {
  const [result] = evaluate(program, [{ id: "a", steps: [{ xs: [3, -4], kept: true }] }]);
  expect(result!.terms).toEqual({ whole: [5], relative: [(1 / (1 + Math.exp(3)) + 1 / (1 + Math.exp(-4))) / 2], chosen: [5] });
});
