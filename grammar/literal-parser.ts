// Names, numbers, texts and units: the leaves of the tree. It must not know expressions.
import type { BoolLiteral, Infinite, Name, NumberLiteral, TextLiteral, UnitTag } from "./ast.ts";
import { BaseParser } from "./base-parser.ts";
import { readNumber, readRaw, readText, straighten } from "./literals.ts";
import type { IToken } from "./tokens.ts";
import * as t from "./tokens.ts";

export abstract class LiteralParser extends BaseParser {
  protected name(idx = 0): Name {
    return this.nameOf(this.consume(idx, t.Name));
  }

  /** NUMBER [UnitTag] */
  quantity = this.RULE("quantity", (): NumberLiteral => {
    const literal = this.numberOf(this.CONSUME(t.NumberToken));
    this.OPTION(() => {
      const unit = this.SUBRULE(this.unitTag);
      if (literal.unit === undefined) literal.unit = unit;
      literal.end = unit.end;
    });
    return literal;
  });

  infinite = this.RULE("infinite", (): Infinite => {
    const token = this.CONSUME(t.soft.inf);
    const literal: Infinite = { kind: "inf", ...t.spanOf(token) };
    this.OPTION(() => {
      literal.unit = this.SUBRULE(this.unitTag);
      literal.end = literal.unit.end;
    });
    return literal;
  });

  /** '[' factor { ('*' | '/') factor } ']' */
  unitTag = this.RULE("unitTag", (): UnitTag => {
    const left = this.CONSUME(t.LeftBracket);
    const unit: UnitTag = { factors: [], start: left.startOffset, end: left.startOffset + 1 };
    let sign = 1;
    unit.factors.push(this.SUBRULE(this.unitFactor));
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Star);
            sign = 1;
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Slash);
            sign = -1;
          },
        },
      ]);
      unit.factors.push(this.SUBRULE2(this.unitFactor, { ARGS: [sign] }));
    });
    unit.end = t.endOf(this.closing(t.RightBracket, left));
    return unit;
  });

  protected unitFactor = this.RULE("unitFactor", (sign = 1): UnitTag["factors"][number] => {
    const factor: UnitTag["factors"][number] = { exponent: sign };
    this.OR({
      DEF: [
        {
          ALT: () => {
            factor.name = this.CONSUME(t.Name).image;
          },
        },
        {
          ALT: () => {
            factor.number = readNumber(this.CONSUME(t.NumberToken).image).value;
          },
        },
      ],
      ERR_MSG: "a unit such as m or s",
    });
    this.OPTION(() => {
      this.CONSUME(t.Caret);
      const minus = this.OPTION2(() => this.CONSUME(t.Minus));
      const power = readNumber(this.CONSUME2(t.NumberToken).image).value;
      factor.exponent = sign * (minus === undefined ? power : -power);
    });
    return factor;
  });

  protected textLiteral(idx = 0): TextLiteral {
    return this.textOf(this.consume(idx, t.AnyText));
  }

  protected textOf(token: IToken): TextLiteral {
    const span = t.spanOf(token);
    const { image, tokenTypeIdx } = token;
    if (tokenTypeIdx === t.Raw.tokenTypeIdx) return { kind: "text", raw: true, text: image, ...readRaw(image), ...span };
    if (tokenTypeIdx === t.OpenRaw.tokenTypeIdx)
      return { kind: "text", raw: true, text: image, value: image.slice(2), flags: "", ...span };
    const closed = tokenTypeIdx === t.OpenText.tokenTypeIdx ? `${image}"` : image;
    const whole = image.startsWith('"') ? closed : straighten(image);
    return { kind: "text", raw: false, text: image, value: readText(whole).value, flags: "", ...span };
  }

  protected numberOf(token: IToken): NumberLiteral {
    const { image } = token;
    const span = t.spanOf(token);
    if (token.isInsertedInRecovery) return { kind: "number", value: Number.NaN, text: "", ...span };
    const { value, digits, rest } = readNumber(image);
    const literal: NumberLiteral = { kind: "number", value, text: digits, ...span };
    if (/^[A-Za-z]+$/.test(rest))
      literal.unit = { factors: [{ name: rest, exponent: 1 }], start: span.end - rest.length, end: span.end };
    return literal;
  }

  protected boolOf(token: IToken): BoolLiteral {
    return { kind: "bool", value: token.image === "true", ...t.spanOf(token) };
  }
}
