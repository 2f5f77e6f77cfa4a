// Layout: documents that fit on one line or break, and their rendering (after Wadler, "A prettier printer", 2003).
// It must not know the language.

export type Doc = string | Doc[] | Line | Group | Indent | LineComment;

/** `flat` on one line, a line end where its group is broken. */
interface Line {
  kind: "line";
  flat: string;
}
interface Group {
  kind: "group";
  content: Doc;
  broken: boolean;
}
interface Indent {
  kind: "indent";
  content: Doc;
}
/** A comment that ends its line: whatever holds it is broken. */
interface LineComment {
  kind: "comment";
  text: string;
  /** Spaces before it. */
  gap: number;
}

export const line = (flat = " "): Doc => ({ kind: "line", flat });
export const indent = (content: Doc): Doc => ({ kind: "indent", content });
export const lineComment = (text: string, gap = 2): Doc => ({ kind: "comment", text, gap });

/** On one line if it fits, unless `broken` or a comment inside forbids it. */
export const group = (content: Doc, broken = false): Doc => ({ kind: "group", content, broken: broken || mustBreak(content) });

/** Whether a document can never be on one line. */
export function mustBreak(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (Array.isArray(doc)) return doc.some(mustBreak);
  if (doc.kind === "comment") return true;
  if (doc.kind === "group") return doc.broken;
  return doc.kind === "indent" && mustBreak(doc.content);
}

/** The document on one line. */
export function flat(doc: Doc): string {
  if (typeof doc === "string") return doc;
  if (Array.isArray(doc)) return doc.map(flat).join("");
  if (doc.kind === "line") return doc.flat;
  if (doc.kind === "comment") return `${" ".repeat(doc.gap)}${doc.text}`;
  return flat(doc.content);
}

interface Command {
  doc: Doc;
  depth: number;
  broken: boolean;
}

/** Lines of at most `width` where that is possible. The first starts at `column`; the others are indented by `depth`. */
export function render(doc: Doc, depth: number, column: number, width: number): string {
  let out = "";
  let at = column;
  const todo: Command[] = [{ doc, depth, broken: true }];
  while (todo.length > 0) {
    const { doc: next, depth: level, broken } = todo.pop()!;
    if (typeof next === "string") {
      out += next;
      at += next.length;
    } else if (Array.isArray(next)) {
      for (let i = next.length - 1; i >= 0; i--) todo.push({ doc: next[i], depth: level, broken });
    } else if (next.kind === "indent") {
      todo.push({ doc: next.content, depth: level + 2, broken });
    } else if (next.kind === "comment") {
      out += `${" ".repeat(next.gap)}${next.text}`;
    } else if (next.kind === "group") {
      todo.push({ doc: next.content, depth: level, broken: next.broken || !fits(next.content, todo, width - at) });
    } else if (broken) {
      out += `\n${" ".repeat(level)}`;
      at = level;
    } else {
      out += next.flat;
      at += next.flat.length;
    }
  }
  return out;
}

/** Whether a document and what is sure to follow on its line are at most `room` long. */
function fits(doc: Doc, todo: readonly Command[], room: number): boolean {
  let left = room - flat(doc).length;
  for (let i = todo.length - 1; i >= 0 && left >= 0; i--) {
    const next = todo[i];
    if (next.broken && hasLine(next.doc)) break;
    left -= flat(next.doc).length;
  }
  return left >= 0;
}

function hasLine(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (Array.isArray(doc)) return doc.some(hasLine);
  return doc.kind === "line" || doc.kind === "comment" || hasLine(doc.content);
}
