// What is known of everything that has a name, one a line: kind and name, type with unit and range, when, how trustworthy.
import type { Definition, Model } from "../../compiler/model.ts";
import { timingTexts, typeText } from "../../server/describe/info.ts";

export function printTypes({ definitions, rewards }: Model): string {
  const parts = [definitions.map(printDefinition), ...rewards.map((reward) => reward.definitions.map(printDefinition))];
  return parts
    .filter((rows) => rows.length > 0)
    .map((rows) => `${align(rows)}\n`)
    .join("\n");
}

function printDefinition({ kind, name, info }: Definition): string[] {
  if (info === undefined) return [kind, name];
  return [kind, name, typeText(info), timingTexts[info.timing], info.trust];
}

function align(rows: string[][]): string {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
