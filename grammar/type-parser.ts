// Types, ranges and their units. It must not know signals.
import type { ParserMethod } from "chevrotain";
import { reserved } from "./advise.ts";
import type { BaseType, Expression, RangeNode, TextLiteral, TypeNode, UnitTag } from "./ast.ts";
import { readNumber } from "./literals.ts";
import type { SyntaxFix } from "./syntax-errors.ts";
import * as t from "./tokens.ts";
import { WorldParser } from "./world-parser.ts";

export abstract class TypeParser extends WorldParser {
  protected type = this.RULE("type", (): TypeNode => {
    const base = this.SUBRULE(this.baseType);
    const { start } = base;
    const type: TypeNode = { base, optional: false, start, end: start };
    if (base.kind === "named" && this.atPair()) this.bounded(type, base);
    this.OPTION(() => {
      type.unit = this.SUBRULE(this.unitTag);
    });
    this.OPTION2(() => {
      this.CONSUME(t.hard.in);
      type.range = this.SUBRULE(this.range);
      this.OPTION3(() => {
        const unit = this.SUBRULE2(this.unitTag);
        this.ACTION(() => this.secondUnit(type, unit));
      });
    });
    this.OPTION4(() => {
      this.CONSUME(t.Question);
      type.optional = true;
    });
    type.end = Math.max(start, this.lastEnd);
    return type;
  });

  /** `float[0, 1]`: what counts is the range. */
  private bounded(type: TypeNode, { start }: { start: number }): void {
    const bracket = this.LA(1).startOffset;
    const range = this.SUBRULE8(this.range);
    type.base = { kind: "range", range, start, end: this.lastEnd };
    const edit = this.problems.at(-1)?.fixes?.[0].edits[0];
    if (edit?.start === bracket) edit.start = start;
  }

  private secondUnit(type: TypeNode, unit: UnitTag): void {
    if (type.unit === undefined) type.unit = unit;
    else {
      this.note({
        start: unit.start,
        end: unit.end,
        code: "S305",
        message: "This type has two units.",
        help: "Keep one, behind the type or behind its range.",
        fixes: [{ title: "Remove this unit", edits: [{ start: unit.start, end: unit.end, text: "" }] }],
      });
    }
  }

  private baseType: ParserMethod<[], BaseType> = this.RULE("baseType", (): BaseType => {
    const start = this.LA(1).startOffset;
    if (this.lacksType()) return this.noType();
    if (this.atPair()) return { kind: "range", range: this.SUBRULE8(this.range), ...this.since(start) };
    const made =
      this.OR({
        DEF: [
          { GATE: () => this.nextIs(t.soft.of), ALT: () => this.SUBRULE(this.oneOf) },
          { GATE: () => this.nextIs(t.soft.of), ALT: () => this.SUBRULE(this.list) },
          { GATE: () => this.nextIs(t.LeftParen), ALT: () => this.SUBRULE(this.sized) },
          { GATE: () => this.nextIs(t.LeftParen), ALT: () => this.SUBRULE(this.quaternion) },
          { GATE: () => this.nextIs(t.LeftParen), ALT: () => this.SUBRULE(this.ensemble) },
          {
            GATE: () => !this.nextIs(t.DotDot),
            ALT: () => ({ kind: "named" as const, name: this.CONSUME(t.Name).image, ...this.since(start) }),
          },
          { ALT: () => ({ kind: "range" as const, range: this.SUBRULE(this.range), ...this.since(start) }) },
        ],
        ERR_MSG: "a type",
      }) ?? this.noType();
    return made as BaseType;
  });

  /** `[0, 1]` where a range is due; `[1/s]` is a unit. */
  private atPair(): boolean {
    if (this.RECORDING_PHASE || (!this.at(t.LeftBracket) && !this.at(t.LeftParen))) return false;
    const from = this.nextIs(t.Minus) ? 3 : 2;
    return this.LA(from).tokenType === t.NumberToken && this.LA(from + 1).tokenType === t.Comma;
  }

  private noType(): BaseType {
    return { kind: "missing", start: this.lastEnd, end: this.lastEnd };
  }

  /** `x :` with the next entry on the next line, a record, or too deep a type. */
  private lacksType(): boolean {
    if (this.RECORDING_PHASE) return false;
    if (this.at(t.Name) && this.nextIs(t.Colon) && this.startsLine()) {
      this.reportExpected("a type");
      return true;
    }
    if (!this.at(t.LeftBrace)) return false;
    this.report({ ...this.spanOfFound(), ...reserved.record });
    this.skipBraces();
    return true;
  }

  private skipBraces(): void {
    let open = 0;
    do {
      if (this.at(t.LeftBrace)) open++;
      else if (this.at(t.RightBrace)) open--;
      this.skip();
    } while (open > 0 && !this.atEnd());
  }

  private oneOf = this.RULE("oneOf", (): BaseType => {
    const { startOffset } = this.CONSUME(t.soft.one);
    this.CONSUME(t.soft.of);
    const alternatives: TextLiteral[] = [this.textOf(this.CONSUME(t.AnyText))];
    this.MANY(() => {
      this.CONSUME(t.Bar);
      alternatives.push(this.textOf(this.CONSUME2(t.AnyText)));
    });
    return { kind: "one-of", alternatives, ...this.since(startOffset) };
  });

