// The programs of a file as JSON, a node or declaration a line. Offsets into the source are left out; `id` is the place in `nodes`.
import type { Program } from "../../runtime/program.ts";

export function printPrograms(programs: readonly Program[]): string {
  return `[\n${programs.map(printProgram).join(",\n")}\n]\n`;
}

function printProgram(program: Program): string {
  const fields = Object.entries(program).filter(([key]) => key !== "source");
  return `{\n${fields.map(([key, value]) => `${JSON.stringify(key)}: ${printValue(key, value)}`).join(",\n")}\n}`;
}

function printValue(key: string, value: unknown): string {
  if (!Array.isArray(value)) return print(value);
  const rows = value.map((one: object, id) => print(key === "nodes" ? { id, ...one } : one));
  return rows.length === 0 ? "[]" : `[\n${rows.map((row) => `  ${row}`).join(",\n")}\n]`;
}

const print = (value: unknown) =>
  JSON.stringify(value, (key, part: unknown) => (key.toLowerCase().endsWith("source") ? undefined : part));
