// Every example in every record gives the value it claims.
import { expect, it } from "vitest";
import { operators } from "../../runtime/operators/index.ts";
import type { Example } from "../../runtime/operators/operator.ts";
import { type Result, runExample } from "./expression.ts";

const examples = operators.flatMap((operator) =>
  operator.examples.map((example) => [operator.name, example.expression, example] as const),
);

it.each(examples)("%s: %s", (_, __, example) => {
  const wanted = typeof example.value === "boolean" ? Number(example.value) : example.value;
  close(runExample(example), wanted, example.tolerance ?? 0);
});

function close(got: Result, wanted: Exclude<Example["value"], boolean>, tolerance: number): void {
  if (Array.isArray(wanted)) {
    expect(got).toHaveLength(wanted.length);
    for (const [i, value] of wanted.entries()) close((got as Result[])[i]!, value, tolerance);
  } else if (typeof wanted === "number") {
    expect(Math.abs((got as number) - wanted)).toBeLessThanOrEqual(tolerance);
  } else {
    expect(got).toBe(wanted);
  }
}
