// The value of numbers and texts as written. It must not know the parser.

/** The digits of a number, its value and whatever is glued to it (`10m` → 10 and "m"). */
export function readNumber(image: string): { value: number; digits: string; rest: string } {
  const plain = +image;
  if (!Number.isNaN(plain) && !hasLetterPrefix(image)) return { value: plain, digits: image, rest: "" };
  const digits = /^\d*[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+(?![\w]))?/.exec(image)![0];
  return { value: Number(digits.replaceAll("_", "")), digits, rest: image.slice(digits.length) };
}

/** `0x1f`, `0b1`, `0o7`: numbers to JavaScript, not here. */
function hasLetterPrefix(image: string): boolean {
  return image.length > 2 && image.charCodeAt(0) === 48 && image.charCodeAt(1) > 57;
}

export interface ReadText {
  value: string;
  /** Offsets of escapes that do not exist, from the start of the image. */
  badEscapes: number[];
}

const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", '"': '"', "\\": "\\" };

/** Resolves the escapes between the first and the last character of `image`. A bad escape stands for itself. */
export function readText(image: string): ReadText {
  const inner = image.slice(1, -1);
  if (!inner.includes("\\")) return { value: inner, badEscapes: [] };
  const badEscapes: number[] = [];
  const value = inner.replace(
    /\\u\{([0-9a-fA-F]{1,6})\}|\\([\s\S])/g,
    (whole, code: string | undefined, letter: string, at: number) => {
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        if (point <= 0x10ffff) return String.fromCodePoint(point);
      } else if (simple[letter] !== undefined) {
        return simple[letter];
      }
      badEscapes.push(at + 1);
      return whole;
    },
  );
  return { value, badEscapes };
}

/** A text between other quotes as one between straight ones. */
export function straighten(image: string): string {
  const inner = image
    .slice(1, -1)
    .replaceAll("\\'", "'")
    .replace(/(?<!\\)"/g, '\\"');
  return `"${inner}"`;
}

/** The parts of `r"…"flags`. */
export function readRaw(image: string): { value: string; flags: string } {
  const close = image.lastIndexOf('"');
  return { value: image.slice(2, close), flags: image.slice(close + 1) };
}
