// Comments of generated JavaScript as docstrings and comments of Python: without types, which Python's readers know otherwise.
// It must not know code.
import { snakeCase } from "./names.ts";

/** The text of a comment, line by line. */
function linesOf(comment: string): string[] {
  if (comment.startsWith("//")) return [comment.replace(/^\/\/ ?/, "")];
  const lines = comment.replace(/^\/\*\*?|\*\/$/g, "").split("\n");
  const shown = lines.map((line) =>
    line
      .replace(/^\s*\* ?/, "")
      .trim()
      .replaceAll("*\\/", "*/")
      .replace(/\bnull\b/g, "None"),
  );
  while (shown[0] === "") shown.shift();
  while (shown.at(-1) === "") shown.pop();
  return shown;
}

const isTag = (line: string): boolean => /^@(?:param|returns|type)\b/.test(line);

/** A docstring from the `/** … *\/` before a function. */
export function docLines(comments: readonly string[]): string[] {
  const lines = comments
    .slice(-1)
    .filter((comment) => comment.startsWith("/**"))
    .flatMap(linesOf)
    .filter((line) => !isTag(line));
  return lines.length === 0 ? [] : docstring(lines);
}

export function docstring(lines: readonly string[]): string[] {
  const safe = lines.map((line) => printable(line).replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"'));
  const last = safe.at(-1)!;
  if (safe.length === 1) return [`"""${last.endsWith('"') ? `${last} ` : last}"""`];
  return [`"""${safe[0]}`, ...safe.slice(1), '"""'];
}

/** Comments before a statement; a described record as a list of its fields. */
export function commentLines(comments: readonly string[]): string[] {
  return comments.flatMap((comment) => {
    const lines = linesOf(comment).filter((line) => !isTag(line));
    const name = lines.map((line) => /^@typedef \{.*\} (\w+)$/.exec(line)?.[1]).find((found) => found !== undefined);
    const shown = lines.flatMap((line) => described(line, name));
    const head = name === undefined || /\(\w+\)$/.test(shown[0] ?? "") ? shown : named(name, shown);
    return head.map((line) => `# ${printable(line)}`.trimEnd());
  });
}

const named = (name: string, lines: readonly string[]): string[] =>
  /^ |^$/.test(lines[0] ?? "") ? [`${name}:`, ...lines] : [`${name}: ${lines[0]}`, ...lines.slice(1)];

function described(line: string, record: string | undefined): string[] {
  if (/^@typedef/.test(line)) return [];
  const inline = line.replace(/ ?@typedef \{.*\} (\w+)$/, " ($1)");
  const field = /^@property \{.*\} (\[?)(\w+)\]?(?: (.*))?$/.exec(inline);
  if (field === null) return inline === "" ? [] : [inline];
  const [, optional, name, doc] = field;
  const key = record === "Options" ? snakeCase(name) : name;
  return [`  ${key}${optional ? " (optional)" : ""}${doc ? `: ${doc}` : ""}`];
}

/** Characters that would end a line or be refused by Python are told by their numbers. */
const printable = (line: string): string =>
  Array.from(line, (c) => (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(c) && c !== "\t" ? numbered(c) : c)).join("");

const numbered = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
