// `telos run` for people: a row per episode, a line per fault.
import type { LimitResult } from "../../runtime/limits.ts";
import type { Program } from "../../runtime/program.ts";
import type { Episode, EpisodeResult } from "../../runtime/trajectory.ts";

const MOST_ROWS = 40;
const MOST_FAULTS = 8;

export function printRun(
  program: Program,
  episodes: readonly Episode[],
  results: readonly EpisodeResult[],
  limits: readonly LimitResult[] = [],
): string {
  const terms = [...program.terms, ...program.shapings].map((term) => term.name);
  const faulty = results.some((result) => result.invalid.length > 0);
  const shaped = program.shapings.length > 0;
  const header = [
    "episode",
    "steps",
    "return",
    ...(shaped ? ["unshaped"] : []),
    "goal",
    ...terms,
    ...(results.some(hasRecord) ? ["recorded"] : []),
    ...(faulty ? ["faults"] : []),
  ];
  const rows = results.slice(0, MOST_ROWS).map((result, index) => {
    const recorded = episodes[index]?.recorded;
    return [
      result.id,
      String(result.rewards.length),
      number(result.return),
      ...(shaped ? [number(result.unshaped)] : []),
      goalText(result.goal),
      ...terms.map((term) => number(sum(result.terms[term] ?? []))),
      ...(header.includes("recorded")
        ? [recorded === undefined ? "" : number(sum(recorded.map((value) => value ?? Number.NaN)))]
        : []),
      ...(faulty ? [String(result.invalid.length)] : []),
    ];
  });
  const left =
    results.length > MOST_ROWS ? `… and ${results.length - MOST_ROWS} more episodes; '--format json' prints all.\n` : "";
  return `${program.name}\n${table([header, ...rows])}${left}${limits.map(limitLine).join("")}${assumptions(results)}${faults(results)}`;

  function hasRecord(_: EpisodeResult, index: number): boolean {
    return episodes[index]?.recorded !== undefined;
  }
}

function limitLine({ name, value, comparison, bound, met }: LimitResult): string {
  if (value === null) return `limit ${name}: no valid episode has a value; ${comparison} ${bound} is asked\n`;
  return `limit ${name}: ${number(value)}, ${comparison} ${bound} is asked: ${met === true ? "met" : "not met"}\n`;
}

/** One line per assumption that some episode breaks. */
function assumptions(results: readonly EpisodeResult[]): string {
  const broken = new Map<string, string[]>();
  for (const { id, assumptions = [] } of results)
    for (const { text, step } of assumptions) broken.set(text, [...(broken.get(text) ?? []), place(id, step)]);
  return [...broken]
    .map(
      ([text, places]) =>
        `assume ${text}: does not hold in ${places.length} of ${results.length} episodes, such as ${places[0]}\n`,
    )
    .join("");
}

function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.min(28, Math.max(...rows.map((row) => [...row[column]!].length))));
  const line = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join("  ");
  return `${rows.map(line).join("\n")}\n`;
}

function faults(results: readonly EpisodeResult[]): string {
  const lines = results.flatMap((result) => [
    ...result.invalid.map(
      (found) =>
        `${place(result.id, found.step)}: ${found.signal === null ? `'${found.term ?? "total"}':` : `'${found.signal}'`} ${found.reason}`,
    ),
    ...result.violations.map(
      (found) => `${place(result.id, found.step)}: '${found.require}' is violated; at most ${number(found.cap)} is paid`,
    ),
    ...result.notes.map((note) => `${result.id}: ${note}`),
  ]);
  const more = lines.length > MOST_FAULTS ? [`… and ${lines.length - MOST_FAULTS} more; '--format json' prints all.`] : [];
  return [...lines.slice(0, MOST_FAULTS), ...more].map((line) => `  ${line}\n`).join("");
}

/** The step before the first action is the start state. */
function place(id: string, step: number | null): string {
  return step === null ? `episode ${id}` : step < 0 ? `episode ${id} start state` : `episode ${id} step ${step}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Six significant digits; an invalid value is said, not shown. */
function number(value: number | null): string {
  if (value === null || Number.isNaN(value)) return "invalid";
  return String(Number(value.toPrecision(6)));
}

function goalText(goal: EpisodeResult["goal"]): string {
  if (goal === null) return "–";
  if (typeof goal === "boolean") return goal ? "yes" : "no";
  if (typeof goal === "number") return number(goal);
  return Object.entries(goal)
    .map(([name, value]) => `${name} ${goalText(value)}`)
    .join(" ");
}
