// Where the parts of a paid term stand in the text: keyword, weight, rate, formula, condition. For building fixes only.
// It must not decide anything about a program.
import type { Source } from "../../runtime/program.ts";

export interface Place {
  start: number;
  end: number;
}

export interface TermText {
  keyword: Place;
  name: Place;
  /** `weight …` with its keyword, `once` or `per second`, as written before `=`. */
  weight?: Place;
  rate?: Place;
  value: Place;
  /** `when …` with its keyword. */
  when?: Place;
}

interface Word extends Place {
  text: string;
}

/** Words, numbers and signs at bracket depth 0; texts, comments and bracketed parts are skipped. */
function topLevelWords(text: string, { start, end }: Place): Word[] {
  const words: Word[] = [];
  const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|r?"(?:[^"\\]|\\.)*"[a-z]*|[A-Za-z_]\w*|[<>=!]=|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\S/gy;
  token.lastIndex = start;
  let depth = 0;
  while (token.lastIndex < end) {
    const blank = /\s+/y;
    blank.lastIndex = token.lastIndex;
    if (blank.test(text)) token.lastIndex = blank.lastIndex;
    if (token.lastIndex >= end) break;
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) break;
    const word = match[0];
    if (word.startsWith("//") || word.startsWith("/*")) continue;
    if ("([{".includes(word)) depth++;
    if (")]}".includes(word)) depth--;
    if (depth === 0 || ("([{".includes(word) && depth === 1)) words.push({ text: word, start: at, end: at + word.length });
    else if (")]}".includes(word)) words.push({ text: word, start: at, end: at + word.length });
  }
  return words;
}

/** The parts of the term declared at `source`; undefined where the text is not what it should be. */
export function readTermText(text: string, source: Source, name: string): TermText | undefined {
  const words = topLevelWords(text, { start: source[0], end: source[1] });
  const first = words.findIndex(
    (word, index) => /^(objective|penalty|shaping)$/.test(word.text) && words[index + 1]?.text === name,
  );
  const equals = words.findIndex((word, index) => index > first && word.text === "=");
  const last = words.at(-1);
  if (first < 0 || equals < 0 || last === undefined || equals === words.length - 1) return undefined;
  const head = words.slice(first + 2, equals);
  const when = words.findIndex((word, index) => index > equals && word.text === "when");
  const valueEnd = when > 0 ? words[when - 1]!.end : last.end;
  const weight = head.findIndex((word) => word.text === "weight");
  const rate = head.findIndex((word, index) => index > weight && /^(once|per)$/.test(word.text));
  const early = head.findIndex((word) => word.text === "when");
  const weightEnd = [rate, early].filter((index) => index > weight).sort((a, b) => a - b)[0] ?? head.length;
  return {
    keyword: place(words[first]!),
    name: place(words[first + 1]!),
    ...(weight >= 0 && weightEnd > weight + 1 ? { weight: { start: head[weight]!.start, end: head[weightEnd - 1]!.end } } : {}),
    ...(rate >= 0 ? { rate: { start: head[rate]!.start, end: head[head[rate]!.text === "per" ? rate + 1 : rate]!.end } } : {}),
    value: { start: words[equals + 1]!.start, end: valueEnd },
    ...(when > 0 ? { when: { start: words[when]!.start, end: last.end } } : {}),
    ...(early >= 0 ? { when: { start: head[early]!.start, end: head.at(-1)!.end } } : {}),
  };
}

const place = ({ start, end }: Word): Place => ({ start, end });

export function textAt(text: string, { start, end }: Place): string {
  return text.slice(start, end);
}

/** The text in brackets, unless it is a single name, number or call already. */
export function bracketed(expression: string): string {
  return /^[A-Za-z_][\w.]*(\([^()]*\))?$|^\d[\d.]*$/.test(expression) ? expression : `(${expression})`;
}
