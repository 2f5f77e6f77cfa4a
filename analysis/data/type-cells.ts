// CSV cells → values, by what a column is wanted as: text stays text, else booleans, numbers, arrays. Nothing is made up:
// what is no number stays text and is reported later, and an empty cell is missing. It must not know files.
import type { Program, ValueType } from "../../runtime/program.ts";
import type { Row, Value } from "../../runtime/trajectory.ts";

export interface Wanted {
  /** The path as the spec has it: `obs[1]`, `reward.total`. */
  path: string;
  type: ValueType;
}

/** A word that Python, pandas or a spreadsheet writes for a missing value. */
const missing = /^(null|none|na|n\/a)$/i;
const nonFinite = /^[+-]?(nan|inf|infinity)$/i;
const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** The name in the header that a path starts with: `obs[1]` reads the column `obs`, unless there is a column `obs[1]`. */
export function headerOf(path: string, columns: readonly string[]): string | undefined {
  if (columns.includes(path)) return path;
  const first = /^[^.[\]]+/.exec(path)?.[0];
  return first !== undefined && columns.includes(first) ? first : undefined;
}

/** Every column node of a program's data entries. */
export function wantedColumns(program: Program, nodes: readonly number[]): Wanted[] {
  const wanted: Wanted[] = [];
  const seen = new Set<number>();
  const open = [...nodes];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = program.nodes[id];
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (node.op === "column") wanted.push({ path: node.path, type: node.type });
    if ("args" in node) open.push(...(node.args as readonly number[]));
  }
  return wanted;
}

/** One row with typed cells. `report` hears of words that are no numbers, such as NaN: they become missing. */
export function typeCells(row: Row, wanted: readonly Wanted[], report: (column: string, word: string) => void): Row {
  const columns = Object.keys(row);
  const typed: Row = { ...row };
  for (const { path, type } of wanted) {
    const column = headerOf(path, columns);
    const cell = column === undefined ? undefined : row[column];
    if (column === undefined || typeof cell !== "string") continue;
    typed[column] = typeCell(cell, path === column ? type : { kind: "list", of: type }, (word) => report(column, word));
  }
  return typed;
}

function typeCell(cell: string, type: ValueType, report: (word: string) => void): Value {
  if (type.kind === "text") return cell === "" ? null : cell;
  const word = cell.trim();
  if (word === "" || missing.test(word)) return null;
  if (type.kind === "vector" || type.kind === "list") return typeArray(word);
  if (/^true$/i.test(word)) return true;
  if (/^false$/i.test(word)) return false;
  if (number.test(word)) return Number(word);
  if (!nonFinite.test(word)) return cell;
  report(word);
  return null;
}

/** `[0.1, 2]` as JSON, or as numpy prints it: `[0.1 2. ]`. */
function typeArray(word: string): Value {
  for (const candidate of [
    word,
    word
      .replace(/^\[\s*|\s*\]$/g, (bracket) => bracket.trim())
      .replace(/\.(?=[\s\]])/g, ".0")
      .replace(/\s+/g, ", "),
  ]) {
    try {
      return JSON.parse(candidate) as Value;
    } catch {
      // The next way of writing it.
    }
  }
  return word;
}
