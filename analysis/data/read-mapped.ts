// A file through a `data` block: columns present, cells typed, expressions computed, values checked, records grouped.
import { mapRecords, pathReader } from "../../runtime/map-records.ts";
import type { DataSource, Program } from "../../runtime/program.ts";
import type { Episode } from "../../runtime/trajectory.ts";
import { adviceFor, checkValues, mayMiss } from "./check-values.ts";
import type { Problems } from "./collect-problems.ts";
import type { Records } from "./data-file.ts";
import { groupRecords } from "./group-records.ts";
import { suggestColumn } from "./suggest-column.ts";
import { headerOf, typeCells, wantedColumns } from "./type-cells.ts";

/** No episodes where records cannot be separated or ordered. */
export function readMapped(file: string, found: Records, program: Program, data: DataSource, problems: Problems): Episode[] {
  const absent = reportMissingColumns(found, program, data, problems);
  if (absent.has("episode") || absent.has("step")) return [];
  const wanted = wantedColumns(program, [...Object.values(data.entries), ...Object.values(data.columns)]);
  const rows = found.records.map(({ row, line }) => {
    if (!found.textual) return row;
    return typeCells(row, wanted, (column, word) => {
      const message = `'${column}' is ${word}, which is not a number, so the value is taken as missing. Leave the cell empty, or repair what logs it.`;
      problems.add(`nan ${column}`, { line, column: found.locate(line, column), message });
      found.replaced.add(line);
    });
  });
  const mapped = mapRecords(program, data, rows);
  const records = found.records.map(({ line }, index) => ({ line, mapped: mapped[index]! }));
  for (const record of records) {
    const signals = record.mapped.signals;
    const misfits = checkValues(
      signals,
      program.signals,
      (signal) => signal.timing === "step" && !absent.has(signal.name) && !found.replaced.has(record.line),
    );
    for (const misfit of misfits) {
      const { signal, value, reason } = misfit;
      const shown = value === null ? "" : ` (${JSON.stringify(value)})`;
      const column = found.locate(record.line, columnOf(program, data, signal.name, found.columns));
      problems.add(`${signal.name} ${reason}`, {
        line: record.line,
        column,
        message: `'${signal.name}'${shown} ${reason}. ${adviceFor(misfit)}`,
      });
    }
  }
  return groupRecords(file, records, data, program.signals, problems);
}

/** The column a signal is read from, to point at. */
function columnOf(program: Program, data: DataSource, signal: string, columns: readonly string[]): string {
  const entry = data.entries[signal];
  const path = entry === undefined ? undefined : wantedColumns(program, [entry])[0]?.path;
  return (path === undefined ? undefined : headerOf(path, columns)) ?? signal;
}

/** What is read from columns the file does not have; a signal that may be missing needs none. */
function reportMissingColumns(found: Records, program: Program, data: DataSource, problems: Problems): Set<string> {
  const absent = new Set<string>();
  if (found.records.length === 0) return absent;
  const entries = [...Object.entries(data.columns), ...Object.entries(data.entries)];
  for (const [name, node] of entries) {
    const signal = program.signals.find((candidate) => candidate.name === name);
    const isRole = data.columns[name as keyof DataSource["columns"]] === node;
    for (const { path } of wantedColumns(program, [node])) {
      if (hasColumn(found, path)) continue;
      absent.add(name);
      if (!isRole && signal !== undefined && mayMiss(signal) && path === name) continue;
      problems.add(`column ${path}`, { line: 1, message: missingColumn(path, name, isRole, found.columns) });
    }
  }
  return absent;
}

function hasColumn(found: Records, path: string): boolean {
  if (found.textual) return headerOf(path, found.columns) !== undefined;
  const read = pathReader(path);
  return found.records.some(({ row }) => read(row) !== undefined);
}

function missingColumn(path: string, name: string, isRole: boolean, columns: readonly string[]): string {
  const close = suggestColumn(path, columns);
  const hint = close === undefined ? "" : ` Did you mean '${close}'?`;
  const use = isRole ? `which the data block reads '${name}' from` : `which '${name}' is read from`;
  const effect = isRole && (name === "episode" || name === "step") ? " Without it no episode can be put together." : "";
  return `The column '${path}' is missing, ${use}.${effect} The file has: ${columns.join(", ")}.${hint} Write the name in the data block as the file has it: ${name} = "…".`;
}
