// CSV text → records of text cells, with line numbers. Types are decided later, by what a cell is wanted for.
// It must not know programs.
import { type CsvError, parse } from "csv-parse/sync";
import type { Row } from "../../runtime/trajectory.ts";
import type { DataProblem, DataRecord, Records } from "./data-file.ts";
import { noRecords } from "./data-file.ts";

interface Parsed {
  info: { lines: number };
  record: string[];
}

/** Reads comma-, semicolon- or tab-separated text with a header; lines that start with # are comments. */
export function readCsv(file: string, text: string): Records {
  const lines = text.split(/\r\n|\n|\r/);
  const start = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  if (start < 0)
    return noRecords(file, 1, "The file holds only comments. It needs a header line with column names, then one record a line.");
  const delimiter = guessDelimiter(lines[start]!);
  const parsed = parseRows(text, delimiter);
  if ("problem" in parsed) return noRecords(file, parsed.line, parsed.problem);
  const { rows } = parsed;
  const header = rows[0]!.record.map((name) => name.trim());
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) {
    return noRecords(file, start + 1, `The column '${twice}' appears twice in the header. Give each column a name of its own.`);
  }
  const cut = !/[\r\n]$/.test(text) ? rows.at(-1) : undefined;
  const problems: DataProblem[] = [];
  const records: DataRecord[] = [];
  for (const row of rows.slice(1)) {
    const { record, info } = row;
    if (record.length === header.length) records.push({ line: info.lines, row: toRow(header, record) });
    else problems.push({ file, line: info.lines, message: wrongCount(record.length, header.length, row === cut) });
  }
  if (rows.length === 1) {
    problems.push({ file, line: start + 1, message: "There is a header but no record under it. Write at least one record." });
  }
  const locate = (line: number, name: string) => fieldColumn(lines[line - 1] ?? "", header.indexOf(name), delimiter);
  return { records, columns: header, textual: true, locate, problems, replaced: new Set() };
}

/** Spaces round values count, unless the file has some after a closing quote: then it means none of them. */
function parseRows(text: string, delimiter: string): { rows: Parsed[] } | { problem: string; line: number } {
  const options = {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    comment: "#",
    comment_no_infix: true,
  };
  try {
    return { rows: parse(text, options) as unknown as Parsed[] };
  } catch (error) {
    if ((error as CsvError).code === "CSV_INVALID_CLOSING_QUOTE") {
      try {
        return { rows: parse(text, { ...options, trim: true }) as unknown as Parsed[] };
      } catch {
        // The first error says more.
      }
    }
    return { problem: explain(error as CsvError), line: Number((error as CsvError).lines ?? 1) };
  }
}

function guessDelimiter(header: string): string {
  const counts = [",", ";", "\t"].map((candidate) => header.split(candidate).length);
  return [",", ";", "\t"][counts.indexOf(Math.max(...counts))]!;
}

function toRow(header: readonly string[], record: readonly string[]): Row {
  return Object.fromEntries(header.map((name, index) => [name, record[index] ?? null]));
}

function wrongCount(found: number, wanted: number, cut: boolean): string {
  if (cut && found < wanted) {
    return `The last line is cut off: it has ${found} of ${wanted} values, so it was left out. The file is still being written, or was truncated.`;
  }
  return `This record has ${found} values, but the header names ${wanted} columns; it was left out. Quote values that contain the separator.`;
}

function explain(error: CsvError): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return `A value opens with a quote (") that is never closed, so the rest of the file cannot be read. Close it, or double quotes inside a value.`;
  }
  if (error.code === "CSV_INVALID_CLOSING_QUOTE" || error.code === "INVALID_OPENING_QUOTE") {
    return `A quote (") stands inside a value. Put the whole value in quotes and double the quotes inside it.`;
  }
  return `The file is not readable as CSV (${error.code ?? "unknown"}). Check separators and quotes.`;
}

/** Where a field starts on a line, from 1. */
function fieldColumn(line: string, index: number, delimiter: string): number | undefined {
  let quoted = false;
  let field = 0;
  for (let at = 0; at <= line.length && index >= 0; at++) {
    if (field === index) return at + 1;
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === delimiter && !quoted) field++;
  }
  return undefined;
}
