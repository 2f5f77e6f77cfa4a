// The spec suites of the rules, one Markdown file each: a ```reward fence per case, its comments the findings it must have.
//   `// warning RH301: part | part`  a finding of that severity on this line whose message contains the parts
//   `// witness: part | part`        the explanation of the fence's first witness contains the parts
// A fence without such comments must give no finding of the rule at all, not even a note.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { patterns } from "../../../analysis/patterns/index.ts";
import { compile } from "../../../compiler/compilation.ts";
import { evaluate } from "../../../runtime/evaluate.ts";
import { applyFix, checkFor, describeFindings } from "./find.ts";

interface Case {
  title: string;
  text: string;
  expected: { line: number; severity: string; parts: string[] }[];
  witness: string[];
}

function readCases(name: string): Case[] {
  const lines = readFileSync(new URL(`${name}.md`, import.meta.url), "utf8").split("\n");
  const cases: Case[] = [];
  let title = "";
  for (let at = 0; at < lines.length; at++) {
    title = /^## (.*)$/.exec(lines[at]!)?.[1] ?? title;
    if (lines[at] !== "```reward") continue;
    const end = lines.indexOf("```", at + 1);
    const body = lines.slice(at + 1, end);
    const expected = body.flatMap((line, index) => {
      const found = /\/\/ (error|warning|info|hint) RH\d+: (.*)$/.exec(line);
      return found === null ? [] : [{ line: index, severity: found[1]!, parts: found[2]!.split("|").map((part) => part.trim()) }];
    });
    const witness = body.flatMap((line) => /\/\/ witness: (.*)$/.exec(line)?.[1]?.split("|") ?? []).map((part) => part.trim());
    cases.push({ title: `${title} (line ${at + 2})`, text: body.join("\n"), expected, witness });
    at = end;
  }
  return cases;
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split("\n").length - 1;

describe.each(patterns.map(({ name }) => name))("%s", (name) => {
  it.each(readCases(name).map((example) => [example.title, example] as const))("%s", (_, { text, expected, witness }) => {
    const { errors, found } = checkFor(text, name);
    expect(describeFindings(errors)).toEqual([]);
    const places = found.map((finding) => `${lineOf(text, finding.start)} ${finding.severity}`);
    expect(places, describeFindings(found).join("\n")).toEqual(expected.map(({ line, severity }) => `${line} ${severity}`));
    for (const [index, { parts }] of expected.entries()) for (const part of parts) expect(found[index]!.message).toContain(part);
    const explanation = found.find((finding) => finding.witness !== undefined)?.witness?.explanation ?? "";
    for (const part of witness) expect(explanation).toContain(part);
    confirm(text, name);
    repair(text, name);
  });
});

/** The evaluator agrees with every number of every witness. */
function confirm(text: string, name: string): void {
  const program = compile(text).programs[0];
  for (const { witness } of checkFor(text, name).found) {
    if (witness === undefined || program === undefined) continue;
    const [result, honest] = evaluate(program, [witness.episode, ...(witness.honest === undefined ? [] : [witness.honest])]);
    expect(result!.invalid).toEqual([]);
    expect([result!.unshaped, honest?.unshaped]).toEqual([witness.return, witness.honestReturn]);
  }
}

/** Every fix leaves a spec without errors in which its finding is gone, or is a note. */
function repair(text: string, name: string): void {
  for (const finding of checkFor(text, name).found) {
    for (const fix of finding.fixes ?? []) {
      const repaired = applyFix(text, fix);
      const { errors, found } = checkFor(repaired, name);
      expect(describeFindings(errors), repaired).toEqual([]);
      const left = found.filter(({ severity, message }) => severity !== "info" && message === finding.message);
      expect(describeFindings(left), repaired).toEqual([]);
    }
  }
}
