// Episodes as the command line writes them, without a `data` block: `{"steps": […], "end"?: {…}}`, or one completion per record
// with its values at the top level.
import type { Program, SignalDeclaration } from "../../runtime/program.ts";
import type { Episode, Row, Value } from "../../runtime/trajectory.ts";
import { adviceFor, checkValues, mayMiss } from "./check-values.ts";
import type { Problems } from "./collect-problems.ts";
import type { DataRecord, Records } from "./data-file.ts";
import { suggestColumn } from "./suggest-column.ts";
import { typeCells } from "./type-cells.ts";

export function readPlain(file: string, found: Records, program: Program, problems: Problems): Episode[] {
  const wanted = program.signals.map((signal) => ({ path: signal.name, type: signal.type }));
  const episodes = found.records.flatMap((record) => {
    const report = (column: string, word: string) => {
      found.replaced.add(record.line);
      problems.add(`nan ${column}`, {
        line: record.line,
        column: found.locate(record.line, column),
        message: `'${column}' is ${word}, which is not a number, so the value is taken as missing. Leave the cell empty, or repair what logs it.`,
      });
    };
    const row = found.textual ? typeCells(record.row, wanted, report) : record.row;
    return toEpisode(file, { ...record, row }, problems) ?? [];
  });
  const absent = reportMissingSignals(episodes, program, found.columns, problems);
  for (const episode of episodes) checkEpisode(episode, program, found, absent, problems);
  return episodes;
}

function toEpisode(file: string, { row, line }: DataRecord, problems: Problems): Episode | undefined {
  const id = typeof row.id === "string" || typeof row.id === "number" ? String(row.id) : `${file}:${line}`;
  const group = typeof row.group === "string" || typeof row.group === "number" ? { group: String(row.group) } : {};
  const origin = { file, line };
  if (row.steps === undefined) return { id, ...group, steps: [{ ...row }], origin };
  const { steps, start, end } = row as { steps: unknown; start?: unknown; end?: unknown };
  const wrong =
    !Array.isArray(steps) || !steps.every(isRow)
      ? "steps"
      : start !== undefined && !isRow(start)
        ? "start"
        : end !== undefined && !isRow(end)
          ? "end"
          : undefined;
  if (wrong !== undefined) {
    const wanted = wrong === "steps" ? "an array of objects, one per step" : "an object of values by signal";
    problems.add(`form ${wrong}`, { line, message: `"${wrong}" is not ${wanted}, so this episode was left out.` });
    return undefined;
  }
  if ((steps as Row[]).length === 0) {
    problems.add("no steps", {
      line,
      message: `"steps" is empty, so this episode was left out. An episode has at least one step.`,
    });
    return undefined;
  }
  const copy = (part: unknown): Row => ({ ...(part as Row) });
  return {
    id,
    ...group,
    ...(start === undefined ? {} : { start: copy(start) }),
    steps: (steps as Row[]).map(copy),
    ...(end === undefined ? {} : { end: copy(end) }),
    origin,
  };
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** Signals that no record of the file has. */
function reportMissingSignals(
  episodes: readonly Episode[],
  program: Program,
  columns: readonly string[],
  problems: Problems,
): Set<string> {
  const named = new Set(
    episodes.flatMap(({ start, steps, end }) => [start ?? {}, ...steps, end ?? {}].flatMap((row) => Object.keys(row))),
  );
  const absent = new Set(program.signals.map(({ name }) => name).filter((name) => !named.has(name)));
  if (episodes.length === 0) return absent;
  const known = [...new Set([...named, ...columns])].filter((name) => !["id", "group", "steps", "start", "end"].includes(name));
  for (const signal of program.signals) {
    if (!absent.has(signal.name) || mayMiss(signal)) continue;
    const close = suggestColumn(signal.name, known);
    const hint = close === undefined ? "" : ` Did you mean '${close}'?`;
    const message = `'${signal.name}' is missing everywhere. The file has: ${known.join(", ")}.${hint} Map the columns with a data block: ${signal.name} = "…".`;
    problems.add(`absent ${signal.name}`, { line: 1, message });
  }
  return absent;
}

function checkEpisode(episode: Episode, program: Program, found: Records, absent: ReadonlySet<string>, problems: Problems): void {
  const line = episode.origin !== undefined && "line" in episode.origin ? episode.origin.line : 1;
  const check = (row: Row, place: string, required: (signal: SignalDeclaration) => boolean) => {
    const asked = (signal: SignalDeclaration) => required(signal) && !found.replaced.has(line);
    for (const misfit of checkValues(row, program.signals, asked)) {
      const { signal, value, reason } = misfit;
      const shown = value === null ? "" : ` (${JSON.stringify(value)})`;
      const message = `${place}'${signal.name}'${shown} ${reason}. ${adviceFor(misfit)}`;
      problems.add(`${signal.name} ${reason}`, { line, column: found.locate(line, signal.name), message });
    }
  };
  const single = episode.steps.length === 1 && episode.end === undefined;
  for (const [step, row] of episode.steps.entries()) {
    check(row, single ? "" : `Step ${step}: `, (signal) => (single || signal.timing === "step") && !absent.has(signal.name));
  }
  if (episode.start !== undefined) check(episode.start, "Start: ", () => false);
  if (episode.end === undefined) return;
  const given = (name: string): Value | undefined =>
    episode.end?.[name] ?? episode.steps.at(-1)?.[name] ?? episode.start?.[name] ?? episode.steps[0]?.[name];
  check(
    episode.end,
    "End: ",
    (signal) => signal.timing !== "step" && !absent.has(signal.name) && (given(signal.name) ?? null) === null,
  );
}
