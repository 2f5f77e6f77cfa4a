// Mapped records → episodes: separated by the episode column, ordered by the step column. It must not know formats.
import type { MappedRecord } from "../../runtime/map-records.ts";
import type { DataSource, SignalDeclaration } from "../../runtime/program.ts";
import type { Episode, Row, Value } from "../../runtime/trajectory.ts";
import type { Problems } from "./collect-problems.ts";

export interface PlacedRecord {
  line: number;
  mapped: MappedRecord;
}

interface Ordered extends PlacedRecord {
  step: number | undefined;
}

/** Episodes in order of first appearance. Without an `episode` column one record is one episode; with a `step` column alone, one file. */
export function groupRecords(
  file: string,
  records: readonly PlacedRecord[],
  data: DataSource,
  signals: readonly SignalDeclaration[],
  problems: Problems,
): Episode[] {
  const { episode, step } = data.columns;
  if (episode === undefined && step === undefined)
    return records.map((record) => toEpisode(file, `${file}:${record.line}`, [record], data, signals, problems));
  const groups = new Map<string, PlacedRecord[]>();
  for (const record of records) {
    const key = episode === undefined ? file : keyOf(record.mapped.columns.episode);
    if (key === undefined) {
      problems.add("no episode", {
        line: record.line,
        message:
          "The episode of this record is missing, so it belongs to none and was left out. Write the episode's number or name.",
      });
      continue;
    }
    const group = groups.get(key) ?? [];
    group.push(record);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) =>
      toEpisode(file, key, step === undefined ? group : orderSteps(key, group, problems), data, signals, problems),
    )
    .filter(({ steps }) => steps.length > 0);
}

function keyOf(value: Value | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** By step number; what has none, or one that is taken, is left out. */
function orderSteps(episode: string, group: readonly PlacedRecord[], problems: Problems): PlacedRecord[] {
  const taken = new Map<number, number>();
  const placed: Ordered[] = [];
  for (const record of group) {
    const step = record.mapped.columns.step;
    if (typeof step !== "number") {
      problems.add("no step", {
        line: record.line,
        message: `The step of this record (episode ${episode}) is not a number, so it cannot be placed and was left out.`,
      });
      continue;
    }
    const other = taken.get(step);
    if (other === undefined) {
      taken.set(step, record.line);
      placed.push({ ...record, step });
      continue;
    }
    problems.add("step twice", {
      line: record.line,
      message: `Step ${step} of episode ${episode} is on line ${other} already, so this record was left out. Give each episode a number of its own.`,
    });
  }
  placed.sort((a, b) => a.step! - b.step!);
  reportGaps(episode, placed, problems);
  return placed;
}

/** Steps usually count by one; where one jump is larger than the usual one, records are missing. */
function reportGaps(episode: string, placed: readonly Ordered[], problems: Problems): void {
  const jumps = placed.slice(1).map((record, index) => record.step! - placed[index]!.step!);
  const usual = jumps.toSorted((a, b) => a - b)[Math.floor((jumps.length - 1) / 2)] ?? 1;
  for (const [index, jump] of jumps.entries()) {
    if (!(jump > usual * 1.5)) continue;
    const [before, after] = [placed[index]!, placed[index + 1]!];
    problems.add("gap", {
      line: after.line,
      message: `Episode ${episode} jumps from step ${before.step} to step ${after.step}. The records between are missing; this one is taken as the next step.`,
    });
  }
}

function toEpisode(
  file: string,
  id: string,
  records: readonly PlacedRecord[],
  data: DataSource,
  signals: readonly SignalDeclaration[],
  problems: Problems,
): Episode {
  const steps = records.map((record) => toRow(record, problems));
  const end = lateValues(steps, signals);
  const group = keyOf(records[0]?.mapped.columns.group);
  const recorded = data.columns.reward === undefined ? undefined : records.map((record) => recordedReward(record, problems));
  return {
    id,
    ...(group === undefined ? {} : { group }),
    steps,
    ...(Object.keys(end).length > 0 ? { end } : {}),
    origin: { file, line: records[0]?.line ?? 1 },
    ...(recorded === undefined ? {} : { recorded }),
  };
}

function toRow(record: PlacedRecord, problems: Problems): Row {
  const { signals, columns } = record.mapped;
  const row: Row = {};
  for (const [name, value] of Object.entries(signals)) if (value !== undefined) row[name] = value;
  for (const flag of ["terminated", "truncated"] as const) {
    const value = columns[flag];
    if (value === undefined || value === null) continue;
    if (value === true || value === false || value === 0 || value === 1) row[flag] = value === true || value === 1;
    else
      problems.add(flag, {
        line: record.line,
        message: `'${flag}' is ${JSON.stringify(value)}, neither true nor false, so it was ignored. Write true or false, 1 or 0.`,
      });
  }
  return row;
}

function recordedReward({ mapped, line }: PlacedRecord, problems: Problems): number | null {
  const { reward } = mapped.columns;
  if (typeof reward === "number" && Number.isFinite(reward)) return reward;
  if (reward !== undefined && reward !== null)
    problems.add("reward", {
      line,
      message: `The recorded reward ${JSON.stringify(reward)} is not a number, so this step is not compared.`,
    });
  return null;
}

/** Values known once per episode that the last record lacks but one other record has, without contradiction. */
function lateValues(steps: readonly Row[], signals: readonly SignalDeclaration[]): Row {
  const end: Row = {};
  for (const signal of signals) {
    if (signal.timing === "step" || signal.timing === "start" || (steps.at(-1)?.[signal.name] ?? null) !== null) continue;
    const values = new Set(
      steps
        .map((row) => row[signal.name])
        .filter((value) => value !== undefined && value !== null)
        .map((value) => JSON.stringify(value)),
    );
    const [only] = values;
    if (values.size === 1 && only !== undefined) end[signal.name] = JSON.parse(only) as Value;
  }
  return end;
}
