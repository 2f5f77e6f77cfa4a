// JSON as a person writes it, with comments and trailing commas → a tree that knows where everything stands. What is broken is told
// and left out; the rest is kept. It must not know what the values mean.
import type { Span } from "../../grammar/span.ts";

export interface JsonObject extends Span {
  kind: "object";
  members: JsonMember[];
}

export interface JsonMember {
  key: Span & { text: string };
  value: JsonValue;
}

export type JsonValue =
  | JsonObject
  | (Span & { kind: "list"; items: JsonValue[] })
  | (Span & { kind: "text"; text: string })
  | (Span & { kind: "number"; number: number })
  | (Span & { kind: "word"; word: "true" | "false" | "null" });

export interface JsonTree {
  /** Undefined where nothing could be read. */
  root: JsonValue | undefined;
  problems: (Span & { message: string })[];
}

const DEEPEST = 32;

/** Never throws. Of what is broken the first place is told: the others mostly follow from it. */
export function readJsonTree(text: string): JsonTree {
  const problems: JsonTree["problems"] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;

  const complain = (message: string, start = at, end = Math.min(text.length, start + 1)): undefined => {
    if (problems.length === 0) problems.push({ start, end, message });
  };
  const skipBlanks = () => {
    const blanks = /(?:\s|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y;
    blanks.lastIndex = at;
    at += blanks.exec(text)?.[0].length ?? 0;
    if (text.startsWith("/*", at)) {
      complain("This comment is never closed: '*/' is missing.", at, at + 2);
      at = text.length;
    }
  };

  const readValue = (depth: number): JsonValue | undefined => {
    skipBlanks();
    const start = at;
    if (depth > DEEPEST) return complain("Values are nested too deeply here.");
    const character = text[at];
    if (character === "{") return readObject(depth);
    if (character === "[") return readList(depth);
    if (character === '"') return readText();
    const plain = /-?\d[\d.eE+-]*|[A-Za-z_][\w-]*/y;
    plain.lastIndex = at;
    const [word] = plain.exec(text) ?? [];
    if (word === undefined) return complain(`A value is expected here${found(text, at)}.`);
    at += word.length;
    if (word === "true" || word === "false" || word === "null") return { kind: "word", word, start, end: at };
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) {
      return { kind: "number", number: Number(word), start, end: at };
    }
    return complain(
      /^[-\d]/.test(word) ? `'${word}' is no number.` : `'${word}' is no value. Put double quotes round a text.`,
      start,
      at,
    );
  };

  const readText = (): (Span & { kind: "text"; text: string }) | undefined => {
    const start = at;
    at = endOfText(text, at);
    if (at - start < 2 || text[at - 1] !== '"')
      return complain("This text is never closed: a double quote is missing.", start, at);
    try {
      return { kind: "text", text: JSON.parse(text.slice(start, at)) as string, start, end: at };
    } catch {
      return complain("This text has a control character or an escape that JSON does not know.", start, at);
    }
  };

  /** What stands between brackets, separated by commas. `read` gives false where it could not go on. */
  const readItems = (close: string, read: () => boolean): void => {
    const start = at++;
    for (;;) {
      skipBlanks();
      if (text[at] === close) {
        at++;
        return;
      }
      if (at >= text.length) {
        complain(`This '${text[start]}' is never closed: '${close}' is missing.`, start);
        return;
      }
      const isRead = read();
      skipBlanks();
      if (text[at] === ",") at++;
      else if (text[at] !== close) {
        if (isRead && at < text.length) complain(`',' or '${close}' is expected here${found(text, at)}.`);
        if (!skipTo(close)) return;
      }
    }
  };

  /** Behind the next comma or to the closing bracket of this depth; false at the bracket of something around it. */
  const skipTo = (close: string): boolean => {
    for (let depth = 0; at < text.length; ) {
      const character = text[at]!;
      if (depth === 0 && (character === close || character === ",")) {
        if (character === ",") at++;
        return true;
      }
      // The next line begins another member where only the comma is missing.
      if (depth === 0 && character === '"' && /\n[ \t]*$/.test(text.slice(0, at))) return true;
      if (depth === 0 && (character === "}" || character === "]")) return false;
      if (character === "{" || character === "[") depth++;
      else if (character === "}" || character === "]") depth--;
      at = character === '"' ? endOfText(text, at) : at + 1;
    }
    return true;
  };

  const readObject = (depth: number): JsonObject => {
    const members: JsonMember[] = [];
    const start = at;
    readItems("}", () => {
      if (text[at] !== '"') {
        complain(`The name of a setting, in double quotes, is expected here${found(text, at)}.`);
        return false;
      }
      const key = readText();
      if (key === undefined) return false;
      skipBlanks();
      if (text[at] !== ":") {
        complain(`':' is expected after ${JSON.stringify(key.text)}${found(text, at)}.`);
        return false;
      }
      at++;
      const value = readValue(depth + 1);
      if (value !== undefined) members.push({ key, value });
      return value !== undefined;
    });
    return { kind: "object", members, start, end: at };
  };

  const readList = (depth: number): JsonValue => {
    const items: JsonValue[] = [];
    const start = at;
    readItems("]", () => {
      const value = readValue(depth + 1);
      if (value !== undefined) items.push(value);
      return value !== undefined;
    });
    return { kind: "list", items, start, end: at };
  };

  skipBlanks();
  if (at >= text.length) return { root: undefined, problems };
  const root = readValue(0);
  skipBlanks();
  if (at < text.length) complain(`Nothing may follow the settings${found(text, at)}.`);
  return { root, problems };
}

function found(text: string, at: number): string {
  return at >= text.length ? ", but the file ends" : `, but '${text[at]}' was found`;
}

/** Behind the closing quote, or at the end of the line where there is none. */
function endOfText(text: string, start: number): number {
  const quoted = /"(?:[^"\\\n\r]|\\.)*"?/y;
  quoted.lastIndex = start;
  return start + (quoted.exec(text)?.[0].length ?? 1);
}
