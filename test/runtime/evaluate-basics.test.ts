// The whole path on a small reward: numbers worked out by hand.
import { expect, test } from "vitest";
import { evaluate } from "../../runtime/evaluate.ts";
import { buildProgram } from "./build-program.ts";

test("terms are weighted, signed and summed per step", () => {
  const b = buildProgram({ discount: 0.5 });
  const speed = b.signal("speed", { range: [0, 10] });
  const torque = b.signal("torque", { range: [-2, 2] });
  b.objective("fast", speed, { weight: b.constant(2), range: [0, 10] });
  b.penalty("effort", b.apply("power", torque, b.constant(2)), { weight: b.constant(0.5), range: [0, 4] });
  const [result] = evaluate(b.program, [
    {
      id: "a",
      steps: [
        { speed: 1, torque: 2 },
        { speed: 3, torque: -1 },
      ],
    },
  ]);
  expect(result).toEqual({
    id: "a",
    rewards: [0, 5.5],
    terms: { fast: [2, 6], effort: [-2, -0.5] },
    return: 5.5,
    discounted: 2.75,
    unshaped: 5.5,
    probes: {},
    goal: null,
    violations: [],
    invalid: [],
    notes: [],
  });
});
