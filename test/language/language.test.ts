// The language as the suites beside this file describe it: what is reported, and what scenarios pay.
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judgeClaims } from "../../analysis/claims/judge.ts";
import { type Compilation, compile } from "../../compiler/compilation.ts";
import { lineStarts, positionAt } from "../../grammar/positions.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { runExpectations } from "../../runtime/expectations.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";
import type { EpisodeResult } from "../../runtime/trajectory.ts";
import { type Case, readSuite } from "./suite.ts";

const folder = new URL("./", import.meta.url);
const suites = readdirSync(folder).filter((file) => file.endsWith(".md"));

describe.each(suites)("%s", (suite) => {
  for (const one of readSuite(new URL(suite, folder))) {
    it(one.name, () => {
      const compilation = compile(one.text, one.host);
      checkDiagnostics(one, compilation);
      for (const { scenario, value } of one.pays) expect(play(compilation, scenario).unshaped, scenario).toBeCloseTo(value, 9);
      for (const { scenario, member, value } of one.shows) {
        checkValue(shown(play(compilation, scenario), member), value, `${scenario}.${member}`);
      }
      checkExpectations(one, compilation);
      checkClaims(one, compilation);
    });
  }
});

function checkDiagnostics(one: Case, compilation: Compilation): void {
  const starts = lineStarts(one.text);
  const asserted = one.diagnostics.map(({ line, severity, code }) => `${line + 1}: ${severity} ${code}`).sort();
  const found = compilation.diagnostics
    .filter(({ severity, code }) => severity !== "hint" || one.diagnostics.some((wanted) => wanted.code === code))
    .map((diagnostic) => ({ line: positionAt(starts, diagnostic.start).line, ...diagnostic }));
  const described = found.map(({ line, message }) => `line ${line + 1}: ${message}`).join("\n");
  expect(found.map(({ line, severity, code }) => `${line + 1}: ${severity} ${code}`).sort(), described).toEqual(asserted);
  for (const wanted of one.diagnostics) {
    const messages = found.filter(({ line, code }) => line === wanted.line && code === wanted.code).map(({ message }) => message);
    const isSaid = messages.some((message) => message.includes(wanted.text));
    expect(isSaid, `${wanted.text} in ${messages.join(" | ")}`).toBe(true);
  }
}

function play({ programs }: Compilation, name: string): EpisodeResult {
  for (const program of programs) {
    const scenario = program.scenarios.find((candidate) => candidate.name === name);
    if (scenario !== undefined) return evaluate(program, [scenarioEpisode(program, scenario)])[0]!;
  }
  throw new Error(`no program has a scenario ${name}`);
}

function shown({ probes, terms, goal }: EpisodeResult, member: string): unknown {
  if (member in probes) return probes[member];
  if (member in terms) return terms[member];
  return goal !== null && typeof goal === "object" ? goal[member] : goal;
}

function checkValue(got: unknown, wanted: unknown, what: string): void {
  if (Array.isArray(wanted)) {
    expect(got, what).toHaveLength(wanted.length);
    for (const [index, value] of wanted.entries()) checkValue((got as unknown[])[index], value, `${what}[${index}]`);
  } else if (typeof wanted === "number") expect(got, what).toBeCloseTo(wanted, 9);
  else expect(got, what).toEqual(wanted);
}

function checkExpectations(one: Case, { programs }: Compilation): void {
  const starts = lineStarts(one.text);
  const results = programs.flatMap((program) => runExpectations(program));
  for (const { line, status } of one.expectations) {
    const here = results.filter(({ source }) => positionAt(starts, source[0]).line === line);
    expect(
      here.map((result) => result.status),
      here.map(({ message }) => message).join(),
    ).toEqual([status]);
  }
}

/** A refuted claim has a witness that breaks nothing itself. */
function checkClaims(one: Case, { programs }: Compilation): void {
  const starts = lineStarts(one.text);
  const results = programs.flatMap((program) => judgeClaims(program, programs));
  expect(results.every(({ status, witness }) => (status === "refuted") === (witness !== undefined))).toBe(true);
  for (const { line, status, text } of one.claims) {
    const [here, ...more] = results.filter(({ source }) => positionAt(starts, source[0]).line === line);
    expect([here?.status, more.length], `line ${line + 1}: ${here?.message}`).toEqual([status, 0]);
    expect(here!.message).toContain(text);
  }
}
