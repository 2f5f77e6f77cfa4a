// A regular expression as printed for JavaScript → the same for Python's `re`. It must not know where it comes from.
// Classes are written out, because `re` knows no `\p{…}` and takes letters of all scripts for `\w`.

const WORD = "0-9A-Z_a-z";
/** What JavaScript takes for white space. */
const SPACE = "\\t-\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const EDGE = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
const NO_EDGE = `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`;

export interface PythonPattern {
  source: string;
  /** Letters of the flags that Python has, too. */
  flags: string;
}

/** Stand round the name of a property where its characters belong: code points that are never characters. */
export const PROPERTY = /\ufdd1(\w+)\ufdd2/;

/** Characters of a property are left open: `PROPERTY` finds their places. */
export function toPython(source: string, flags: string): PythonPattern {
  return { source: translate(source, flags.includes("s")), flags: flags.replace(/[^is]/g, "") };
}

function translate(source: string, dotAll: boolean): string {
  let text = "";
  let at = 0;
  const rest = () => source.slice(at);
  while (at < source.length) {
    const set = /^\[(\^?)((?:[^\]\\]|\\p\{\w+\}|\\[\s\S])*)\]/iu.exec(rest());
    const lines = /^(?:\(\?<=\^\|\\n\))/.exec(rest());
    const escaped = /^\\(?:[pP]\{\w+\}|u\{[0-9a-fA-F]+\}|[\s\S])/u.exec(rest());
    if (lines) {
      text += "(?:^|(?<=\\n))";
      at += lines[0].length;
    } else if (set) {
      text += set[2] === "" ? (set[1] === "^" ? "[\\s\\S]" : "(?!)") : `[${set[1]}${members(set[2])}]`;
      at += set[0].length;
    } else if (escaped) {
      text += outside(escaped[0]);
      at += escaped[0].length;
    } else {
      const [character] = rest();
      text += character === "$" ? "\\Z" : character === "." && !dotAll ? "[^\\n\\r\\u2028\\u2029]" : character;
      at += character.length;
    }
  }
  return text;
}

function outside(written: string): string {
  if (written === "\\b") return EDGE;
  if (written === "\\B") return NO_EDGE;
  if (/^\\[DWSP]/.test(written)) return `[^${member(written.toLowerCase().replace(/\{(\w)/, (_, c) => `{${c.toUpperCase()}`))}]`;
  return /^\\[dwsp]/.test(written) ? `[${member(written)}]` : member(written);
}

const members = (inner: string): string => inner.replace(/\\(?:p\{\w+\}|u\{[0-9a-fA-F]+\}|[\s\S])|[[&~|-]/gu, inSet);

/** Python warns of what a later version might read as a nested set. */
const inSet = (part: string): string => (/^[[&~|]$/.test(part) ? `\\${part}` : part === "-" ? "-" : member(part));

function member(written: string): string {
  if (written === "\\d") return "0-9";
  if (written === "\\w") return WORD;
  if (written === "\\s") return SPACE;
  if (written === "\\0") return "\\x00";
  if (written === "\\/") return "/";
  const property = /^\\p\{(\w+)\}$/.exec(written);
  if (property) return `\ufdd1${property[1]}\ufdd2`;
  const point = /^\\u\{([0-9a-fA-F]+)\}$/.exec(written);
  return point ? `\\U${point[1].padStart(8, "0")}` : written;
}