  private list = this.RULE("list", (): BaseType => {
    const { startOffset } = this.CONSUME(t.soft.list);
    this.CONSUME(t.soft.of);
    const of = this.nested();
    return { kind: "list", of, ...this.since(startOffset) };
  });

  private nested(): BaseType {
    this.descend();
    const of = this.SUBRULE(this.baseType);
    this.ascend();
    return of;
  }

  private sized = this.RULE("sized", (): BaseType => {
    const word = this.OR([{ ALT: () => this.CONSUME(t.soft.vector) }, { ALT: () => this.CONSUME(t.soft.bools) }]);
    const size = this.SUBRULE(this.size);
    return { kind: word.image as "vector" | "bools", size, ...this.since(word.startOffset) };
  });

  private quaternion = this.RULE("quaternion", (): BaseType => {
    const { startOffset } = this.CONSUME(t.soft.quaternion);
    const left = this.CONSUME(t.LeftParen);
    const order = this.CONSUME(t.Name);
    this.ACTION(() => {
      if (order.image !== "wxyz" && order.image !== "xyzw") {
        this.report({
          ...t.spanOf(order),
          code: "S304",
          message: `'${order.image}' is not an order of a quaternion.`,
          help: "Write 'quaternion(wxyz)' or 'quaternion(xyzw)'.",
        });
      }
    });
    this.closing(t.RightParen, left);
    return { kind: "quaternion", order: order.image === "xyzw" ? "xyzw" : "wxyz", ...this.since(startOffset) };
  });

  private ensemble = this.RULE("ensemble", (): BaseType => {
    const { startOffset } = this.CONSUME(t.soft.ensemble);
    const size = this.SUBRULE(this.size);
    this.CONSUME(t.soft.of);
    const of = this.nested();
    return { kind: "ensemble", size, of, ...this.since(startOffset) };
  });

  private size = this.RULE("size", (): number => {
    const left = this.CONSUME(t.LeftParen);
    const size = readNumber(this.CONSUME(t.NumberToken).image).value;
    this.closing(t.RightParen, left);
    return size;
  });

  protected range = this.RULE("range", (): RangeNode => {
    const bracket = this.ACTION(() => this.openRange());
    const lo = this.SUBRULE(this.bound);
    if (this.RECORDING_PHASE || !this.mendsRange(lo, bracket)) this.CONSUME(t.DotDot);
    const hi = this.SUBRULE2(this.bound);
    this.ACTION(() => this.closeRange(lo, hi, bracket));
    return { lo, hi, start: lo.start, end: hi.end };
  });

  /** `[0, 1]` or `(0, 1)`. */
  private openRange(): t.IToken | undefined {
    if (!this.atPair()) return undefined;
    const bracket = this.LA(1);
    this.skip();
    return bracket;
  }

  /** Passes what stands for '..' in `0-1`, `0 to 1`, `0:1` and `[0, 1]`. */
  private mendsRange(lo: Expression, bracket: t.IToken | undefined): boolean {
    const sign = this.LA(1);
    if (
      sign.image !== "-" &&
      sign.image !== "to" &&
      sign.image !== ":" &&
      sign.image !== "–" &&
      (bracket === undefined || sign.image !== ",")
    )
      return false;
    if (!(this.nextIs(t.NumberToken) || this.nextIs(t.Minus) || this.nextIs(t.soft.inf))) return false;
    this.skip();
    // A dash has been told while lexing.
    if (bracket === undefined && sign.image !== "–") {
      const end = this.LA(1).startOffset;
      this.noteRange({ start: lo.end, end }, [{ start: lo.end, end, text: ".." }], `${this.written(lo)}..${this.LA(1).image}`);
    }
    return true;
  }

  private closeRange(lo: Expression, hi: Expression, bracket: t.IToken | undefined): void {
    if (bracket === undefined) return;
    const text = `${this.written(lo)}..${this.written(hi)}`;
    if (this.at(t.RightBracket) || this.at(t.RightParen)) this.skip();
    const span = { start: bracket.startOffset, end: this.lastEnd };
    this.noteRange(span, [{ ...span, text }], text);
  }

  private noteRange(at: { start: number; end: number }, edits: SyntaxFix["edits"], text: string): void {
    this.note({
      ...at,
      code: "S106",
      message: "A range is written with '..' between its ends.",
      help: `Write '${text}'.`,
      fixes: [{ title: `Write ${text}`, safe: true, edits }],
    });
  }

  private bound = this.RULE("bound", (): Expression => {
    const minus = this.OPTION(() => this.CONSUME(t.Minus));
    const bound: Expression =
      this.OR({
        DEF: [
          { ALT: (): Expression => this.numberOf(this.CONSUME(t.NumberToken)) },
          {
            ALT: (): Expression => {
              const token = this.CONSUME(t.Name);
              const span = t.spanOf(token);
              return token.image === "inf" ? { kind: "inf", ...span } : { kind: "name", name: token.image, ...span };
            },
          },
        ],
        ERR_MSG: "an end of the range",
      }) ?? this.missing();
    if (minus === undefined) return bound;
    return { kind: "unary", operator: "-", operand: bound, start: minus.startOffset, end: bound.end };
  });
}
