// What a finding is recognised by in the next run: rule, declaration and words, not the line. It must not know SARIF.
import { createHash } from "node:crypto";
import type { Diagnostic } from "../../../compiler/diagnostics.ts";
import type { CheckedFile } from "../reporter.ts";

/** One per diagnostic, in order. Equal ones of a file are counted, so that each has its own. */
export function fingerprints(file: CheckedFile, diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const key = [diagnostic.code, ...declarationsAround(file, diagnostic), wordsOf(file.text, diagnostic)].join("\n");
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${createHash("sha256").update(key).digest("hex").slice(0, 32)}:${before + 1}`;
  });
}

/** Names of the reward and of the declaration in it that hold the place. */
function declarationsAround({ compilation: { model } }: CheckedFile, { start, end }: Diagnostic): string[] {
  const holds = (span: { start: number; end: number }) => span.start <= start && end <= span.end;
  const reward = model.rewards.find(({ ast }) => holds(ast));
  const definitions = reward?.definitions ?? model.definitions;
  const inner = definitions.findLast(({ declaration, file }) => file === undefined && holds(declaration));
  return [reward?.definition.name ?? "", inner?.name ?? ""];
}

const wordsOf = (text: string, { start, end }: Diagnostic): string => text.slice(start, end).replace(/\s+/g, " ").trim();
