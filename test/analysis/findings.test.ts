// Every finding on the examples and on the rewards restated from elsewhere, gone through by hand: findings.md says of each whether
// it is true, and why. TELOS_UPDATE=1 writes the list anew, keeps the verdicts, and leaves those open that are missing.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../analysis/check.ts";
import { compile } from "../../compiler/compilation.ts";

const root = new URL("../../", import.meta.url);
const list = new URL("findings.md", import.meta.url);
const head = [
  "# Findings, gone through by hand",
  "",
  "What the rules report as warning or error on the examples and on the rewards in test/parity, without what is allowed there: file,",
  "rule, the words it stands at, whether it is true, and why.",
  "",
  "",
].join("\n");

/** File, rule and words of every finding, sorted; one line where a rule speaks of the same words twice. */
function findings(): string[] {
  const files = ["examples", "test/parity/specs"].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true })
      .map((file) => `${folder}/${String(file).split("\\").join("/")}`)
      .filter((file) => file.endsWith(".reward")),
  );
  const found = files.flatMap((file) => {
    const text = readFileSync(new URL(file, root), "utf8");
    return check(compile(text))
      .filter(({ code, severity }) => code.startsWith("RH") && (severity === "warning" || severity === "error"))
      .map(({ code, rule, start, end }) => `- ${file}: ${code} ${rule} at ${words(text.slice(start, end))}`);
  });
  return [...new Set(found)].sort();
}

const words = (text: string): string => `\`${text.replace(/\s+/g, " ").split("`").join("'").slice(0, 60)}\``;

/** The verdict on each finding of the list. */
function judged(): Map<string, string> {
  const lines = readFileSync(list, "utf8").split("\n");
  return new Map(
    lines.flatMap((line) => {
      const parts = /^(- .*?) → (.*)$/.exec(line);
      return parts === null ? [] : [[parts[1]!, parts[2]!] as const];
    }),
  );
}

describe("findings on examples and restated rewards", () => {
  const found = findings();
  const verdicts = judged();

  it("are those in the list", () => {
    if (process.env.TELOS_UPDATE === "1") {
      writeFileSync(list, head + found.map((finding) => `${finding} → ${verdicts.get(finding) ?? "open"}\n`).join(""));
      return;
    }
    expect(found).toEqual([...verdicts.keys()].sort());
  });

  it("have a verdict and a reason each", () => {
    const unjudged = [...verdicts].filter(([, verdict]) => !/^(true|false): \S/.test(verdict)).map(([finding]) => finding);
    expect(unjudged).toEqual([]);
  });
});
