// The examples of the catalogue once more, as specs: compiled and run by the evaluator. Scenario patterns have no value of their own.
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { inspect } from "../../runtime/inspect.ts";
import { operators } from "../../runtime/operators/index.ts";
import type { Example } from "../../runtime/operators/operator.ts";
import type { Value } from "../../runtime/trajectory.ts";

const ofShaping = ["potential", "progress"];
const elsewhere = operators.filter(({ category, name }) => category === "scenario" || ofShaping.includes(name));

const examples = operators
  .filter((operator) => !elsewhere.includes(operator))
  .flatMap((operator) => operator.examples.map((example) => [operator.name, example.expression, example] as const));

/** A probe is a number: a text is compared with what it should be. */
function probeOf({ expression, value }: Example): { expression: string; wanted: number[] } {
  if (typeof value === "string") return { expression: `(${expression}) == ${JSON.stringify(value)}`, wanted: [1] };
  return { expression, wanted: Array.isArray(value) ? (value as number[]) : [Number(value)] };
}

/** A vector or list is looked at as a whole. */
function checkWhole({ expression, value, tolerance = 0 }: Example): void {
  const { programs, diagnostics } = compile(
    `reward Example {\n  signal x : number\n  let result = ${expression}\n  probe p = x\n}`,
  );
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const program = programs[0]!;
  const node = program.lets.find(({ name }) => name === "result")!.node;
  const [[got]] = inspect(program, { id: "one", steps: [{ x: 0 }] }, [node]) as [[Value]];
  close(got, value as Value, tolerance);
}

function close(got: Value, wanted: Value, tolerance: number): void {
  if (Array.isArray(wanted)) {
    expect(got).toHaveLength(wanted.length);
    for (const [i, value] of wanted.entries()) close((got as Value[])[i]!, value, tolerance);
  } else if (typeof wanted === "number") expect(Math.abs(Number(got) - wanted)).toBeLessThanOrEqual(tolerance);
  else expect(got).toBe(wanted);
}

it.each(examples)("%s: %s", (_, __, example) => {
  if (Array.isArray(example.value) && example.steps === undefined) return checkWhole(example);
  const { expression, wanted } = probeOf(example);
  const steps = example.steps ?? 1;
  const settings = example.steps === undefined ? "" : `horizon ${steps} steps\n  dt 0.1 [s]`;
  const { programs, diagnostics } = compile(
    `reward Example {\n  ${settings}\n  signal x : number\n  probe result = ${expression}\n}`,
  );
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").map((diagnostic) => diagnostic.message);
  expect(errors).toEqual([]);
  const [result] = evaluate(programs[0]!, [{ id: "one", steps: Array.from({ length: steps }, () => ({ x: 0 })) }]);
  const got = [result!.probes.result!].flat().slice(-wanted.length).map(Number);
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(example.tolerance ?? 0);
});
