// The Chevrotain parser underneath all rules: how it reads tokens and what it does where one is missing.
// It must not know any construct of the language.
//
// Chevrotain's own recovery throws, and loses what a rule has built so far. Here nothing throws: a missing token is
// reported once, looked for close by, or else taken as written, so that every rule runs to its end and returns a
// complete node. Each declaration ends with an empty token, so no recovery can reach the next one.
import { EmbeddedActionsParser } from "chevrotain";
import { type Advice, adviseLeftover, adviseMissing, isNearlyKeyword, standsFor } from "./advise.ts";
import type { Expression, Missing, Name } from "./ast.ts";
import { capital, describeFound } from "./describe.ts";
import { lineEndsBetween } from "./lex.ts";
import type { Span } from "./span.ts";
import { type SyntaxCode, type SyntaxProblem, slip } from "./syntax-errors.ts";
import type { IToken, TokenType } from "./tokens.ts";
import * as t from "./tokens.ts";
import { type DeclarationWord, declarations } from "./words.ts";

/** Brackets and branches within each other; beyond it a declaration is given up with an error. */
const maximalDepth = 100;
/** How many tokens ahead a missing one is looked for. */
const reach = 60;

export class BaseParser extends EmbeddedActionsParser {
  problems: SyntaxProblem[] = [];
  /** The text being parsed. */
  protected text = "";
  /** An error has been reported in this declaration or entry; what follows from it is not. */
  protected quiet = false;
  protected word: DeclarationWord | undefined;
  private depth = 0;
  /** How expressions that are written as elsewhere would be written here. */
  protected rewritten = new Map<Expression, string>();

  constructor() {
    super(t.vocabulary, { recoveryEnabled: false, maxLookahead: 1, skipValidations: skipsValidations });
  }

  /** `tokens`: of the whole file, an empty one behind each declaration. */
  open(tokens: IToken[], text: string, problems: SyntaxProblem[]): void {
    this.input = tokens;
    this.text = text;
    this.problems = problems;
  }

  /** Lets go of the file, so that it can be collected. */
  close(): void {
    this.input = [];
    this.text = "";
    this.problems = [];
    this.rewritten.clear();
  }

  /** Makes `index` the next token, as the first of a declaration. */
  enter(index: number, word: DeclarationWord | undefined): void {
    this.position = index - 1;
    this.quiet = false;
    this.word = word;
    this.depth = 0;
  }

  // Chevrotain pads and checks the token list around each entry rule; the empty tokens make both needless.
  onBeforeParse(): void {}
  onAfterParse(): void {}

  private get position(): number {
    return (this as unknown as { currIdx: number }).currIdx;
  }
  private set position(index: number) {
    (this as unknown as { currIdx: number }).currIdx = index;
  }

  protected skip(): void {
    if (!this.atEnd()) this.position++;
  }

  protected at(type: TokenType): boolean {
    return matches(this.LA(1), type);
  }
  protected nextIs(type: TokenType): boolean {
    return matches(this.LA(2), type);
  }
  protected atEnd(): boolean {
    return this.LA(1).tokenTypeIdx === eof;
  }
  /** Whether the next token is first on its line. */
  protected startsLine(ahead = 1): boolean {
    return lineEndsBetween(this.text, t.endOf(this.LA(ahead - 1)), this.LA(ahead).startOffset);
  }

  /** Where the last token read ends. */
  protected get lastEnd(): number {
    return t.endOf(this.LA(0));
  }
  protected since(start: number): Span {
    return { start, end: Math.max(start, this.lastEnd) };
  }

  /** Chevrotain calls this for every CONSUME. */
  consumeInternal(type: TokenType): IToken {
    const token = this.LA(1);
    if (matches(token, type)) {
      this.position++;
      return token;
    }
    return this.recoverToken(type);
  }

  private recoverToken(type: TokenType): IToken {
    const wasQuiet = this.quiet;
    const found = this.LA(1);
    if (standsFor(type, found.tokenType)) {
      this.reportMissing(type);
      this.quiet = wasQuiet;
      this.position++;
      return found;
    }
    if (type === t.Equals && !wasQuiet && this.mendAssignment()) return t.emptyToken(type, this.lastEnd);
    this.reportMissing(type);
    const skipped = wasQuiet ? -1 : this.distanceTo(type);
    if (skipped < 0) return t.emptyToken(type, this.lastEnd);
    this.position += skipped + 1;
    return this.LA(0);
  }

