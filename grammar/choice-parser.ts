// Choices: `if` and `match`. It must not know operators.
import type { Arm, Expression, If, Match, Pattern } from "./ast.ts";
import { beginsOperand, CollectionParser } from "./collection-parser.ts";
import { apart } from "./correct.ts";
import type { SyntaxFix } from "./syntax-errors.ts";
import * as t from "./tokens.ts";

interface Mended {
  message?: string;
  at?: { start: number; end: number };
  edits: SyntaxFix["edits"];
}

const elseIfs: readonly string[] = ["elif", "elsif", "elseif"];

export abstract class ChoiceParser extends CollectionParser {
  protected if = this.RULE("if", (): If => {
    const start = this.CONSUME(t.hard.if).startOffset;
    if (!this.RECORDING_PHASE) return this.choice(start, { edits: [] });
    const condition = this.SUBRULE(this.expression);
    this.CONSUME(t.hard.then);
    const yes = this.SUBRULE2(this.expression);
    this.CONSUME(t.hard.else);
    const no = this.SUBRULE3(this.expression);
    return { kind: "if", condition, yes, no, start, end: no.end };
  });

  /** Behind the `if`. What is written as elsewhere is understood, with one error for all of it. */
  private choice(start: number, mended: Mended): If {
    this.mendEquals(true);
    const condition = this.SUBRULE(this.expression);
    const yes = this.branch(t.hard.then, "then", mended);
    let no: Expression;
    if (this.at(t.Name) && elseIfs.includes(this.LA(1).image)) {
      const word = this.LA(1);
      this.mend(mended, `'${word.image}' is written 'else if' here.`, t.spanOf(word), "else if");
      this.skip();
      no = this.choice(word.startOffset, { edits: [] });
    } else no = this.lacksElse() ? this.withoutElse() : this.branch(t.hard.else, "else", mended);
    if (mended.message !== undefined) {
      this.note({
        ...mended.at!,
        code: "S106",
        message: mended.message,
        help: "A choice is written 'if CONDITION then A else B'.",
        fixes: [{ title: "Write if … then … else …", safe: true, edits: mended.edits }],
      });
    }
    return { kind: "if", condition, yes, no, start, end: Math.max(no.end, this.lastEnd) };
  }

  private mend(into: Mended, message: string, at: { start: number; end: number }, text: string): void {
    into.message ??= message;
    into.at ??= { start: at.start, end: at.end };
    into.edits.push({ start: at.start, end: at.end, text });
  }

  /** `then A` or `else B`; also `: A`, `{ A }` and, where the condition is over, A alone. */
  private branch(type: t.TokenType, word: "then" | "else", mended: Mended): Expression {
    const isWritten = this.at(type);
    const before = this.lastEnd;
    if (isWritten) this.skip();
    const found = t.spanOf(this.LA(1));
    const text = isWritten ? "" : apart(word, found, this.text);
    const isBraced = this.at(t.LeftBrace);
    if (isBraced || this.at(t.Colon)) {
      const message = isBraced
        ? "The branches of an 'if' have no braces: it is written 'if … then A else B'."
        : isWritten
          ? `No ':' follows '${word}'.`
          : `':' is written '${word}' here.`;
      this.mend(mended, message, found, text);
      this.skip();
      if (isWritten && isBraced) mended.edits.at(-1)!.end = this.LA(1).startOffset;
    } else if (!isWritten && word === "then" && beginsOperand.has(this.LA(1).tokenTypeIdx)) {
      this.mend(mended, "'then' is missing behind the condition.", { start: before, end: before }, " then");
      mended.at = found;
    } else if (!isWritten) this.CONSUME(type);
    const value = this.SUBRULE2(this.expression);
    if (isBraced && this.at(t.RightBrace)) {
      mended.edits.push({ start: this.lastEnd, end: t.endOf(this.LA(1)), text: "" });
      this.skip();
    }
    return value;
  }

  private lacksElse(): boolean {
    if (this.at(t.hard.else) || this.quiet) return false;
    return this.atEnd() || this.at(t.Comma) || this.at(t.RightParen) || this.at(t.RightBracket) || this.at(t.RightBrace);
  }

