// A contract on the return is proved by bounds, refuted by a scenario with its numbers, or open with the bounds reached.
import { describe, expect, it } from "vitest";
import { checkContract } from "../../analysis/contract/check-contract.ts";
import { returnRange } from "../../analysis/contract/return-range.ts";
import { compile } from "../../compiler/compilation.ts";

const reward = (contract: string, members: string) =>
  `/// a reward R of sorts\nreward R : ${contract} {\n  signal a : 0..1\n  signal ok : bool\n${members}\n}\n`;

function found(text: string) {
  const { programs, diagnostics } = compile(text);
  expect(diagnostics.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
  return checkContract(programs[0]!, text).map((diagnostic) => ({
    ...diagnostic,
    at: text.slice(diagnostic.start, diagnostic.end),
  }));
}

describe("contract", () => {
  it("is silent where bounds prove it, caps included", () => {
    expect(found(reward("-1..2", "  objective x weight 2 = a\n  require fine = ok else -1"))).toEqual([]);
    expect(found(reward("-1..1", "  horizon 100 steps\n  objective x = a\n  total = clip(terms, -0.01, 0.01)"))).toEqual([]);
  });

  it("is refuted by a scenario that breaks it", () => {
    const [broken] = found(reward("0..1", "  objective x weight 2 = a\n  scenario best { a = 1 }"));
    expect(broken).toMatchObject({ code: "M060", severity: "error", at: "R : 0..1" });
    expect(broken!.message).toContain("'best' pays 2");
    expect(broken!.witness).toMatchObject({ return: 2 });
  });

  it("is open where the ranges show more than it allows", () => {
    const [open] = found(reward("0.4..1", "  objective x = max(a, 1 - a)"));
    expect(open).toMatchObject({ code: "M061", severity: "info" });
    expect(open!.message).toContain("0..1");
  });

  it("is refuted by an end of a range, where no scenario does", () => {
    const [broken] = found(reward("0..1", "  objective x weight 2 = a"));
    expect(broken).toMatchObject({ code: "M060", severity: "error", witness: { return: 2 } });
    expect(broken!.message).toContain("pays 2");
  });

  it("bounds the sum over the horizon", () => {
    const { programs } = compile(reward("0..1", "  horizon 50 steps\n  objective x weight 2 = a\n  penalty y = ok"));
    expect(returnRange(programs[0]!)).toEqual({ lo: -50, hi: 100 });
    const unbounded = compile("reward R { dt 1 [s] signal a : 0..1 objective x = a }").programs[0]!;
    expect(returnRange(unbounded)).toEqual({ lo: 0, hi: Number.POSITIVE_INFINITY });
  });
});
