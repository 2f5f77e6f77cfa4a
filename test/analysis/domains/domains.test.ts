// Divisions by 0, logarithms and roots outside their domain: told where ranges show them, quiet where a condition looks at the input.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { check } from "../../../analysis/check.ts";
import { compile } from "../../../compiler/compilation.ts";

const spec = (term: string) => `reward R {
  horizon 10 steps
  signal p : 0..1
  signal q : -1..1
  signal d : 0..5 [m]
  signal n : number
  signal v : vector(3) in -1..1
  signal xs : list of 0..1
  ${term}
}
`;
const faults = (text: string) => check(compile(text)).filter(({ code }) => code === "T095");

test.each([
  ["objective o = 1 / p", "'p' is 0", "max(p, 1e-6)"],
  ["objective o = 1 [m] / d", "'d' is 0", "max(d, 1e-6)"],
  ["objective o = log(p)", "'p' is 0", "max(p, 1e-6)"],
  ["objective o = sqrt(q)", "'q' is below 0", "max(q, 0)"],
  ["objective o = q ^ 0.5", "'q' is below 0", "max(q, 0)"],
  ["objective o = asin(2 * q)", "'2 * q' is outside -1..1", "clip(2 * q, -1, 1)"],
  ["objective o = p / (1 - p)", "'1 - p' is 0", "max(1 - p, 1e-6)"],
  ["penalty o = p / norm(v)", "'norm(v)' is 0", "max(norm(v), 1e-6)"],
])("%s", (term, where, inside) => {
  const text = spec(term);
  const found = faults(text);
  expect(found.map(({ severity }) => severity)).toEqual(["info"]);
  expect(found[0].message).toContain(where);
  expect(found[0].help).toContain(inside);
  const fixed = [...found[0].fixes![0].edits]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
  expect(fixed).toContain(inside);
  const after = compile(fixed);
  expect(after.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(faults(fixed)).toEqual([]);
});

test.each([
  "objective o = if p > 0 then 1 / p else 0",
  "objective o = 1 / p when p > 0",
  "objective o = (1 / p) ?? 0",
  "objective o = p > 0 and 1 / p < 3",
  "objective o = log(max(p, 1e-6))",
  "objective o = log(p + 0.01)",
  "objective o = 1 / (1 + p)",
  "objective o = sqrt(1 - q ^ 2)",
  "objective o = asin(q)",
  "objective o = sum(1 / x for x in xs where x > 0)",
  "objective o = 1 / n",
  "objective o = clip(log(p), -5, 0)",
  "objective o = exp(log(p))",
  "objective o = 1 / t when t > 0",
])("%s is left in peace", (term) => {
  expect(compile(spec(term)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(faults(spec(term))).toEqual([]);
});

it("a penalty takes its highest value", () => {
  expect(faults(spec("penalty o = sqrt(q)"))[0].message).toContain("the penalty 'o' then takes its highest value");
});

it("the examples have none", () => {
  const folder = new URL("../../../examples/", import.meta.url);
  const specs = readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith(".reward"));
  expect(specs.length).toBeGreaterThan(5);
  expect(specs.filter((file) => faults(readFileSync(new URL(String(file), folder), "utf8")).length > 0)).toEqual([]);
});
