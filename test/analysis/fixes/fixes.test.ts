// Fixes make a file better: the finding goes, and nothing comes for it that was not there. Over every page of every rule.
import { describe, expect, it } from "vitest";
import { check } from "../../../analysis/check.ts";
import { applyEdits, moveSpan } from "../../../analysis/fixes/apply-edits.ts";
import { fixText } from "../../../analysis/fixes/fix-text.ts";
import { isBetter, isGoodFix } from "../../../analysis/fixes/judge-fix.ts";
import { patterns } from "../../../analysis/patterns/index.ts";
import { pages } from "../../../analysis/patterns/pages.generated.ts";
import { defaultSettings } from "../../../analysis/patterns/settings.ts";
import { compile } from "../../../compiler/compilation.ts";
import type { Diagnostic, Severity } from "../../../compiler/diagnostics.ts";
import { openDocument } from "../../../server/documents.ts";
import { provideCodeActions } from "../../../server/requests/provide-code-actions.ts";
import { fencesBelow } from "../patterns/find.ts";

const recheck = (text: string) => check(compile(text), { ...defaultSettings, preview: true }, { witnesses: false });

const found = (rule: string, start: number, end: number, severity: Severity = "warning", message = rule): Diagnostic => ({
  code: "RH1",
  rule,
  severity,
  start,
  end,
  message,
});

describe("a span among edits", () => {
  const edits = [{ start: 4, end: 6, text: "longer" }];
  it.each([
    [
      { start: 0, end: 3 },
      { start: 0, end: 3 },
    ],
    [
      { start: 8, end: 9 },
      { start: 12, end: 13 },
    ],
    [
      { start: 4, end: 6 },
      { start: 4, end: 10 },
    ],
    [
      { start: 5, end: 8 },
      { start: 4, end: 12 },
    ],
    [
      { start: 2, end: 5 },
      { start: 2, end: 10 },
    ],
    [
      { start: 2, end: 9 },
      { start: 2, end: 13 },
    ],
  ])("moves %o to %o", (from, to) => {
    expect(moveSpan(from, edits)).toEqual(to);
  });
});

describe("better", () => {
  const edits = [{ start: 10, end: 12, text: "wider" }];
  const fixed = found("a", 10, 12);
  it.each<[string, boolean, Diagnostic[], Diagnostic[]]>([
    ["nothing is left", true, [], []],
    ["what was there stays, moved", true, [found("b", 20, 22)], [found("b", 23, 25)]],
    ["what was there stays, with other numbers", true, [found("b", 20, 22)], [found("b", 23, 25, "warning", "pays 3")]],
    ["what was there gets quieter", true, [found("b", 20, 22)], [found("b", 23, 25, "info")]],
    ["a note comes", true, [], [found("c", 0, 1, "info"), found("c", 2, 3, "hint")]],
    ["another finding comes", false, [], [found("c", 10, 15)]],
    ["a second one of the same rule comes", false, [found("b", 20, 22)], [found("b", 23, 25), found("b", 30, 31)]],
    ["what was there gets louder", false, [found("b", 20, 22)], [found("b", 23, 25, "error")]],
    ["the finding stays", false, [], [found("a", 10, 15)]],
    ["the finding stays elsewhere", false, [], [found("a", 40, 45)]],
  ])("%s: %s", (_, better, others, after) => {
    expect(isBetter([fixed, ...others], after, edits, [fixed])).toBe(better);
  });
});

describe("fix all", () => {
  it("goes on until there is nothing left, through what it makes possible", () => {
    const text = "reward R {\n  signal a : bool from verifier\n  signal b : bool from verifier\n  goal g = a && !b || a\n}\n";
    const fixed = fixText(text, recheck, { unsafe: false });
    expect(fixed.text).toContain("goal g = a and (not b) or a");
    expect(recheck(fixed.text).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(fixText(fixed.text, recheck, { unsafe: false })).toEqual({ text: fixed.text, count: 0 });
  });

  it("leaves unsafe fixes to those who ask for them", () => {
    const text =
      'reward R {\n  signal ok : bool from verifier\n  signal rm : number from model("rm")\n  goal g = ok\n  objective help = rm\n}\n';
    expect(fixText(text, recheck, { unsafe: false })).toEqual({ text, count: 0 });
    const fixed = fixText(text, recheck, { unsafe: true });
    expect(fixed.count).toBeGreaterThan(0);
    expect(recheck(fixed.text).map(({ rule }) => rule)).not.toContain("unbounded-learned-reward");
  });

  it("ends where fixes undo each other", () => {
    const flip = (text: string): Diagnostic[] => [
      {
        ...found(text, 0, 1),
        fixes: [{ title: "Flip", safe: true, edits: [{ start: 0, end: 1, text: text === "a" ? "b" : "a" }] }],
      },
    ];
    expect(fixText("a", flip, { unsafe: false }).count).toBeLessThan(2);
  });
});

const fences = patterns.flatMap(({ name }) =>
  fencesBelow(pages[name] ?? "", "Avoid").map((fence) => [`${name}, line ${fence.line}`, fence.text] as const),
);

describe("every page of every rule", () => {
  it.each(fences)("%s: what is offered leads to nothing worse", (_, text) => {
    const settings = { ...defaultSettings, preview: true };
    const host = { path: "", read: () => undefined, settings: () => settings };
    const document = openDocument("file:///a.reward", 1, text, host);
    const actions = provideCodeActions(document, { start: 0, end: text.length }, { wants: () => true, budget: 1e9 });
    const before = serious(recheck(text));
    for (const { title, kind, edits, diagnostic } of actions) {
      if (title.startsWith("Allow ")) continue;
      const after = serious(recheck(applyEdits(text, edits)));
      for (const [rule, count] of after) expect(count, `${title}: ${rule}`).toBeLessThanOrEqual(before.get(rule) ?? 0);
      if (kind === "quickfix" && diagnostic?.severity !== "info" && diagnostic?.severity !== "hint")
        expect(after.get(diagnostic!.rule) ?? 0, title).toBeLessThan(before.get(diagnostic!.rule) ?? 0);
    }
  });

  it.each(fences)("%s: applying everything leaves no error and nothing new", (_, text) => {
    const before = serious(recheck(text));
    const fixed = fixText(text, recheck, { unsafe: true });
    for (const [rule, count] of serious(recheck(fixed.text))) expect(count, rule).toBeLessThanOrEqual(before.get(rule) ?? 0);
  });

  it("few fixes are withheld", { timeout: 180_000 }, () => {
    const withheld: string[] = [];
    let all = 0;
    for (const [place, text] of fences) {
      const before = recheck(text);
      for (const diagnostic of before) {
        for (const fix of diagnostic.fixes ?? []) {
          all++;
          if (!isGoodFix(text, before, diagnostic, fix, recheck)) withheld.push(`${place}: ${diagnostic.rule}: ${fix.title}`);
        }
      }
    }
    console.log(`${withheld.length} of ${all} fixes are withheld:\n${withheld.join("\n")}`);
    expect(withheld.length).toBeLessThan(all / 2);
  });
});

/** How many warnings and errors each rule has. */
function serious(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, rule } of diagnostics)
    if (severity === "error" || severity === "warning") counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
