// Acceptance numbers through the measures that analyses call.
import { describe, expect, it } from "vitest";
import { contrastConsistency } from "../../analysis/measures/index.ts";
import { comparisons } from "./comparisons.ts";
import { judgements } from "./judgements.ts";
import { entryOf, expectClose } from "./numbers.ts";
import { overOptimisation } from "./over-optimisation.ts";

describe.each([
  ["over-optimisation", overOptimisation],
  ["comparisons", comparisons],
  ["judgements", judgements],
] as const)("%s", (_, measured) => {
  it.each(Object.entries(measured))("%s", (key, compute) => {
    const { inputs, expected, tol } = entryOf(key);
    expectClose(compute(inputs), expected, tol);
  });
});

it("keeps to the formula where a number does not follow from it: contrast_bad", () => {
  const { inputs, expected } = entryOf("contrast_bad");
  expect(contrastConsistency(inputs.M)).toEqual({
    responses: (expected as { C_res: number }).C_res,
    instructions: 0.5,
    joint: 0,
  });
});

it("holds the quoted figures as data: crs_ablation", () => {
  const { SFT, SUM, CRS } = entryOf("crs_ablation").expected as Record<string, number>;
  expect(SUM! < SFT! && SFT! < CRS!).toBe(true);
});
