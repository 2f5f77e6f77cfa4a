// What changes the text: fixes, exceptions, formatting; and the links in it.
import { expect, it } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { provideCodeActions } from "../../server/requests/provide-code-actions.ts";
import { provideDocumentLinks } from "../../server/requests/provide-document-links.ts";
import { changedLines, provideFormatting } from "../../server/requests/provide-formatting.ts";
import { applied, marked, withDiagnostics } from "./marker.ts";

const spec = `reward R {
  signal rm : number from model("rm")

  /// What the model thinks.
  objective help = ⟦rm⟧
}
`;

const finding = (at: { start: number; end: number }, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "RH101",
  rule: "unbounded-learned-reward",
  severity: "warning",
  message: "It has no upper bound.",
  start: at.start,
  end: at.end,
  ...more,
});

it("offers a diagnostic's fixes, the first safe one preferred", () => {
  const { document, spans, text } = marked(spec);
  const at = spans[0]!;
  const fixes = [
    { title: "Bound it", safe: true, edits: [{ ...at, text: "sigmoid(rm)" }] },
    { title: "Squash it", safe: false, edits: [{ ...at, text: "tanh(rm)" }] },
  ];
  const actions = provideCodeActions(withDiagnostics(document, [finding(at, { fixes })]), at);
  expect(actions.map(({ title, kind, preferred }) => [title, kind, preferred ?? false])).toEqual([
    ["Bound it", "quickfix", true],
    ["Squash it", "quickfix", false],
    ["Allow unbounded-learned-reward here…", "quickfix", false],
  ]);
  expect(applied(text, actions[0]!.edits)).toContain("objective help = sigmoid(rm)");
});

it("writes an exception between the doc comment and the declaration, and it parses", () => {
  const { document, spans, text } = marked(spec);
  const [allow] = provideCodeActions(withDiagnostics(document, [finding(spans[0]!)]), spans[0]!);
  expect(applied(document.text, [allow!.snippet!])).toContain('  @allow(unbounded-learned-reward, "$1")\n  objective help');
  const changed = applied(text, allow!.edits);
  expect(changed).toContain(`  /// What the model thinks.
  @allow(unbounded-learned-reward, "")
  objective help = rm`);
  const { document: after } = marked(changed);
  expect(after.compilation.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [reward] = after.compilation.file.declarations;
  const member = reward?.kind === "reward" ? reward.members.at(-1) : undefined;
  expect(member?.annotations.map(({ rule }) => rule.text)).toEqual(["unbounded-learned-reward"]);
  expect(member?.doc).toBe("What the model thinks.");
});

it("keeps one-line rewards on one line, and puts a finding about a reward above the reward", () => {
  const line = marked('reward R { signal a : number from model("m") objective b = ⟦a⟧ }');
  const [allow] = provideCodeActions(withDiagnostics(line.document, [finding(line.spans[0]!)]), line.spans[0]!);
  expect(applied(line.text, allow!.edits)).toContain('@allow(unbounded-learned-reward, "") objective b = a }');
  const named = marked("reward ⟦R⟧ {\n  signal a : bool from verifier\n}");
  const [above] = provideCodeActions(withDiagnostics(named.document, [finding(named.spans[0]!)]), named.spans[0]!);
  expect(applied(named.text, above!.edits)).toMatch(/^@allow\(.*\)\nreward R/);
});

it("never offers to allow an error of syntax or type", () => {
  const { document, spans } = marked(spec);
  expect(
    provideCodeActions(withDiagnostics(document, [finding(spans[0]!, { code: "T101", severity: "error" })]), spans[0]!),
  ).toEqual([]);
});

it("says nothing about diagnostics elsewhere", () => {
  const { document, spans } = marked(spec);
  expect(provideCodeActions(withDiagnostics(document, [finding(spans[0]!)]), { start: 0, end: 3 })).toEqual([]);
});

it("does not offer what leaves an error, or trades one finding for another", () => {
  const { document, spans, text } = marked(spec);
  const at = spans[0]!;
  const fix = (title: string, written: string) => ({ title, safe: true, edits: [{ ...at, text: written }] });
  const fixes = [
    fix("Bound it", "sigmoid(rm)"),
    fix("Break it", "sigmoid("),
    fix("Type it", "rm and rm"),
    fix("Keep it", "rm + 1"),
  ];
  const actions = provideCodeActions(withDiagnostics(document, [finding(at, { fixes })]), at);
  expect(actions.map(({ title }) => title)).toEqual(["Bound it", "Allow unbounded-learned-reward here…"]);
  expect(applied(text, actions[0]!.edits)).toContain("sigmoid(rm)");
});

it("tries at least one fix however little time there is, and the others when it is asked again", () => {
  const { document, spans } = marked(spec);
  const at = spans[0]!;
  const fixes = ["sigmoid(rm)", "tanh(rm)"].map((text) => ({ title: text, safe: false, edits: [{ ...at, text }] }));
  const hurried = withDiagnostics(document, [finding(at, { fixes })]);
  const titles = () => provideCodeActions(hurried, at, { wants: () => true, budget: -1 }).map(({ title }) => title);
  expect(titles().slice(0, -1)).toEqual(["sigmoid(rm)"]);
  expect(titles().slice(0, -1)).toEqual(["sigmoid(rm)", "tanh(rm)"]);
});

it("mends real slips of syntax with one action", () => {
  const { document, text } = marked(
    "reward R {\n  signal a : bool from verifier\n  signal b : bool from verifier\n  goal g = a && b\n  goal h = a || b\n}\n",
  );
  const all = provideCodeActions(document, { start: 0, end: text.length }).find(({ kind }) => kind.startsWith("source.fixAll"));
  expect(applied(text, all?.edits ?? [])).toContain("goal g = a and b\n  goal h = a or b");
});

it("formats by the smallest run of lines, and not at all where there are syntax errors", () => {
  const { document, text } = marked("reward R {\n  signal a : bool from verifier\n     goal g   =   a\n}\n");
  const edits = provideFormatting(document)!;
  expect(edits).toHaveLength(1);
  expect(edits[0]!.start).toBe(text.indexOf("     goal"));
  expect(applied(text, edits)).toContain("\n  goal g = a\n");
  expect(provideFormatting(marked("reward R {\n  let = \n}").document)).toBeUndefined();
});

it.each([
  ["a\nb\nc\n", "a\nx\nc\n"],
  ["a\n", "a\nb\n"],
  ["a\na\n", "a\n"],
  ["", "a\n"],
  ["a", "a\n"],
])("turns %j into %j", (before, after) => {
  expect(applied(before, [changedLines(before, after)])).toBe(after);
});

it("links rule names, used files and plain data paths, but not globs", () => {
  const { document, text } = marked(`use "lib/a.reward"
reward R {
  signal a : bool from verifier
  @allow(bound-then-add, "because")
  objective b = a
  data run "logs/run.jsonl" {}
  data all "logs/*.jsonl" {}
}`);
  expect(provideDocumentLinks(document).map(({ start, end, target }) => [text.slice(start, end), target.kind])).toEqual([
    ["lib/a.reward", "file"],
    ["bound-then-add", "rule"],
    ["logs/run.jsonl", "file"],
  ]);
});
