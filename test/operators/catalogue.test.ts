// Every record is complete, says what it computes, and can be printed into generated code.
import { describe, expect, it } from "vitest";
import { operatorByName, operators } from "../../runtime/operators/index.ts";

it("finds operators by name and alias, each name once", () => {
  const names = operators.flatMap((operator) => [operator.name, ...(operator.aliases ?? [])]);
  expect(new Set(names).size).toBe(names.length);
  expect(operatorByName.get("clamp")).toBe(operatorByName.get("clip"));
  expect(operatorByName.get("wrap")).toBe(operatorByName.get("wrap_angle"));
});

it("gives every printed function a name of its own", () => {
  const functions = operators.flatMap(({ evaluate, reduce }) => [evaluate, reduce].filter((f) => f !== undefined));
  const byName = new Map(functions.map((f) => [f.name, f]));
  for (const f of functions) expect(byName.get(f.name), f.name).toBe(f);
  expect(functions.every((f) => /^[a-z][A-Za-z0-9]*$/.test(f.name))).toBe(true);
});

describe.each(operators.map((operator) => [operator.name, operator] as const))("%s", (_, operator) => {
  it("is documented", () => {
    expect(operator.summary).toMatch(/^[A-Z0-9].{8,120}[.]$/);
    expect(operator.doc.length).toBeGreaterThan(10);
    expect(operator.source.trim()).not.toBe("");
    expect(operator.examples.length).toBeGreaterThan(0);
    expect(operator.monotone, "how it moves with each argument").toBeDefined();
    for (const parameter of operator.parameters) expect(parameter.doc, parameter.name).toMatch(/\.$/);
  });

  it("has sound parameters", () => {
    const names = operator.parameters.map((parameter) => parameter.name);
    expect(new Set(names).size).toBe(names.length);
    for (const [index, parameter] of operator.parameters.entries()) {
      if (parameter.variadic) expect(index).toBe(operator.parameters.length - 1);
      expect(parameter.options !== undefined).toBe(parameter.type === "option");
      if (parameter.options) expect(parameter.options).toContain(parameter.default);
    }
    const firstDefault = names.findIndex((__, i) => operator.parameters[i]!.default !== undefined);
    if (firstDefault >= 0) expect(operator.parameters.slice(firstDefault).every((p) => p.default !== undefined)).toBe(true);
  });

  it("can be evaluated, folded or rewritten", () => {
    expect(Boolean(operator.evaluate ?? operator.reduce) !== Boolean(operator.rewritten)).toBe(true);
    if (operator.evaluate || operator.rewritten) expect(operator.range).toBeDefined();
    if (operator.reduce) expect(operator.reduceRange).toBeDefined();
  });

  it("is a function of its parameters alone", () => {
    const evaluated = operator.parameters.flatMap((p) => (p.type === "range" ? [p, p] : [p]));
    const required = evaluated.filter((p) => p.default === undefined && !p.variadic).length;
    if (operator.evaluate && !operator.parameters.some((p) => p.variadic)) expect(operator.evaluate.length).toBe(required);
    if (operator.monotone && typeof operator.monotone !== "function")
      expect(operator.monotone.length).toBeLessThanOrEqual(evaluated.length);
  });

  it("prints what it evaluates", () => {
    if (!operator.print || !operator.evaluate) return;
    const count = operator.parameters.flatMap((p) => (p.type === "range" ? [p, p] : [p])).length;
    const values = [0.75, 0.5, 2].slice(0, count);
    const printed = operator.print(values.map(String));
    const direct = (operator.evaluate as (...args: number[]) => number)(...values);
    expect(new Function(`return ${printed};`)()).toBe(direct);
  });
});
