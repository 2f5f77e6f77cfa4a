// Choices: `if` and `match`. It must not know operators.
import type { Arm, If, Match, Pattern } from "./ast.ts";
import { CollectionParser } from "./collection-parser.ts";
import * as t from "./tokens.ts";

export abstract class ChoiceParser extends CollectionParser {
  protected if = this.RULE("if", (): If => {
    const start = this.CONSUME(t.hard.if).startOffset;
    const condition = this.SUBRULE(this.expression);
    this.CONSUME(t.hard.then);
    const yes = this.SUBRULE2(this.expression);
    this.CONSUME(t.hard.else);
    const no = this.SUBRULE3(this.expression);
    return { kind: "if", condition, yes, no, start, end: no.end };
  });

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
