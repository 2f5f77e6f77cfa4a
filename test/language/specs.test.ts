// The specs that show the style of the language mean something, and what they expect and claim is so.
import { describe, expect, it } from "vitest";
import { judgeClaims } from "../../analysis/claims/judge.ts";
import { compile } from "../../compiler/compilation.ts";
import { runExpectations } from "../../runtime/expectations.ts";
import { examples } from "../grammar/fixtures.ts";

describe.each(examples)("%s", (_, text) => {
  const { diagnostics, programs } = compile(text);

  it("has no error", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  });

  it("expects and claims what is so", () => {
    for (const program of programs) {
      const failed = runExpectations(program).filter(({ status }) => status !== "passed");
      expect(failed.map(({ name, message }) => `${name}: ${message}`)).toEqual([]);
      expect(judgeClaims(program, programs).filter(({ status }) => status === "refuted")).toEqual([]);
    }
  });
});
