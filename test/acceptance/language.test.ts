// Acceptance numbers through the language: compiled specs, run by the evaluator and as emitted JavaScript, give them.
import { describe, it } from "vitest";
import { episodes } from "./episodes.ts";
import { groups } from "./groups.ts";
import { entryOf, expectClose } from "./numbers.ts";
import { oneShots } from "./one-shot.ts";
import { runGroup } from "./run-group.ts";
import { runOneShot } from "./run-one-shot.ts";

describe("an expression over signals", () => {
  it.each(oneShots.map((one) => [one.key, one] as const))("%s", (key, one) => {
    const { expected, tol } = entryOf(key);
    expectClose(runOneShot(one), expected, tol);
  });
});

describe("the samples of a prompt", () => {
  it.each(groups.map((one) => [one.key, one] as const))("%s", (key, one) => {
    const { expected, tol } = entryOf(key);
    expectClose(runGroup(one), expected, tol);
  });
});

describe("a whole reward", () => {
  it.each(Object.entries(episodes))("%s", (key, compute) => {
    const { inputs, expected, tol } = entryOf(key);
    expectClose(compute(inputs), expected, tol);
  });
});
