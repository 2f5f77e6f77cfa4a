// What follows a declaration word where it is one: the table of rule P. It must not know where the word stands.
import type { IToken } from "./tokens.ts";
import * as t from "./tokens.ts";
import { type DeclarationWord, expectant } from "./words.ts";

/** The two tokens behind the word; either may be missing. */
type Form = (first: IToken | undefined, second: IToken | undefined) => boolean;

const is = (token: IToken | undefined, ...images: string[]): boolean => token !== undefined && images.includes(token.image);
const isNumber = (token: IToken | undefined): boolean => token?.tokenTypeIdx === t.NumberToken.tokenTypeIdx;
const isText = (token: IToken | undefined): boolean =>
  token !== undefined && t.AnyText.categoryMatchesMap![token.tokenTypeIdx] === true;
function isName(token: IToken | undefined): boolean {
  return (
    token !== undefined && (token.tokenTypeIdx === t.Name.tokenTypeIdx || t.Name.categoryMatchesMap![token.tokenTypeIdx] === true)
  );
}

const continuing = new Set(["for", "where", "with", "by", "as", "starts", "weight", "per", "once", "when", "avoiding", "within"]);
/** A name that cannot continue the expression before the word. */
const isFreshName = (token: IToken | undefined): boolean => isName(token) && !continuing.has(token!.image);

const bound: Form = (a, b) => isName(a) && is(b, "=");
const term: Form = (a, b) => isName(a) && is(b, "=", "weight", "per", "once", "when");
const quantity: Form = (a) => isNumber(a);
const claim: Form = (a) => isFreshName(a) || isNumber(a) || is(a, "not", "if");
const path: Form = (a) => isText(a);

const forms: Readonly<Record<DeclarationWord, Form>> = {
  let: bound,
  goal: bound,
  probe: bound,
  require: bound,
  limit: bound,
  sequence: bound,
  param: (a, b) => isName(a) && is(b, ":", "="),
  track: (a, b) => isName(a) && is(b, ":", "starts"),
  signal: (a, b) => isName(a) && is(b, ":"),
  objective: term,
  penalty: term,
  shaping: term,
  scenario: (a, b) => isName(a) && is(b, "{", "like"),
  data: (a, b) => isName(a) && isText(b),
  reward: (a, b) => isName(a) && is(b, ":", "{"),
  fn: (a, b) => isName(a) && is(b, "("),
  unit: isFreshName,
  use: path,
  principal: path,
  signals: (a) => is(a, "{", "at", "per", "from") || isFreshName(a),
  horizon: quantity,
  discount: quantity,
  dt: quantity,
  group: quantity,
  language: quantity,
  advantage: isFreshName,
  ends: (a) => is(a, "when"),
  total: (a) => is(a, "="),
  assume: claim,
  expect: claim,
  prove: claim,
};

/** Whether what follows the word at `i` can only be its declaration. */
export function isFull(word: DeclarationWord, tokens: readonly IToken[], i: number): boolean {
  return forms[word](tokens[i + 1], tokens[i + 2]);
}

/** Words whose form may also go on an expression: `= ends when c`, `like signals {`. */
export const uncertain: ReadonlySet<DeclarationWord> = new Set(["signals", "ends", "total"]);

/**
 * Whether a word that is first on its line may be a keyword although its form is broken. Only what would continue
 * an expression speaks against it, since nothing valid lets a name stand there.
 */
export function beginsBroken(next: IToken | undefined): boolean {
  if (next === undefined || is(next, "-", "(")) return true;
  if (is(next, ".", "..", "]", ")", "^", "=>", "|")) return false;
  return t.BinaryOp.categoryMatchesMap![next.tokenTypeIdx] !== true;
}

/** Keywords that an expression follows at once. */
const beforeExpression = new Set(
  ["assume", "expect", "prove", "horizon", "discount", "dt", "group"].map((word) => t.keywords[word as DeclarationWord]),
);

/** Whether the token at `i` leaves an operand or a name to be written. */
export function wantsOperand(tokens: readonly IToken[], i: number): boolean {
  let at = i;
  // In `= weight` the word is the operand itself; in `x weight` it wants one.
  while (at >= 0 && expectant.has(tokens[at].image)) at--;
  const wanted = at >= 0 && wantsAny(tokens[at]);
  return (i - at) % 2 === 0 ? wanted : !wanted;
}

function wantsAny(token: IToken): boolean {
  return (
    wanting.has(token.image) ||
    beforeExpression.has(token.tokenType) ||
    t.BinaryOp.categoryMatchesMap![token.tokenTypeIdx] === true
  );
}

const wanting: ReadonlySet<string> = new Set([
  "=",
  ":",
  "^",
  "(",
  "[",
  ".",
  "=>",
  "|",
  "@",
  "not",
  "if",
  "then",
  "else",
  "match",
  "over",
  "for",
  "where",
  "!",
]);
