// What a log file is to the readers, and how its bytes become text. It must not know formats or programs.
import type { Row } from "../../runtime/trajectory.ts";

/** A file's name as people know it (relative path), with its content as bytes or text. */
export interface DataFile {
  name: string;
  bytes?: Uint8Array;
  text?: string;
}

/** What is wrong with a file, for people: which file, where, what, and what to do. Lines and columns count from 1. */
export interface DataProblem {
  file: string;
  line: number;
  column?: number;
  message: string;
}

/** One row of a file. Values of a CSV file are still text. */
export interface DataRecord {
  line: number;
  row: Row;
}

export interface Records {
  records: DataRecord[];
  /** Names the file has, in order of first appearance. */
  columns: string[];
  /** Cells are text and take the type they are wanted in. */
  textual: boolean;
  /** Column (from 1) where a name's value stands on a line, where that can be told. */
  locate(line: number, name: string): number | undefined;
  problems: DataProblem[];
  /** Lines on which a NaN or an infinity became missing, which has been told: nothing more is said of what is missing there. */
  replaced: Set<number>;
}

/** The text of a file without a byte order mark; a sentence where it cannot be read. */
export function decodeText(file: DataFile): { text: string } | { problem: string } {
  let text = file.text ?? "";
  if (file.text === undefined) {
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes ?? new Uint8Array());
    } catch {
      return { problem: "The file is not UTF-8 text. Save it as UTF-8, or export it as CSV or JSONL." };
    }
  }
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  return text.trim() === "" ? { problem: "The file is empty. Check the path, or write at least one record." } : { text };
}

export function noRecords(file: string, line: number, message: string): Records {
  return {
    records: [],
    columns: [],
    textual: false,
    locate: () => undefined,
    problems: [{ file, line, message }],
    replaced: new Set(),
  };
}
