// What the preview is given: programs, scenarios played, logs read from disk.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDocument } from "../../server/documents.ts";
import { provideGenerated } from "../../server/generated.ts";
import { providePreview } from "../../server/preview.ts";
import { termAt } from "../../server/syntax/term-at.ts";
import { marked } from "./marker.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "telos-preview-"));
  mkdirSync(join(folder, "specs"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const spec = (data: string) => `reward R {
  signal ok : bool from verifier
  signal n : 0..10 from policy
  objective right = ok
  penalty long weight 0.1 = n
  scenario honest { ok = true, n = 2 }
  ${data}
}`;

function preview(text: string, version = 3, reward?: string) {
  const document = openDocument(pathToFileURL(join(folder, "specs", "a.reward")).href, version, text);
  return providePreview(document, { reward, folders: [pathToFileURL(folder).href], isCancelled: () => false });
}

async function dataSet(glob: string) {
  const result = await preview(spec(`data run "${glob}" {}`));
  if (!result.ok) throw new Error(result.message);
  return result.sets[1]!;
}

it("gives the program and the scenarios, played", async () => {
  const result = await preview(spec(""));
  expect(result).toMatchObject({ ok: true, version: 3, reward: "R", program: { name: "R" } });
  expect(result.ok && result.sets).toMatchObject([{ kind: "scenarios", problems: [], episodes: [{ end: { ok: true, n: 2 } }] }]);
});

it("reads logs beside the spec first, then below the workspace", async () => {
  writeFileSync(join(folder, "run.jsonl"), '{"ok": true, "n": 1}\n');
  expect((await dataSet("run.jsonl")).episodes).toHaveLength(1);
  writeFileSync(join(folder, "specs", "run.jsonl"), '{"ok": true, "n": 1}\n{"ok": false, "n": 4}\n');
  const set = await dataSet("run.jsonl");
  expect(set).toMatchObject({ kind: "data", name: "run", problems: [] });
  expect(set.episodes).toHaveLength(2);
});

it("finds files by glob, in order of their names", async () => {
  mkdirSync(join(folder, "specs", "logs", "deep"), { recursive: true });
  writeFileSync(join(folder, "specs", "logs", "b.jsonl"), '{"ok": true, "n": 2}\n');
  writeFileSync(join(folder, "specs", "logs", "a.jsonl"), '{"ok": true, "n": 1}\n');
  writeFileSync(join(folder, "specs", "logs", "deep", "c.jsonl"), '{"ok": true, "n": 3}\n');
  expect((await dataSet("logs/*.jsonl")).episodes).toHaveLength(2);
  expect((await dataSet("logs/**/*.jsonl")).episodes).toHaveLength(3);
});

it("says what cannot be read, with file and line", async () => {
  expect((await dataSet("none/*.jsonl")).problems).toEqual([expect.stringContaining('No file matches "none/*.jsonl"')]);
  writeFileSync(join(folder, "specs", "bad.jsonl"), '{"ok": true, "n": 1}\n{"ok": \n');
  expect((await dataSet("bad.jsonl")).problems.join("\n")).toMatch(/^bad\.jsonl:2/m);
});

it("reads nothing outside the folder, by path or by link", async () => {
  writeFileSync(join(folder, "secret.jsonl"), '{"ok": true, "n": 1}\n');
  symlinkSync(join(folder, "secret.jsonl"), join(folder, "specs", "link.jsonl"));
  const document = openDocument(pathToFileURL(join(folder, "specs", "a.reward")).href, 1, spec('data run "link.jsonl" {}'));
  const result = await providePreview(document, { reward: undefined, folders: [], isCancelled: () => false });
  expect(result.ok && result.sets[1]!.episodes).toEqual([]);
  expect((await preview(spec('data run "../secret.jsonl" {}'))).ok).toBe(true);
  expect((await dataSet("../secret.jsonl")).episodes).toEqual([]);
});

it("follows a file that changes on disk, and keeps what was read otherwise", async () => {
  const path = join(folder, "specs", "run.jsonl");
  writeFileSync(path, '{"ok": true, "n": 1}\n');
  const first = await dataSet("run.jsonl");
  const again = await preview(spec('let unrelated = 1\n  data run "run.jsonl" {}'));
  expect(again.ok && again.sets[1]!.episodes).toBe(first.episodes);
  writeFileSync(path, '{"ok": true, "n": 1}\n{"ok": false, "n": 22}\n');
  expect((await dataSet("run.jsonl")).episodes).toHaveLength(2);
});

it("shows at most so many steps, and says so", async () => {
  const result = await preview(`reward R {
  signal a : 0..1 from policy
  objective b = a
  scenario short { steps 10 { a = 1 } }
  scenario long { steps 300000 { a = 1 } }
}`);
  expect(result.ok && result.sets[0]!.episodes).toHaveLength(1);
  expect(result.ok && result.sets[0]!.problems[0]).toContain("200,000 steps");
});

it("tells the first error of the reward, or that there is none such", async () => {
  const text = spec("let x = missing_name + 1");
  const result = await preview(text);
  expect(result).toMatchObject({ ok: false, version: 3, reward: "R", message: expect.stringContaining("missing_name") });
  expect(!result.ok && text.slice(...result.at!)).toBe("missing_name");
  expect(await preview("// nothing\n")).toMatchObject({ ok: false, message: expect.stringContaining("no reward in this file") });
  expect(await preview(spec(""), 1, "Other")).toMatchObject({ ok: false, message: expect.stringContaining("'Other'") });
});

it("prints the code of a reward, or says why there is none", () => {
  const document = openDocument("file:///a.reward", 4, spec(""));
  const typescript = provideGenerated(document, { uri: "", target: "typescript" });
  expect(typescript).toMatchObject({ ok: true, version: 4, reward: "R", text: expect.stringContaining("export") });
  expect(provideGenerated(document, { uri: "", target: "javascript" })).not.toEqual(typescript);
  expect(provideGenerated(openDocument("file:///a.reward", 5, spec("let = ")), { uri: "", target: "typescript" })).toMatchObject({
    ok: false,
    version: 5,
  });
});

it("knows the term around a place, and that lets and scenarios are none", () => {
  const at = (what: string) => {
    const { document, text } = marked(spec(""));
    return termAt(document.compilation.file, text.indexOf(what) + 1);
  };
  expect(at("0.1 =")).toEqual({ reward: "R", term: "long" });
  expect(at("objective")).toEqual({ reward: "R", term: "right" });
  expect(at("honest")).toBeUndefined();
});
