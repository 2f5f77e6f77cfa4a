// What every message of the suites has in common: it is whole, it says what to do, and its code stands for one rule.
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { readSuite } from "./suite.ts";

const folder = new URL("./", import.meta.url);
const suites = readdirSync(folder).filter((file) => file.endsWith(".md"));
const cases = suites.flatMap((suite) => readSuite(new URL(suite, folder)));
const all: Diagnostic[] = cases.flatMap((one) => compile(one.text, one.host).diagnostics);
const own = all.filter(({ rule }) => rule !== "syntax");

const where = ({ code, message }: Diagnostic) => `${code}: ${message}`;

it("there are enough of them to judge by", () => expect(new Set(own.map(({ code }) => code)).size).toBeGreaterThan(90));

it("every message is a sentence that shows nothing of the inside", () => {
  const odd = own.filter(({ message }) => !/^[^a-z].*[.)]$/s.test(message) || /undefined|NaN|\[object|null|\$\{/.test(message));
  expect(odd.map(where)).toEqual([]);
});

it("every error says what to do", () => {
  const silent = own.filter(({ severity, help }) => severity !== "hint" && (help ?? "").length < 10);
  expect(silent.map(where)).toEqual([]);
});

it("every help and every reason is a sentence too", () => {
  const odd = own.flatMap(({ help, why }) => [help, why].filter((text) => text !== undefined && !/[.?]$/.test(text)));
  expect(odd).toEqual([]);
});

it("a code stands for one rule, in kebab case", () => {
  const rules = new Map<string, Set<string>>();
  for (const { code, rule } of own) rules.set(code, (rules.get(code) ?? new Set()).add(rule));
  expect([...rules].filter(([, names]) => names.size > 1).map(([code, names]) => `${code}: ${[...names]}`)).toEqual([]);
  expect(own.map(({ rule }) => rule).filter((rule) => !/^[a-z]+(-[a-z]+)*$/.test(rule))).toEqual([]);
});

it("a problem is told once at a place", () => {
  const twice = cases.flatMap((one) => {
    const places = compile(one.text, one.host).diagnostics.map(({ code, start, end }) => `${one.name}: ${code} ${start}..${end}`);
    return places.filter((place, index) => places.indexOf(place) < index);
  });
  expect(twice).toEqual([]);
});

it("where two things disagree both are named", () => {
  const twoSided = new Set(["RH202", "T010", "N020", "T012", "T013", "M001", "T016", "M035"]);
  const oneSided = own.filter(
    ({ code, related, message }) =>
      twoSided.has(code) &&
      !related?.length &&
      !/pure number|of steps or a time|is a time|is looked at|applied on every|on every step, but|constant exponent/.test(
        message,
      ),
  );
  expect(oneSided.map(where)).toEqual([]);
});
