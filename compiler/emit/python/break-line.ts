// A line of Python that is too long as several, broken inside its outermost brackets. It must not know what it says.

const LONGEST = 118;

export function breakLine(line: string): string[] {
  if (line.length <= LONGEST || /^\s*#|"""/.test(line)) return [line];
  const space = /^ */.exec(line)![0];
  const found = outermost(line);
  if (found === undefined) return [line];
  const { open, close, commas } = found;
  const inner = line.slice(open + 1, close);
  const ends = [...commas, close];
  const parts = ends.map((end, k) => line.slice(k === 0 ? open + 1 : ends[k - 1] + 1, end).trim()).filter((part) => part !== "");
  const whole = parts.length === 1 || isComprehension(inner);
  const items = whole ? [inner.trim()] : parts.map((part) => `${part},`);
  return [line.slice(0, open + 1), ...items.flatMap((item) => breakLine(`${space}    ${item}`)), `${space}${line.slice(close)}`];
}

/** The last pair of brackets that stands in no other, and its own commas. */
function outermost(line: string): { open: number; close: number; commas: number[] } | undefined {
  let depth = 0;
  let open = -1;
  let commas: number[] = [];
  let found: { open: number; close: number; commas: number[] } | undefined;
  for (let at = 0; at < line.length; at++) {
    const c = line[at];
    if (c === '"') at = textEnd(line, at);
    else if ("([{".includes(c)) {
      if (depth++ === 0) [open, commas] = [at, []];
    } else if (")]}".includes(c)) {
      if (--depth === 0 && at - open > 1) found = longer(found, { open, close: at, commas });
    } else if (c === "," && depth === 1) commas.push(at);
  }
  return found;
}

type Pair = { open: number; close: number; commas: number[] };

const longer = (a: Pair | undefined, b: Pair): Pair => (a !== undefined && a.close - a.open > b.close - b.open ? a : b);

function textEnd(line: string, start: number): number {
  let at = start + 1;
  const isRaw = line[start - 1] === "r";
  while (at < line.length && line[at] !== '"') at += line[at] === "\\" && !isRaw ? 2 : 1;
  return at;
}

/** `… for x in xs`, or a function's parameters, which take no comma at the end. */
function isComprehension(inner: string): boolean {
  let depth = 0;
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '"') at = textEnd(inner, at);
    else if ("([{".includes(inner[at])) depth++;
    else if (")]}".includes(inner[at])) depth--;
    else if (depth === 0 && (inner.startsWith(" for ", at) || inner.startsWith("lambda", at))) return true;
  }
  return false;
}
