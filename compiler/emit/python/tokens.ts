// JavaScript text → tokens. It must not know the grammar beyond what tells a division from a regular expression.
import { unknown } from "./tree.ts";

export interface Token {
  kind: "name" | "number" | "text" | "template" | "regex" | "mark" | "end";
  text: string;
  /** Comments that stand before it, as written. */
  comments: string[];
  /** Of a template: its texts, and the tokens between them. */
  pieces?: string[];
  parts?: Token[][];
  /** Of a regular expression. */
  flags?: string;
}

const MARKS = (
  "... === !== **= >>> => == != <= >= && || ?? ?. ++ -- += -= *= /= %= ** >> << " +
  "{ } ( ) [ ] ; , < > + - * / % & | ^ ! ~ ? : = ."
).split(" ");

const WORDS_BEFORE_VALUE = ["return", "typeof", "case", "in", "of", "throw", "yield", "else", "do"];

export function readTokens(source: string): Token[] {
  return readUntil(source, 0, false).tokens;
}

/** Up to the end, or up to the brace that closes a part of a template. */
function readUntil(source: string, start: number, inTemplate: boolean): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let comments: string[] = [];
  let depth = 0;
  let at = start;
  const add = (kind: Token["kind"], text: string, size: number, more: Partial<Token> = {}) => {
    tokens.push({ kind, text, comments, ...more });
    comments = [];
    at += size;
  };
  while (at < source.length) {
    const rest = source.slice(at, at + 400);
    const c = source[at];
    const space = /^\s+/.exec(rest);
    if (space) at += space[0].length;
    else if (rest.startsWith("//") || rest.startsWith("/*")) {
      const end = rest.startsWith("//") ? source.indexOf("\n", at) : source.indexOf("*/", at) + 2;
      comments.push(source.slice(at, end < at ? source.length : end));
      at = end < at ? source.length : end;
    } else if (/[A-Za-z_$]/.test(c)) {
      const name = /^[\w$]+/.exec(source.slice(at))![0];
      add("name", name, name.length);
    } else if (/^\.?[0-9]/.test(rest)) {
      const number = /^(?:0x[0-9a-fA-F]+|[0-9_]*\.?[0-9_]*(?:[eE][+-]?[0-9]+)?)/.exec(rest)![0];
      add("number", number.replaceAll("_", ""), number.length);
    } else if (c === '"' || c === "'") {
      const size = textSize(source, at);
      add("text", unquote(source.slice(at + 1, at + size - 1)), size);
    } else if (c === "`") {
      const template = readTemplate(source, at + 1);
      add("template", "", template.end - at, { pieces: template.pieces, parts: template.parts });
    } else if (c === "/" && beforeValue(tokens.at(-1))) {
      const [whole, body, flags] =
        /^\/((?:[^/[\\\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/.exec(source.slice(at)) ?? unknown(rest);
      add("regex", body, whole.length, { flags });
    } else {
      const mark = MARKS.find((each) => rest.startsWith(each)) ?? unknown(`the character ${c}`);
      if (mark === "{") depth++;
      if (mark === "}" && inTemplate && depth === 0) break;
      if (mark === "}") depth--;
      add("mark", mark, mark.length);
    }
  }
  tokens.push({ kind: "end", text: "", comments });
  return { tokens, end: at };
}

function beforeValue(last: Token | undefined): boolean {
  if (last === undefined) return true;
  if (last.kind === "mark") return ![")", "]", "}"].includes(last.text);
  return last.kind === "name" && WORDS_BEFORE_VALUE.includes(last.text);
}

function textSize(source: string, start: number): number {
  let at = start + 1;
  while (source[at] !== source[start]) at += source[at] === "\\" ? 2 : 1;
  return at + 1 - start;
}

function readTemplate(source: string, start: number): { pieces: string[]; parts: Token[][]; end: number } {
  const pieces: string[] = [];
  const parts: Token[][] = [];
  let at = start;
  let from = start;
  for (; source[at] !== "`"; at++) {
    if (source[at] === "\\") at++;
    else if (source.startsWith("${", at)) {
      pieces.push(unquote(source.slice(from, at)));
      const part = readUntil(source, at + 2, true);
      parts.push(part.tokens);
      at = part.end;
      from = at + 1;
    }
  }
  pieces.push(unquote(source.slice(from, at)));
  return { pieces, parts, end: at + 1 };
}

const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", "0": "\0" };

/** The text a literal stands for. */
function unquote(written: string): string {
  return written.replace(
    /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_, point, unit, byte, letter) =>
      letter === undefined ? String.fromCodePoint(Number.parseInt(point ?? unit ?? byte, 16)) : (CONTROLS[letter] ?? letter),
  );
}
