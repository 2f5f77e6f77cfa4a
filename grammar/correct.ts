// What people write out of habit from elsewhere: understood, reported with a fix, and turned into what was meant.
// It must not know the grammar beyond tokens.
import { readNumber, readText, straighten } from "./literals.ts";
import { type SyntaxProblem, slip } from "./syntax-errors.ts";
import type { IToken, TokenType } from "./tokens.ts";
import * as t from "./tokens.ts";

type Correction = (token: IToken, errors: SyntaxProblem[], source: string) => void;

/** Corrections by index of the token's type. */
export const corrections: (Correction | undefined)[] = [];

function correct(type: TokenType, correction: Correction): void {
  corrections[type.tokenTypeIdx!] = correction;
}

function means(token: IToken, type: TokenType, text: string, errors: SyntaxProblem[], source: string): void {
  const span = t.spanOf(token);
  const error = slip(span, "S106", `'${token.image}' is written '${text}' here.`, text, `Replace it by '${text}'.`);
  error.fixes![0].edits[0].text = apart(text, span, source);
  errors.push(error);
  t.retype(token, type);
}

/** A word between what it must not run into: `a&&b` becomes `a and b`. */
export function apart(word: string, { start, end }: { start: number; end: number }, source: string): string {
  if (!/\w/.test(word)) return word;
  return `${/[\w)\]"]/.test(source[start - 1] ?? "") ? " " : ""}${word}${/[\w(["]/.test(source[end] ?? "") ? " " : ""}`;
}

const signs: Readonly<Record<string, [TokenType, string]>> = {
  "≤": [t.LessEqual, "<="],
  "⩽": [t.LessEqual, "<="],
  "≥": [t.GreaterEqual, ">="],
  "⩾": [t.GreaterEqual, ">="],
  "≠": [t.BangEqual, "!="],
  "−": [t.Minus, "-"],
  "–": [t.Minus, "-"],
  "×": [t.Star, "*"],
  "⋅": [t.Star, "*"],
  "·": [t.Star, "*"],
  "÷": [t.Slash, "/"],
  "∧": [t.hard.and, "and"],
  "∨": [t.hard.or, "or"],
  "¬": [t.hard.not, "not"],
  "~": [t.hard.not, "not"],
};

correct(t.AmpAmp, (token, ...rest) => means(token, t.hard.and, "and", ...rest));
correct(t.BarBar, (token, ...rest) => means(token, t.hard.or, "or", ...rest));
correct(t.StarStar, (token, ...rest) => means(token, t.Caret, "^", ...rest));
correct(t.ThreeEquals, (token, ...rest) => means(token, t.EqualEqual, "==", ...rest));
correct(t.BangEqualEqual, (token, ...rest) => means(token, t.BangEqual, "!=", ...rest));
correct(t.LessGreater, (token, ...rest) => means(token, t.BangEqual, "!=", ...rest));
correct(t.EqualLess, (token, ...rest) => means(token, t.LessEqual, "<=", ...rest));
correct(t.Sign, (token, ...rest) => means(token, ...signs[token.image], ...rest));

correct(t.DotNumber, (token, errors) => {
  errors.push(
    slip(
      t.spanOf(token),
      "S105",
      `A number needs a digit before its point: '${token.image}'.`,
      `0${token.image}`,
      `Write '0${token.image}'.`,
    ),
  );
  t.retype(token, t.NumberToken);
});

correct(t.NumberToken, (token, errors) => {
  const last = token.image.charCodeAt(token.image.length - 1);
  if (last < 58 && !Number.isNaN(+token.image) && !(token.image.charCodeAt(1) > 64)) return;
  const { digits, rest } = readNumber(token.image);
  if (rest === "") return;
  const span = t.spanOf(token);
  const message = `'${token.image}' is not a number: '${rest}' stands right behind the digits.`;
  if (/^[A-Za-z]+$/.test(rest) && !/^[eE]$/.test(rest)) {
    const error = slip(
      span,
      "S105",
      message,
      `${digits} [${rest}]`,
      `A unit stands in brackets: '${digits} [${rest}]'. For a product, write '${digits} * ${rest}'.`,
    );
    error.fixes!.push({ title: `Write ${digits} * ${rest}`, edits: [{ ...span, text: `${digits} * ${rest}` }] });
    errors.push(error);
  } else {
    errors.push({ ...span, code: "S105", message, help: "Numbers look like 1, 0.5, 1e-3 or 1_000." });
  }
});

correct(t.Text, (token, errors) => {
  if (!token.image.includes("\\")) return;
  const { badEscapes } = readText(token.image);
  if (badEscapes.length === 0) return;
  const at = token.startOffset + badEscapes[0];
  errors.push({
    start: at,
    end: at + 2,
    code: "S104",
    message: `'${token.image.substr(badEscapes[0], 2)}' is not an escape; a text knows \\n \\t \\r \\" \\\\ and \\u{…}.`,
    help: 'For a backslash write two of them; for a pattern write r"…", which keeps every backslash.',
    fixes: [
      {
        title: "Double the backslash",
        safe: true,
        edits: badEscapes.map((offset) => ({ start: token.startOffset + offset, end: token.startOffset + offset, text: "\\" })),
      },
    ],
  });
});

function requote(token: IToken, errors: SyntaxProblem[]): void {
  const text = straighten(token.image);
  errors.push(slip(t.spanOf(token), "S107", "A text stands between straight double quotes.", text, `Write ${text}.`));
  t.retype(token, t.Text);
}
correct(t.SingleText, requote);
correct(t.CurlyText, requote);

function close(token: IToken, errors: SyntaxProblem[]): void {
  const start = t.startOf(token);
  const end = start + token.image.trimEnd().length;
  const fix = { title: 'Close it with "', edits: [{ start: end, end, text: '"' }] };
  errors.push({
    start,
    end,
    code: "S102",
    message: "This text has no closing quote on its line.",
    help: 'Close it with ". A line break inside is written \\n.',
    fixes: [fix],
  });
}
correct(t.OpenText, close);
correct(t.OpenRaw, close);
