// The pages of the rules are executed: what they advise against is found, what they advise is not, and what they offer helps.
import { describe, expect, it } from "vitest";
import { check } from "../../../analysis/check.ts";
import { patterns } from "../../../analysis/patterns/index.ts";
import { pages } from "../../../analysis/patterns/pages.generated.ts";
import { compile } from "../../../compiler/compilation.ts";
import { evaluate } from "../../../runtime/evaluate.ts";
import { applyFix, checkFor, describeFindings, fencesBelow } from "./find.ts";

const loudness = ["hint", "info", "warning", "error"] as const;

describe.each(patterns.map((pattern) => [pattern.name, pattern] as const))("page of %s", (name, pattern) => {
  const page = pages[name] ?? "";
  // As loud as the rule itself, or louder; its notes on what is nearly right do not count.
  const usual = Math.min(loudness.indexOf(pattern.severity), loudness.indexOf("warning"));
  const serious = { has: (severity: (typeof loudness)[number]) => loudness.indexOf(severity) >= usual };

  it("has its sections", () => {
    for (const section of ["Avoid", "Prefer", "Why", "Evidence", "Configuration"]) expect(page).toContain(`\n## ${section}\n`);
    expect(page).toContain(`# ${pattern.code} ${name}`);
    expect(pattern.evidence.length).toBeGreaterThan(0);
  });

  it.each(fencesBelow(page, "Avoid").map((fence) => [fence.line, fence.text] as const))(
    "finds it in what to avoid, line %i",
    (_, text) => {
      const { errors, found } = checkFor(text, name);
      expect(describeFindings(errors.filter((error) => error.rule !== name))).toEqual([]);
      expect(describeFindings(found.filter(({ severity }) => serious.has(severity)))).not.toEqual([]);
    },
  );

  it.each(fencesBelow(page, "Prefer").map((fence) => [fence.line, fence.text] as const))(
    "finds nothing in what to prefer, line %i",
    (_, text) => {
      const { errors, found } = checkFor(text, name);
      expect(describeFindings(errors)).toEqual([]);
      expect(describeFindings(found.filter(({ severity }) => serious.has(severity)))).toEqual([]);
    },
  );

  it.each(fencesBelow(page, "Prefer").map((fence) => [fence.line, fence.text] as const))(
    "prefers what no rule warns of, line %i",
    (_, text) => {
      const loud = check(compile(text)).filter(({ severity }) => severity === "warning" || severity === "error");
      expect(loud.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    },
  );

  it.each(fencesBelow(page, "Avoid").map((fence) => [fence.line, fence.text] as const))(
    "repairs it by each fix, line %i",
    (_, text) => {
      for (const finding of checkFor(text, name).found) {
        for (const fix of finding.fixes ?? []) {
          const repaired = applyFix(text, fix);
          const { errors, found } = checkFor(repaired, name);
          expect(describeFindings(errors), `${fix.title}\n${repaired}`).toEqual([]);
          const left = found.filter((other) => serious.has(other.severity) && other.message === finding.message);
          expect(describeFindings(left), `${fix.title}\n${repaired}`).toEqual([]);
        }
      }
    },
  );

  it.each(fencesBelow(page, "Avoid").map((fence) => [fence.line, fence.text] as const))(
    "shows witnesses the evaluator confirms, line %i",
    (_, text) => {
      const [program] = compile(text).programs;
      for (const { witness } of checkFor(text, name).found) {
        if (witness === undefined || program === undefined) continue;
        const [result, honest] = evaluate(program, [witness.episode, ...(witness.honest === undefined ? [] : [witness.honest])]);
        expect(result!.invalid).toEqual([]);
        expect(result!.unshaped).toBe(witness.return);
        if (honest !== undefined) expect(honest.unshaped).toBe(witness.honestReturn);
        expect(witness.explanation).toMatch(/\d/);
      }
    },
  );
});