  /** `name += x`, and `name x` without any sign. */
  private mendAssignment(): boolean {
    const found = this.LA(1);
    const next = this.LA(2);
    const { start } = t.spanOf(found);
    if (augmenting.has(found.tokenTypeIdx) && next.tokenType === t.Equals) {
      const sign = `${found.image}=`;
      const help = "Write '='. What is paid is the sum of all terms; a penalty is taken off, and 'weight 0.5' scales.";
      this.note({
        ...slip({ start, end: t.endOf(next) }, "S106", `There is no '${sign}': nothing is changed once it is named.`, "=", help),
      });
      this.skip();
      this.skip();
      return true;
    }
    if (!plain.has(found.tokenTypeIdx) || this.startsLine() || this.hasEquals()) return false;
    this.note({
      ...t.spanOf(found),
      code: "S201",
      message: `'=' is missing before '${found.image}'.`,
      help: "A name is given with '=': write it between the name and the value.",
      fixes: [{ title: "Write =", safe: true, edits: [{ start, end: start, text: "= " }] }],
    });
    return true;
  }

  private hasEquals(): boolean {
    for (let i = 1; i <= reach; i++) {
      const { tokenType } = this.LA(i);
      if (tokenType === t.EOF) return false;
      if (tokenType === t.Equals || tokenType === t.EqualEqual || tokenType === t.Colon) return true;
    }
    return false;
  }

  /** How many tokens stand before the next one of `type` that belongs to this construct; -1 if there is none near. */
  private distanceTo(type: TokenType): number {
    if (type === t.Name || type === t.NumberToken || type === t.AnyText)
      return this.nextIs(type) && !this.startsLine() && !this.startsLine(2) ? 1 : -1;
    const bracket = closers.has(type.tokenTypeIdx!);
    let open = 0;
    for (let i = 0; i < reach; i++) {
      const token = this.LA(1 + i);
      const kind = token.tokenTypeIdx;
      if (kind === eof) return -1;
      if (open === 0 && matches(token, type)) return i;
      if (
        open === 0 &&
        !bracket &&
        (kind === t.Comma.tokenTypeIdx || kind === t.Semicolon.tokenTypeIdx || this.startsLine(1 + i))
      )
        return -1;
      if (openers.has(kind)) open++;
      else if (closers.has(kind) && --open < 0) return -1;
    }
    return -1;
  }

  /** Where no alternative of an OR fits: one error. The OR then yields undefined. */
  raiseNoAltException(_occurrence: number, expected?: string): undefined {
    if (expected === undefined) this.reportMissingExpression();
    else this.reportExpected(expected);
    return undefined;
  }

  /** The bracket that closes `left`; where the declaration ends before it, the error stands at `left`. */
  protected closing(type: TokenType, left: IToken): IToken {
    if (!this.RECORDING_PHASE && this.atEnd()) {
      this.report({
        ...t.spanOf(left),
        code: "S204",
        message: `This '${left.image}' is never closed.`,
        help: `Close it with ${type.LABEL}: ${this.found()} comes before one.`,
      });
    }
    return this.CONSUME9(type);
  }

  protected reportMissing(type: TokenType): void {
    if (this.quiet) return;
    const advice = this.adviseFlags() ?? adviseMissing(type, [this.LA(1), this.LA(2)], this.word);
    this.reportExpected(type.LABEL ?? type.name, advice, type === t.Name ? "S203" : "S201");
  }

  /** `expected` is named as the subject of a sentence: "a name". */
  protected reportExpected(expected: string, advice?: Advice, code: SyntaxCode = "S201"): void {
    if (this.quiet) return;
    const message = `${capital(expected)} is expected here, but ${this.found()} was found.`;
    const help = this.word === undefined ? undefined : `It is written like this: '${declarations[this.word].form}'.`;
    this.report({ ...this.spanOfFound(), code, message, help, ...advice });
  }

  protected reportMissingExpression(): void {
    const last = this.LA(0);
    const share = this.LA(-1);
    if (last.tokenType === t.Percent && share.tokenType === t.NumberToken && !this.quiet) {
      const text = String(Number(share.image) / 100);
      const span = { start: share.startOffset, end: t.endOf(last) };
      this.report({ ...slip(span, "S202", "A percentage is written as a share of 1.", text, `Write '${text}'.`) });
    }
    const after = last.image === "" ? "" : ` after '${last.image}'`;
    this.report({
      ...this.spanOfFound(),
      code: "S202",
      message: `An expression is missing${after}: ${this.found()} was found.`,
      help: "Write a value there: a number, a name, a call, or an expression in parentheses.",
    });
  }

