// The Chevrotain parser underneath all rules: how it reads tokens and what it does where one is missing.
// It must not know any construct of the language.
//
// Chevrotain's own recovery throws, and loses what a rule has built so far. Here nothing throws: a missing token is
// reported once, looked for close by, or else taken as written, so that every rule runs to its end and returns a
// complete node. Each declaration ends with an empty token, so no recovery can reach the next one.
import { EmbeddedActionsParser } from "chevrotain";
import type { Missing, Name } from "./ast.ts";
import { describeFound } from "./describe.ts";
import type { Span } from "./span.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";
import type { IToken, TokenType } from "./tokens.ts";
import * as t from "./tokens.ts";
import { type DeclarationWord, declarations } from "./words.ts";

/** Brackets and branches within each other; beyond it a declaration is given up with an error. */
const maximalDepth = 120;
/** How far a missing token is looked for. */
const reach = 60;

export class BaseParser extends EmbeddedActionsParser {
  problems: SyntaxProblem[] = [];
  /** The text being parsed. */
  protected text = "";
  /** The tokens of the whole file, an empty one behind each declaration. */
  protected tokens: IToken[] = [];
  /** An error has been reported in this declaration or entry; what follows from it is not. */
  protected quiet = false;
  protected word: DeclarationWord | undefined;
  private depth = 0;

  constructor() {
    super(t.vocabulary, { recoveryEnabled: false, maxLookahead: 2, skipValidations: skipsValidations });
  }

  open(tokens: IToken[], text: string, problems: SyntaxProblem[]): void {
    this.input = tokens;
    this.tokens = tokens;
    this.text = text;
    this.problems = problems;
  }

  /** Makes `index` the next token, as the first of a declaration. */
  enter(index: number, word: DeclarationWord | undefined): void {
    this.currIndex = index - 1;
    this.quiet = false;
    this.word = word;
    this.depth = 0;
  }

  // Chevrotain pads and checks the token list around each entry rule; the empty tokens make both needless.
  onBeforeParse(): void {}
  onAfterParse(): void {}

  private get currIndex(): number {
    return (this as unknown as { currIdx: number }).currIdx;
  }
  private set currIndex(index: number) {
    (this as unknown as { currIdx: number }).currIdx = index;
  }

  protected skip(): IToken {
    const token = this.LA(1);
    if (token.tokenTypeIdx !== eof) this.currIndex++;
    return token;
  }

  protected at(type: TokenType): boolean {
    return matches(this.LA(1), type);
  }
  protected nextIs(type: TokenType): boolean {
    return matches(this.LA(2), type);
  }
  atEnd(): boolean {
    return this.LA(1).tokenTypeIdx === eof;
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
      this.currIndex++;
      return token;
    }
    return this.recoverToken(type);
  }

  /** Where no alternative of an OR fits, it yields undefined. */
  raiseNoAltException(): undefined {
    this.reportMissingExpression();
    return undefined;
  }

  /** The bracket that closes `left`; where it is missing, the error stands at `left`. */
  protected closing(type: TokenType, left: IToken): IToken {
    if (!this.RECORDING_PHASE && !matches(this.LA(1), type) && this.atEnd()) {
      this.report({
        ...t.spanOf(left),
        code: "S204",
        message: `This \`${left.image}\` is never closed.`,
        help: `Close it with ${type.LABEL}; ${describeFound(this.LA(1), this.tokens)} comes before one.`,
      });
    }
    return this.CONSUME9(type);
  }

  protected reportMissingExpression(): void {
    const found = this.LA(1);
    const last = this.LA(0);
    const after = last.image === "" ? "" : ` after \`${last.image}\``;
    this.report({
      ...this.spanOfFound(),
      code: "S202",
      message: `An expression is missing${after}: ${describeFound(found, this.tokens)} was found.`,
      help: "Write a value there: a number, a name, a call, or an expression in parentheses.",
    });
  }

  /** What stands here fits nothing: one error. */
  protected reportUnexpected(help: string): void {
    this.report({
      ...this.spanOfFound(),
      code: "S205",
      message: `${capital(describeFound(this.LA(1), this.tokens))} does not fit here.`,
      help,
    });
  }

  /** Whatever is left of a declaration: separators are fine, anything else is one error. */
  finishDeclaration(): void {
    while (this.at(t.Comma) || this.at(t.Semicolon)) this.skip();
    if (!this.atEnd())
      this.reportUnexpected(
        this.word === undefined ? "Remove it." : `A declaration looks like this: \`${declarations[this.word].form}\`.`,
      );
  }

  private recoverToken(type: TokenType): IToken {
    if (!this.quiet) {
      this.reportMissing(type);
      const skipped = this.distanceTo(type);
      if (skipped >= 0) {
        this.currIndex += skipped + 1;
        return this.LA(0);
      }
    }
    return t.emptyToken(type, this.lastEnd);
  }

  /** How many tokens stand before the next one of `type` that belongs to this construct; -1 if there is none. */
  private distanceTo(type: TokenType): number {
    let open = 0;
    for (let i = 0; i < reach; i++) {
      const token = this.LA(1 + i);
      if (open === 0 && matches(token, type)) return matches(token, t.Name) ? (i <= 1 ? i : -1) : i;
      const kind = token.tokenTypeIdx;
      if (kind === eof) return -1;
      if (openers.has(kind)) open++;
      else if (closers.has(kind) && --open < 0) return -1;
      else if (open === 0 && separators.has(kind)) return -1;
    }
    return -1;
  }

  protected reportMissing(type: TokenType): void {
    const found = this.LA(1);
    const expected = type.LABEL ?? type.name;
    const form = this.word === undefined ? undefined : declarations[this.word].form;
    this.report({
      ...this.spanOfFound(),
      code: type === t.Name ? "S203" : "S201",
      message: `${expected.charAt(0).toUpperCase()}${expected.slice(1)} is expected here, but ${describeFound(found, this.tokens)} was found.`,
      help: form === undefined ? undefined : `It is written like this: \`${form}\`.`,
    });
  }

  /** The token found, or the last one read where a line or the declaration ends. */
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
      help: "Name the inner parts with `let`.",
    });
    while (!this.atEnd()) this.currIndex++;
    return false;
  }
  protected ascend(): void {
    this.depth--;
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
const closers = indices(t.RightBrace, t.RightParen, t.RightBracket);
const separators = indices(t.Semicolon);

export function matches(token: IToken, type: TokenType): boolean {
  return (
    token.tokenTypeIdx === type.tokenTypeIdx || (type.isParent === true && type.categoryMatchesMap![token.tokenTypeIdx] === true)
  );
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
