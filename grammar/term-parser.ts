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

export abstract class TermParser extends MemberParser {
  term = this.RULE("term", (): ast.Term => {
    const word = this.OR([{ ALT: () => this.CONSUME(t.keywords.objective) }, { ALT: () => this.CONSUME(t.keywords.penalty) }]);
    const name = this.nameOf(this.CONSUME(t.Name));
    const parts: Parts = {};
    this.MANY(() => this.SUBRULE(this.part, { ARGS: [parts, false] }));
    this.CONSUME(t.Equals);
    const written = this.SUBRULE(this.expression);
    const value = this.ACTION(() => this.withoutHindsight(written)) ?? written;
    this.MANY2(() => this.SUBRULE2(this.part, { ARGS: [parts, true] }));
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

  private part = this.RULE("part", (parts: Parts = {}, afterValue = false): void => {
    this.OR([
      {
        ALT: () => {
          const word = this.CONSUME(t.soft.weight);
          const weight = this.SUBRULE(this.expression);
          this.ACTION(() => {
            if (afterValue) this.late(word);
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

  private late(word: IToken): void {
    this.note({
      ...t.spanOf(word),
      code: "S306",
      message: `'${word.image}' stands before the '=', not behind the formula.`,
      help: "Only 'when' may follow the formula.",
    });
  }
}
