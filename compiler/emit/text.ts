// Lines of generated code: indentation, comments, literals that both targets write alike. It must not know programs.

/** Longest statement that stays on one line, its indentation not counted. */
const LINE = 118;

export const indent = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split("\n")).map((line) => (line === "" ? "" : `  ${line}`));

/** A comment before a declaration, none for no text; `*\/` cannot end it early. */
export function docComment(text: string | undefined): string[] {
  const lines = (text ?? "")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll("*/", "*\\/"));
  if (lines.length === 1) return lines[0] === "" ? [] : [`/** ${lines[0]} */`];
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"];
}

/** `head(a, b)tail` on one line where it fits, else one item a line. */
export function spread(head: string, items: readonly string[], tail: string): string[] {
  const short = `${head}${items.join(", ")}${tail}`;
  if (short.length <= LINE && !short.includes("\n")) return [short];
  return [head.trimEnd(), ...indent(items.flatMap((item) => `${item},`.split("\n"))), tail.trimStart()];
}

/** The same as one item of a list around it, which adds the comma. */
export const spreadItem = (head: string, items: readonly string[], tail: string): string => spread(head, items, tail).join("\n");

/** `{ a: 1, b }` on one line. */
export const record = (entries: readonly (readonly [key: string, value: string])[]): string =>
  `{ ${entries.map(([key, value]) => (key === value ? key : `${key}: ${value}`)).join(", ")} }`;

/** A number that may be missing or unbounded. */
export const bound = (value: number | null): string => (value === null ? "null" : String(value));
