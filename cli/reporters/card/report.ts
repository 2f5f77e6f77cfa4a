// `--format card`: each reward as a page of Markdown for a pull request or a model card: what it observes, wants and pays, what was
// found, what was accepted and why, what is claimed and what came of it.
import type { Diagnostic } from "../../../compiler/diagnostics.ts";
import type { RewardModel } from "../../../compiler/model.ts";
import { blocks } from "../../../server/describe/code.ts";
import { shortPath } from "../places.ts";
import type { CheckedFile, Reporter } from "../reporter.ts";
import { countFindings } from "../summary.ts";
import { acceptedTable, finding } from "./findings.ts";
import { observes, pays, section, wants } from "./pays.ts";
import { code, episodeOf } from "./source.ts";
import { claimTable, expectationTable, given, judge, summaries } from "./verdicts.ts";

export const reportCard: Reporter = (files) => `${files.flatMap(cardsOf).join("\n\n---\n\n")}\n`;

function cardsOf(file: CheckedFile): string[] {
  const { rewards } = file.compilation.model;
  const outside = file.diagnostics.filter((found) => !rewards.some(({ ast }) => holds(ast, found)));
  const cards = rewards.map((reward) => cardOf(file, reward));
  if (outside.length === 0) return cards;
  return [blocks(`# ${shortPath(file.path)}`, ...outside.map((found) => finding(file, found))), ...cards];
}

const holds = (span: { start: number; end: number }, { start, end }: Pick<Diagnostic, "start" | "end">): boolean =>
  span.start <= start && end <= span.end;

function cardOf(file: CheckedFile, { ast, definition, program }: RewardModel): string {
  const found = file.diagnostics.filter((diagnostic) => holds(ast, diagnostic));
  const accepted = file.accepted.filter(({ diagnostic }) => holds(ast, diagnostic));
  const verdicts = program && judge(program, file.compilation.programs);
  const said = [
    countFindings(found),
    ...(accepted.length === 0 ? [] : [`${accepted.length} accepted`]),
    ...(verdicts === undefined ? [] : summaries(verdicts)),
  ];
  const titled = (title: string, body: string | undefined) => (body === undefined ? undefined : section(title, body));
  return blocks(
    `# Reward card: ${definition.name}`,
    definition.doc,
    `${code(shortPath(file.path))}${program === undefined ? "" : `: ${episodeOf(program, file.text)}`}`,
    `**${capital(said.join("; "))}.** Checked by Telos ${TELOS_VERSION}.`,
    program && observes(program),
    program && wants(program, file.text),
    program && pays(program, file.text),
    titled("Given and limited", program && given(program, file.text)),
    program === undefined ? "It has errors, so nothing can be said about what it pays." : undefined,
    titled("Findings", found.length === 0 ? undefined : found.map((each) => finding(file, each)).join("\n\n")),
    titled("Accepted", accepted.length === 0 ? undefined : acceptedTable(file, accepted)),
    titled("Claims", verdicts && claimTable(verdicts)),
    titled("Expectations", verdicts && expectationTable(verdicts)),
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
