// What stands above a reward: a way into the preview, what its scenarios pay, how its expectations fare. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import { describePay } from "../describe/number.ts";
import type { OpenDocument } from "../documents.ts";
import { programOf } from "../documents.ts";
import { expectationOutcomes, scenarioOutcomes } from "../outcomes.ts";
import { previewCommand } from "../protocol.ts";

export interface CodeLens extends Span {
  reward: string;
  /** "simulate" is ready to be shown; the others get their title when they come into view, by `titleOfLens`. */
  shows: "simulate" | "pays" | "tests";
  title?: string;
  tooltip?: string;
}

/** Every lens leads to the preview of its reward. */
export const lensCommand = previewCommand;

/** Scenarios named in a lens; the preview shows the rest. */
const MOST_NAMED = 6;

export function provideCodeLenses(document: OpenDocument): CodeLens[] {
  return document.compilation.file.declarations.flatMap((declaration) => {
    if (declaration.kind !== "reward" || declaration.name.text === "") return [];
    const { start, end, text: reward } = declaration.name;
    const program = programOf(document, reward);
    return [
      { start, end, reward, shows: "simulate", title: "▶ Simulate", tooltip: `Show what ${reward} pays` },
      ...(program?.scenarios.some(({ hidden }) => !hidden) ? [{ start, end, reward, shows: "pays" as const }] : []),
      ...(program && program.expectations.length > 0 ? [{ start, end, reward, shows: "tests" as const }] : []),
    ] satisfies CodeLens[];
  });
}

/** What a lens says, which takes running the scenarios. */
export function titleOfLens(document: OpenDocument, reward: string, shows: CodeLens["shows"]): string {
  if (shows === "simulate") return "▶ Simulate";
  const title = shows === "pays" ? payTitle(document, reward) : testTitle(document, reward);
  return title ?? (programOf(document, reward) ? "long scenarios: see the preview" : "not computed while there are errors");
}

/** "honest 1.2 · padded −1" */
function payTitle(document: OpenDocument, reward: string): string | undefined {
  const program = programOf(document, reward);
  const outcomes = program && scenarioOutcomes(document, program);
  if (outcomes === undefined || outcomes.length === 0) return undefined;
  const named = outcomes.slice(0, MOST_NAMED).map(({ scenario, pays }) => `${scenario} ${describePay(pays)}`);
  if (outcomes.length > MOST_NAMED) named.push(`${outcomes.length - MOST_NAMED} more`);
  return named.join(" · ");
}

/** "✓ 3 expectations" or "✗ 1 of 3 expectations fails" */
function testTitle(document: OpenDocument, reward: string): string | undefined {
  const program = programOf(document, reward);
  const outcomes = program && expectationOutcomes(document, program);
  if (outcomes === undefined || outcomes.length === 0) return undefined;
  const failed = outcomes.filter(({ status }) => status !== "passed").length;
  const all = `${outcomes.length} ${outcomes.length === 1 ? "expectation" : "expectations"}`;
  if (failed === 0) return `✓ ${all}`;
  return `✗ ${failed} of ${all} ${failed === 1 ? "fails" : "fail"}`;
}
