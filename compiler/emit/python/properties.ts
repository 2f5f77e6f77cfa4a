// The characters of a Unicode property as the members of a set: those that the evaluator takes for it, whatever version of
// Unicode a Python has. It must not know patterns.

const known = new Map<string, string>();

/** A Python text of ranges, `"A-Za-z…"`. */
export function propertyMembers(name: string): string {
  const found = known.get(name) ?? rangesOf(new RegExp(`^\\p{${name}}$`, "u"));
  known.set(name, found);
  return found;
}

function rangesOf(property: RegExp): string {
  let text = "";
  let from = -1;
  for (let code = 0; code <= 0x110000; code++) {
    // A half of a surrogate pair is a character of no property.
    const isMember = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && property.test(String.fromCodePoint(code));
    if (isMember && from < 0) from = code;
    if (!isMember && from >= 0) {
      text += from === code - 1 ? escaped(from) : `${escaped(from)}-${escaped(code - 1)}`;
      from = -1;
    }
  }
  return `"${text}"`;
}

function escaped(code: number): string {
  if (code > 0xffff) return `\\U${code.toString(16).padStart(8, "0")}`;
  const character = String.fromCharCode(code);
  if (/[A-Za-z0-9_]/.test(character)) return character;
  if (code < 0x80) return `\\\\${character === '"' ? '\\"' : character === "\\" ? "\\\\" : character}`;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