  /** What stands here fits nothing: one error. */
  protected reportUnexpected(advice: Advice): void {
    this.report({ ...this.spanOfFound(), code: "S205", message: `${capital(this.found())} does not fit here.`, ...advice });
  }

  /** Whatever is left of a declaration: separators are fine, anything else is one error, a misspelled keyword another. */
  finishDeclaration(): void {
    while (this.at(t.Comma) || this.at(t.Semicolon)) this.skip();
    for (let i = 0; this.quiet && i < reach && !this.atEnd(); i++) {
      if (this.at(t.Name) && this.startsLine() && isNearlyKeyword(this.LA(1).image)) this.quiet = false;
      else this.skip();
    }
    if (this.atEnd()) return;
    const advice = this.adviseFlags() ?? adviseLeftover([this.LA(1), this.LA(2)], this.startsLine(), this.word, this.LA(0));
    this.reportUnexpected(advice);
  }

  /** `r"…"g`: a word right behind a pattern was meant as its flags. */
  private adviseFlags(): Advice | undefined {
    const pattern = this.LA(0);
    const found = this.LA(1);
    if (pattern.tokenTypeIdx !== t.Raw.tokenTypeIdx || found.startOffset !== t.endOf(pattern) || found.image === "")
      return undefined;
    return { code: "S110", message: `A pattern has no flags '${found.image}'.`, help: "The flags are i, m, s and u." };
  }

  private found(): string {
    return describeFound(this.LA(1), this.LA(2));
  }

  /** The token found, or the last one read where the declaration ends. */
  protected spanOfFound(): Span {
    const found = this.LA(1);
    const last = this.LA(0);
    if (found.tokenTypeIdx === eof && last.image !== "") return t.spanOf(last);
    return t.spanOf(found);
  }

  /** Adds an error unless it follows from an earlier one of the same declaration or entry. */
  protected report(error: SyntaxProblem): void {
    if (this.quiet) return;
    this.quiet = true;
    error.breaks = true;
    this.problems.push(error);
  }

  /** Adds an error that leads to no other: what was meant is plain. */
  protected note(error: SyntaxProblem): void {
    if (!this.quiet) this.problems.push(error);
  }

  protected missing(): Missing {
    return { kind: "missing", start: this.lastEnd, end: this.lastEnd };
  }

  /** Goes one level down; false, with an error, where it is too deep. Then the rest of the declaration is skipped. */
  protected descend(): boolean {
    if (++this.depth <= maximalDepth) return true;
    this.report({
      ...this.spanOfFound(),
      code: "S303",
      message: `This is nested more than ${maximalDepth} levels deep.`,
      help: "Name the inner parts with 'let'.",
    });
    while (!this.atEnd()) this.position++;
    return false;
  }
  protected ascend(): void {
    this.depth--;
  }

  /** An expression as written, or as it should be. */
  protected written(expression: Expression): string {
    return this.rewritten.get(expression) ?? this.text.slice(expression.start, expression.end);
  }

  protected nameOf(token: IToken): Name {
    return { text: token.image, start: token.startOffset, end: token.startOffset + token.image.length };
  }
}

// Validation of the grammar costs start-up time; a test switches it on.
const skipsValidations = !(globalThis as { telosValidatesGrammar?: boolean }).telosValidatesGrammar;

const eof = t.EOF.tokenTypeIdx!;
const indices = (...types: TokenType[]): ReadonlySet<number> => new Set(types.map((type) => type.tokenTypeIdx!));
const openers = indices(t.LeftBrace, t.LeftParen, t.LeftBracket);
const augmenting = indices(t.Plus, t.Minus, t.Star, t.Slash);
/** What a value may plainly begin with. */
const plain = indices(t.Name, t.NumberToken, t.hard.if, t.hard.true, t.hard.false, t.Text);
const closers = indices(t.RightBrace, t.RightParen, t.RightBracket);

function matches(token: IToken, type: TokenType): boolean {
  return (
    token.tokenTypeIdx === type.tokenTypeIdx || (type.isParent === true && type.categoryMatchesMap![token.tokenTypeIdx] === true)
  );
}
