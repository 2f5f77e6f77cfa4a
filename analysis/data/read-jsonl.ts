// One JSON object per line → records. Python writes NaN and Infinity into JSON: those values are reported and taken as missing.
// It must not know programs.
import type { Row } from "../../runtime/trajectory.ts";
import type { DataProblem, DataRecord, Records } from "./data-file.ts";

export function readJsonl(file: string, text: string): Records {
  const lines = text.split("\n");
  const problems: DataProblem[] = [];
  const records: DataRecord[] = [];
  const columns = new Set<string>();
  const replaced = new Set<number>();
  const last = lines.findLastIndex((line) => line.trim() !== "");
  const complete = /\n\s*$/.test(text);
  for (const [index, content] of lines.entries()) {
    if (content.trim() === "") continue;
    const line = index + 1;
    const parsed = parseLine(content, index === last && !complete);
    problems.push(...parsed.problems.map((problem) => ({ file, line, ...problem })));
    if (parsed.row === undefined) continue;
    if (parsed.problems.length > 0) replaced.add(line);
    for (const name of Object.keys(parsed.row)) columns.add(name);
    records.push({ line, row: parsed.row });
  }
  const locate = (line: number, name: string) => {
    const at = (lines[line - 1] ?? "").indexOf(JSON.stringify(name));
    return at < 0 ? undefined : at + 1;
  };
  return { records, columns: [...columns], textual: false, locate, problems, replaced };
}

interface Line {
  row?: Row;
  problems: { column?: number; message: string }[];
}

function parseLine(content: string, cut: boolean): Line {
  const { json, problems } = replaceNonFinite(content);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problems: [notJson(json, error as Error, cut)] };
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { row: value as Row, problems };
  const message = `This line is ${Array.isArray(value) ? "an array" : "a single value"}, not an object. Write one JSON object per line, such as {"x": 1}.`;
  return { problems: [...problems, { message }] };
}

function notJson(json: string, error: Error, cut: boolean): { column?: number; message: string } {
  if (cut) {
    return {
      message:
        "The last line is cut off in the middle of a record, so it was left out. The file is still being written, or was truncated.",
    };
  }
  const position = /position (\d+)/.exec(error.message)?.[1];
  const column = position === undefined ? json.length : Number(position);
  return {
    column: column + 1,
    message: "This line is not valid JSON, so it was left out. Write one JSON object per line, with double quotes round names.",
  };
}

const bareWord = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** NaN, Infinity and -Infinity outside texts become null, so that the rest of the line can be read. */
export function replaceNonFinite(content: string): { json: string; problems: Line["problems"] } {
  const problems: Line["problems"] = [];
  if (!content.includes("NaN") && !content.includes("Infinity")) return { json: content, problems };
  const json = content.replace(bareWord, (word, at: number) => {
    if (word.startsWith('"')) return word;
    problems.push({
      column: at + 1,
      message: `${word} is not a number, so the value is taken as missing. Write null, or repair what logs it.`,
    });
    return "null";
  });
  return { json, problems };
}
