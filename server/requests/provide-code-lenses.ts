// What stands above a reward: a way into the preview, what its scenarios pay, how its expectations fare. It must not know LSP.
import type { Span } from "../../grammar/span.ts";
import { describePay } from "../describe/number.ts";
import type { OpenDocument } from "../documents.ts";
import { programOf } from "../documents.ts";
import { expectationOutcomes, scenarioOutcomes } from "../outcomes.ts";
import { previewCommand } from "../protocol.ts";

export interface CodeLens extends Span {
  title: string;
  tooltip?: string;
  /** Every lens leads to the preview of its reward. */
  command: typeof previewCommand;
  arguments: [uri: string, reward: string];
}

/** Scenarios named in a lens; the preview shows the rest. */
const MOST_NAMED = 6;

export function provideCodeLenses(document: OpenDocument): CodeLens[] {
  return document.compilation.file.declarations.flatMap((declaration) => {
    if (declaration.kind !== "reward" || declaration.name.text === "") return [];
    const { start, end, text: reward } = declaration.name;
    const lens = (title: string, tooltip?: string): CodeLens => ({
      start,
      end,
      title,
      ...(tooltip === undefined ? {} : { tooltip }),
      command: previewCommand,
      arguments: [document.uri, reward],
    });
    return [
      lens("▶ Simulate", `Show what ${reward} pays`),
      ...[payTitle(document, reward), testTitle(document, reward)].filter((t) => t !== undefined).map((t) => lens(t)),
    ];
  });
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