  protected withoutElse(): Expression {
    const end = this.lastEnd;
    this.note({
      ...t.spanOf(this.LA(0)),
      code: "S201",
      message: "This 'if' has no 'else': it would have no value where its condition does not hold.",
      help: "Say what it is then, for example 'else 0'.",
      fixes: [{ title: "Add else 0", edits: [{ start: end, end, text: " else 0" }] }],
    });
    return { kind: "number", value: 0, text: "0", start: end, end };
  }

  /** `x = 1` in a condition, which ends at `then` or with the declaration: to compare is what was meant. */
  protected mendEquals(beforeThen = false): void {
    if (this.RECORDING_PHASE) return;
    const signs: t.IToken[] = [];
    let depth = 0;
    let braces = 0;
    for (let i = 1; i <= 60; i++) {
      const token = this.LA(i);
      const kind = token.tokenType;
      if (kind === t.LeftBrace && (braces > 0 || depth > 0 || this.LA(i - 1).tokenType === t.soft.with)) braces++;
      // Entries and arms are given values with '='.
      if (braces > 0 && kind !== t.EOF) {
        if (kind === t.RightBrace) braces--;
        continue;
      }
      const isEnd = kind === t.EOF;
      if (isEnd || kind === t.hard.then || (depth === 0 && (kind === t.LeftBrace || (beforeThen && kind === t.Colon)))) {
        if (!isEnd || !beforeThen) for (const sign of signs) this.mendSign(sign);
        return;
      }
      if (kind === t.LeftParen || kind === t.LeftBracket) depth++;
      if (kind === t.RightParen || kind === t.RightBracket || kind === t.RightBrace) depth--;
      if (depth < 0) return;
      const names = depth > 0 && (this.LA(i - 2).tokenType === t.LeftParen || this.LA(i - 2).tokenType === t.Comma);
      if (kind === t.Equals && i > 1 && !names) signs.push(token);
    }
  }

  private mendSign(sign: t.IToken): void {
    this.note({
      ...t.spanOf(sign),
      code: "S106",
      message: "'=' gives a name to a value; to compare, '==' is written.",
      help: "Replace it by '=='.",
      fixes: [{ title: "Write ==", safe: true, edits: [{ ...t.spanOf(sign), text: "==" }] }],
    });
    t.retype(sign, t.EqualEqual);
  }

  protected match = this.RULE("match", (): Match => {
    const start = this.CONSUME(t.hard.match).startOffset;
    const subject = this.SUBRULE(this.expression);
    const left = this.CONSUME(t.LeftBrace);
    const arms: Arm[] = [];
    do {
      this.MANY(() => {
        arms.push(this.SUBRULE(this.arm));
        this.OPTION(() => this.CONSUME(t.Comma));
      });
    } while (this.skipToArm());
    const right = this.closing(t.RightBrace, left);
    return { kind: "match", subject, arms, start, end: t.endOf(right) };
  });

  /** Passes what begins no arm; false where the match ends. */
  private skipToArm(): boolean {
    if (this.RECORDING_PHASE || this.atEnd() || this.at(t.RightBrace)) return false;
    this.reportUnexpected({ help: "An arm looks like '\"text\" => value' or 'else => value'." });
    this.skip();
    return true;
  }

  private arm = this.RULE("arm", (): Arm => {
    const start = this.LA(1).startOffset;
    const patterns: Pattern[] = [];
    this.OR([
      { ALT: () => this.CONSUME(t.hard.else) },
      {
        ALT: () => {
          this.add(patterns, this.SUBRULE(this.pattern));
          this.MANY(() => {
            this.CONSUME(t.Bar);
            this.add(patterns, this.SUBRULE2(this.pattern));
          });
        },
      },
    ]);
    this.CONSUME(t.Arrow);
    const value = this.SUBRULE(this.expression);
    return { patterns, value, start, end: value.end };
  });

  private pattern = this.RULE("pattern", (): Pattern | undefined =>
    this.OR([
      { ALT: (): Pattern => this.textOf(this.CONSUME(t.AnyText)) },
      { ALT: (): Pattern => this.numberOf(this.CONSUME(t.NumberToken)) },
      { ALT: (): Pattern => this.boolOf(this.CONSUME(t.hard.true)) },
      { ALT: (): Pattern => this.boolOf(this.CONSUME(t.hard.false)) },
    ]),
  );

  private add(patterns: Pattern[], pattern: Pattern | undefined): void {
    if (pattern !== undefined) patterns.push(pattern);
  }
}
