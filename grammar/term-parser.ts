// What is paid: objectives, penalties and shaping. It must not know the file around it.
import { reserved } from "./advise.ts";
import type * as ast from "./ast.ts";
import { MemberParser } from "./member-parser.ts";
import type { IToken } from "./tokens.ts";
import * as t from "./tokens.ts";

interface Parts {
  weight?: ast.Expression;
  rate?: ast.Term["rate"];
  when?: ast.Expression;
}

interface Reading extends Parts {
  /** Where the '=' stands. */
  equals?: number;
}

export abstract class TermParser extends MemberParser {
  term = this.RULE("term", (): ast.Term => {
    const word = this.OR([{ ALT: () => this.CONSUME(t.keywords.objective) }, { ALT: () => this.CONSUME(t.keywords.penalty) }]);
    const name = this.nameOf(this.CONSUME(t.Name));
    const parts: Parts = {};
    this.MANY(() => this.SUBRULE(this.part, { ARGS: [parts, false] }));
    const equals = this.CONSUME(t.Equals);
    const written = this.SUBRULE(this.expression);
    const value = this.ACTION(() => this.withoutHindsight(written)) ?? written;
    this.MANY2(() => this.SUBRULE2(this.part, { ARGS: [parts, true, equals.startOffset] }));
    return { kind: word.image as ast.Term["kind"], name, value, ...parts, ...this.bare(word) };
  });

  shaping = this.RULE("shaping", (): ast.Shaping => {
    const word = this.CONSUME(t.keywords.shaping);
    const name = this.nameOf(this.CONSUME(t.Name));
    const weight = this.OPTION(() => {
      this.CONSUME(t.soft.weight);
      return this.SUBRULE(this.expression);
    });
    this.CONSUME(t.Equals);
    return { kind: "shaping", name, ...(weight && { weight }), value: this.SUBRULE2(this.expression), ...this.bare(word) };
  });

  private part = this.RULE("part", (parts: Parts = {}, afterValue = false, equals?: number): void => {
    this.OR([
      {
        ALT: () => {
          const before = this.lastEnd;
          const word = this.CONSUME(t.soft.weight);
          this.ACTION(() => this.mendWeight(word));
          const weight = this.SUBRULE(this.expression);
          this.ACTION(() => {
            if (afterValue) this.late(word, before, { ...parts, equals });
            if (parts.weight !== undefined) this.twice(t.spanOf(word), "weight");
            else parts.weight = weight;
          });
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(t.soft.per);
          const unit = this.CONSUME(t.Name);
          this.ACTION(() => {
            if (unit.image === "step" || unit.image === "second") this.rate(parts, word, `per ${unit.image}`, afterValue);
            else {
              this.report({
                ...t.spanOf(unit.image === "" ? word : unit),
                code: "S304",
                message: `A term is paid 'per step', 'per second' or 'once', not 'per ${unit.image}'.`,
                help: "Write one of these, or leave it out: 'per step' is what is meant then.",
              });
            }
          });
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(t.soft.once);
          this.ACTION(() => this.rate(parts, word, "once", afterValue));
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(t.soft.when);
          const when = this.SUBRULE2(this.expression);
          this.ACTION(() => {
            if (parts.when !== undefined) this.twice(t.spanOf(word), "'when'");
            else parts.when = when;
          });
        },
      },
    ]);
  });

  /** What is paid without it, so that there is one message. */
  private withoutHindsight(value: ast.Expression): ast.Expression {
    if (value.kind === "binary" && value.operator === "in" && value.right.kind === "name" && value.right.name === "hindsight") {
      this.report({ start: value.right.start - 3, end: value.right.end, ...reserved.hindsight });
      return value.left;
    }
    return value;
  }

  private rate(parts: Parts, word: IToken, rate: ast.Term["rate"], afterValue: boolean): void {
    if (afterValue) this.late(word);
    if (parts.rate !== undefined) this.twice(t.spanOf(word), "rate");
    else parts.rate = rate;
  }

  /** `weight: 2 = x` and `weight = 2 = x`. */
  private mendWeight(word: IToken): void {
    const sign = this.LA(1);
    const isSecond = sign.tokenType === t.Equals && this.equalsBehind();
    if (sign.tokenType !== t.Colon && !isSecond) return;
    this.note({
      ...t.spanOf(sign),
      code: "S106",
      message: `No '${sign.image}' follows 'weight'.`,
      help: "It is written like this: 'objective NAME weight 0.5 = EXPRESSION'.",
      fixes: [
        {
          title: "Leave it out",
          safe: true,
          edits: [{ start: t.endOf(word), end: t.endOf(sign), text: this.LA(2).startOffset === t.endOf(sign) ? " " : "" }],
        },
      ],
    });
    this.skip();
  }

  private equalsBehind(): boolean {
    for (let i = 2; this.LA(i).tokenType !== t.EOF; i++) if (this.LA(i).tokenType === t.Equals) return true;
    return false;
  }

  private late(word: IToken, before?: number, { equals, weight }: Reading = {}): void {
    const end = this.lastEnd;
    const isMovable = before !== undefined && equals !== undefined && weight === undefined;
    const edits = isMovable
      ? [
          { start: equals, end: equals, text: `${this.text.slice(word.startOffset, end)} ` },
          { start: before, end, text: "" },
        ]
      : [];
    this.note({
      ...t.spanOf(word),
      code: "S306",
      message: `'${word.image}' stands before the '=', not behind the formula.`,
      help: isMovable ? "Move it there; only 'when' may follow the formula." : "Only 'when' may follow the formula.",
      ...(isMovable && { fixes: [{ title: `Move ${this.text.slice(word.startOffset, end)}`, safe: true, edits }] }),
    });
  }
}
