// Types, ranges and their units. It must not know signals.
import type { ParserMethod } from "chevrotain";
import { reserved } from "./advise.ts";
import type { BaseType, Expression, RangeNode, TextLiteral, TypeNode, UnitTag } from "./ast.ts";
import { readNumber } from "./literals.ts";
import * as t from "./tokens.ts";
import { WorldParser } from "./world-parser.ts";

export abstract class TypeParser extends WorldParser {
  protected type = this.RULE("type", (): TypeNode => {
    const base = this.SUBRULE(this.baseType);
    const { start } = base;
    const type: TypeNode = { base, optional: false, start, end: start };
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
    const lo = this.SUBRULE(this.bound);
    this.CONSUME(t.DotDot);
    const hi = this.SUBRULE2(this.bound);
    return { lo, hi, start: lo.start, end: hi.end };
  });

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
