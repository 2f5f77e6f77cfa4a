// A witness as Markdown: what happens, what it earns, against what. It must not know LSP or how witnesses are found.
import { foldSteps } from "../../analysis/witness/fold-steps.ts";
import type { Witness } from "../../compiler/diagnostics.ts";
import type { Episode, Row, Value } from "../../runtime/trajectory.ts";
import { blocks, cell } from "./code.ts";
import { describeNumber } from "./number.ts";

const MOST_ROWS = 8;

export function describeWitness(witness: Witness): string {
  const honest = witness.honest && `Compared with this one, which pays ${earning(witness.honestReturn)}:`;
  return blocks(
    `**Witness.** ${witness.explanation}`,
    `This episode pays ${earning(witness.return)}:`,
    episodeTable(witness.episode),
    honest,
    witness.honest && episodeTable(witness.honest),
  );
}

function earning(value: number | null | undefined): string {
  return value === null ? "nothing valid" : value === undefined ? "otherwise" : `**${describeNumber(value)}**`;
}

/** One line per run of equal steps, one column per signal. */
export function episodeTable(episode: Episode): string {
  const rows = [...(episode.start ? [{ label: "start", row: episode.start }] : []), ...stepRows(episode.steps)];
  if (episode.end) rows.push({ label: "end", row: episode.end });
  const names = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))];
  const shown = rows.slice(0, MOST_ROWS);
  const lines = shown.map(({ label, row }) => `| ${label} | ${names.map((name) => cell(valueText(row[name]))).join(" | ")} |`);
  const more = rows.length > shown.length ? `\n\n… and ${rows.length - shown.length} more lines.` : "";
  return [`| step | ${names.map(cell).join(" | ")} |`, `|${" --- |".repeat(names.length + 1)}`, ...lines].join("\n") + more;
}

function stepRows(steps: readonly Row[]): { label: string; row: Row }[] {
  return foldSteps(steps).map(({ from, to, row }) => ({ label: from === to ? String(from) : `${from}–${to}`, row }));
}

function valueText(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return describeNumber(value);
  const text =
    typeof value === "string"
      ? JSON.stringify(value)
      : Array.isArray(value)
        ? `[${value.map(valueText).join(", ")}]`
        : String(value);
  return text.length > 48 ? `${text.slice(0, 45)}…` : text;
}
