// check(): the compiler's word and the patterns' in one list, allows applied; and the pages that explain the rules.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../analysis/check.ts";
import { explain, listRules } from "../../analysis/explain.ts";
import { compile } from "../../compiler/compilation.ts";
import { rulePages } from "../../scripts/generate-rule-pages.mts";

const verdict = (text: string) => check(compile(text)).map(({ rule, severity }) => `${severity} ${rule}`);
const bare = `signal rm : number from model("rm")\n  objective quality = rm`;

describe("check", () => {
  it("lists findings of all rewards without errors, in source order", () => {
    const found = check(compile(`reward A {\n  ${bare}\n}\nreward B {\n  objective x = nothing\n}\nreward C {\n  ${bare}\n}`));
    expect(found.map(({ code }) => code)).toEqual(["RH101", "N001", "RH101"]);
    expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((a, b) => a - b));
  });

  it("gives a finding everything a designer needs", () => {
    const [finding] = check(compile(`reward A {\n  ${bare}\n}`));
    expect(finding).toMatchObject({
      code: "RH101",
      rule: "unbounded-learned-reward",
      severity: "error",
      witness: { return: 1000, honestReturn: 1 },
    });
    expect(finding!.why).toMatch(/\.$/);
    expect(finding!.help).toContain("par(rm, refs)");
    expect(finding!.related).toHaveLength(1);
    expect(finding!.fixes!.every((fix) => fix.safe === false && fix.edits.length > 0)).toBe(true);
  });

  it("never throws on half a file", () => {
    const text = `reward A {\n  ${bare}\n  penalty p = max(0, prev(rm) - rm)\n  ends when rm > 3 as success\n}`;
    for (let end = 0; end <= text.length; end++) expect(() => check(compile(text.slice(0, end)))).not.toThrow();
  });
});

describe("@allow", () => {
  it.each(["unbounded-learned-reward", "RH101"])("accepts a finding by name or by code: %s", (rule) => {
    expect(
      verdict(`reward A {\n  signal rm : number from model("rm")\n  @allow(${rule}, "best of 4")\n  objective quality = rm\n}`),
    ).toEqual([]);
  });

  it("covers the declaration it stands on, no other", () => {
    const text = `reward A {\n  signals { rm : number from model("rm")  other : number from model("other") }\n  @allow(unbounded-learned-reward, "x")\n  objective a = rm\n  objective b = 2 * other\n}`;
    expect(verdict(text)).toEqual(["warning unbounded-learned-reward"]);
  });

  it("tells what allows nothing, and what does not exist", () => {
    const text = `reward A {\n  signals { x : 0..1  y : 0..1 }\n  @allow(stay-alive-farm, "why")\n  objective a = x\n  @allow(stay-alife-farm, "why")\n  objective b = y\n}`;
    const found = check(compile(text));
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["hint unused-allow", "warning unknown-rule"]);
    expect(found[1]!.help).toBe("Did you mean 'stay-alive-farm'?");
    const { start, end } = found[0]!.fixes![0]!.edits[0]!;
    expect(text.slice(start, end)).toContain("@allow(stay-alive-farm");
  });
});

describe("explain", () => {
  it("finds a page by code or name", () => {
    expect(explain("rh203")).toMatchObject({ code: "RH203", name: "compensable-constraint" });
    expect(explain("Compensable-Constraint")?.page).toContain("## Avoid");
    expect(explain("RH999")).toBeUndefined();
    const codes = listRules().map(({ code }) => code);
    expect(codes).toContain("RH101");
    expect(codes).toEqual(codes.toSorted((a, b) => Number(a.slice(2)) - Number(b.slice(2))));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("has pages that are up to date", () => {
    const root = new URL("../../", import.meta.url);
    for (const [file, text] of rulePages(root.pathname))
      expect(readFileSync(new URL(file, root), "utf8"), `${file}: run npm run generate`).toBe(text);
  });
});
