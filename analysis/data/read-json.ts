// A JSON file that is one array of records, one record, or an object that holds such an array → records. It must not know programs.
import type { Row, Value } from "../../runtime/trajectory.ts";
import { noRecords, type Records } from "./data-file.ts";
import { readJsonl, replaceNonFinite } from "./read-jsonl.ts";

export function readJson(file: string, text: string): Records {
  const { json, problems } = replaceNonFinite(text);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const lined = readJsonl(file, text);
    if (lined.records.length > 1) return lined;
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? json.length);
    return noRecords(
      file,
      lineOf(json, position),
      "The file is not valid JSON. Check brackets and commas, or write one JSON object per line (JSONL).",
    );
  }
  const items = itemsOf(value);
  if (items === undefined) {
    return noRecords(file, 1, `The file holds no records. Write an array of objects, or one JSON object per line (JSONL).`);
  }
  const starts = elementStarts(json, items.path);
  const records = items.rows.map((row, index) => ({ row, line: lineOf(json, starts[index] ?? 0) }));
  const columns = [...new Set(items.rows.flatMap((row) => Object.keys(row)))];
  const reported = problems.map(({ column, message }) => ({ file, line: lineOf(json, (column ?? 1) - 1), message }));
  return {
    records,
    columns,
    textual: false,
    locate: () => undefined,
    problems: reported,
    replaced: new Set(reported.map(({ line }) => line)),
  };
}

function itemsOf(value: unknown): { rows: Row[]; path: string | undefined } | undefined {
  if (isRows(value)) return { rows: value, path: undefined };
  if (!isObject(value)) return undefined;
  if (Array.isArray(value.steps)) return { rows: [value], path: undefined };
  const held = Object.entries(value).find(([, part]) => isRows(part) && part.length > 0);
  return held === undefined ? { rows: [value], path: undefined } : { rows: held[1] as unknown as Row[], path: held[0] };
}

const isObject = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] => Array.isArray(value) && (value as Value[]).every(isObject);

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** Offsets of the objects directly in the array that holds the records; none for a single object. */
function elementStarts(json: string, path: string | undefined): number[] {
  const starts: number[] = [];
  let depth = 0;
  const from = path === undefined ? 0 : json.indexOf(JSON.stringify(path));
  for (let at = json.indexOf("[", from); at >= 0 && at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = endOfText(json, at);
    else if (character === "{" || character === "[") {
      if (character === "{" && depth === 1) starts.push(at);
      depth++;
    } else if (character === "}" || character === "]") {
      depth--;
      if (depth === 0) break;
    }
  }
  return starts;
}

function endOfText(json: string, start: number): number {
  let end = start + 1;
  while (end < json.length && json[end] !== '"') end += json[end] === "\\" ? 2 : 1;
  return end;
}
