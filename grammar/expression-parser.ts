// Expressions: flat rows of operands, climbed by precedence.ts. It must not know declarations.
import type { ParserMethod } from "chevrotain";
import type { Argument, Arm, Axis, BinaryOperator, Clause, Expression, If, Match, Name, Pattern, UnitTag, World } from "./ast.ts";
import { LiteralParser } from "./literal-parser.ts";
import { climb, type Row } from "./precedence.ts";
import * as t from "./tokens.ts";

/** Operators in one row, and dots and brackets behind one operand: more would be too deep a tree for later stages. */
const maximalOperators = 500;
const maximalPostfixes = 60;

/** By type, since the image may be a slip such as `&&`. */
const operatorOf: BinaryOperator[] = [];
for (const type of t.binaryOperators) operatorOf[type.tokenTypeIdx!] = type.LABEL!.slice(1, -1) as BinaryOperator;

const beginsOperand: ReadonlySet<number> = new Set(
  [...t.Name.categoryMatches!, ...t.AnyText.categoryMatches!].concat(
    [t.Name, t.NumberToken, t.LeftParen, t.LeftBracket, t.hard.true, t.hard.false, t.hard.if, t.hard.match].map(
      (type) => type.tokenTypeIdx!,
    ),
  ),
);

export abstract class ExpressionParser extends LiteralParser {
  declare world: ParserMethod<[], World>;

  expression: ParserMethod<[], Expression> = this.RULE("expression", (): Expression => {
    const nots = this.nots(0);
    const first = this.SUBRULE(this.operand);
    let row: Row | undefined;
    this.MANY2(() => {
      const operator = this.CONSUME(t.BinaryOp);
      const before = this.nots(1);
      const operand = this.SUBRULE2(this.operand);
      row ??= { operands: [first], operators: [], nots: nots && [nots] };
      row.operators.push(operatorOf[operator.tokenTypeIdx]);
      row.operands.push(operand);
      if (before !== undefined) {
        row.nots ??= [];
        row.nots[row.operands.length - 1] = before;
      }
    });
    if (row === undefined && nots === undefined) return first;
    row ??= { operands: [first], operators: [], nots: [nots!] };
    return row.operators.length > maximalOperators ? this.tooLong(row) : climb(row, (error) => this.note(error));
  });

  /** The offsets of the `not`s that stand here. */
  private nots(idx: number): number[] | undefined {
    let found: number[] | undefined;
    this.many(idx, () => {
      const not = this.consume(idx, t.hard.not);
      found ??= [];
      if (found.length < maximalPostfixes) found.push(not.startOffset);
      else this.tooMany("'not'");
    });
    return found;
  }

  private tooMany(what: string): void {
    this.report({
      ...this.spanOfFound(),
      code: "S303",
      message: `More than ${maximalPostfixes} ${what} follow one another.`,
      help: "Name parts of it with 'let'.",
    });
  }

  private tooLong(row: Row): Expression {
    this.report({
      start: row.operands[0].start,
      end: row.operands[row.operands.length - 1].end,
      code: "S303",
      message: `More than ${maximalOperators} operators stand in one row.`,
      help: "Name parts of it with 'let'.",
    });
    return row.operands[0];
  }

  operand: ParserMethod<[], Expression> = this.RULE("operand", (): Expression => {
    if (!this.descend()) {
      this.ascend();
      return this.missing();
    }
    const base = this.OR<Expression | undefined>(this.primaries) ?? this.missing();
    let result = base;
    let postfixes = 0;
    this.MANY({
      GATE: () => this.continues(),
      DEF: () => {
        const longer = this.SUBRULE(this.postfix, { ARGS: [result] });
        if (++postfixes <= maximalPostfixes) result = longer;
        else this.tooMany("'.', '[…]', 'over' or 'with'");
      },
    });
    this.OPTION(() => {
      this.CONSUME(t.Caret);
      const left = result;
      const right = this.SUBRULE(this.operand);
      result = { kind: "binary", operator: "^", left, right, start: left.start, end: right.end };
    });
    this.ascend();
    return result;
  });

  /** What an operand may begin with. Built once: an array per call would cost a third of the time. */
  private primaries = [
    { ALT: () => this.SUBRULE(this.quantity) },
    { ALT: () => this.SUBRULE(this.infinite), IGNORE_AMBIGUITIES: true },
    { ALT: () => this.SUBRULE(this.nameOrCall) },
    { ALT: () => this.SUBRULE(this.parenthesis) },
    { ALT: () => this.textOf(this.CONSUME(t.AnyText)) },
    { ALT: () => this.boolOf(this.CONSUME(t.hard.true)) },
    { ALT: () => this.boolOf(this.CONSUME(t.hard.false)) },
    { ALT: () => this.SUBRULE(this.sign) },
    { ALT: () => this.SUBRULE(this.vector) },
    { ALT: () => this.SUBRULE(this.if) },
    { ALT: () => this.SUBRULE(this.match) },
  ];

  private sign = this.RULE("sign", (): Expression => {
    const token = this.OR([{ ALT: () => this.CONSUME(t.Minus) }, { ALT: () => this.CONSUME(t.Bang) }]);
    const operand = this.SUBRULE(this.operand);
    if (token.tokenTypeIdx === t.Minus.tokenTypeIdx) {
      return { kind: "unary", operator: "-", operand, start: token.startOffset, end: operand.end };
    }
    return this.ACTION(() => this.bang(token, operand));
  });

  /** `!a` binds tighter than `not a`: where an operator follows, the fix needs parentheses. */
  private bang(token: t.IToken, operand: Expression): Expression {
    const next = this.LA(1);
    const tight = this.at(t.BinaryOp) && next.image !== "and" && next.image !== "or";
    const start = token.startOffset;
    const edits = [{ start, end: start + 1, text: tight ? "(not " : "not " }];
    if (tight) edits.push({ start: operand.end, end: operand.end, text: ")" });
    this.note({
      ...t.spanOf(token),
      code: "S106",
      message: "'!' is written 'not' here.",
      help: "Replace it by 'not'.",
      fixes: [{ title: "Write not", safe: true, edits }],
    });
    return { kind: "unary", operator: "not", operand, start, end: operand.end };
  }

  private nameOrCall = this.RULE("nameOrCall", (): Expression => {
    const token = this.CONSUME(t.Name);
    let call: Expression | undefined;
    this.OPTION(() => {
      const left = this.CONSUME(t.LeftParen);
      const args: Argument[] = [];
      this.OPTION2(() => {
        args.push(this.SUBRULE(this.argument));
        this.MANY(() => {
          this.CONSUME(t.Comma);
          args.push(this.SUBRULE2(this.argument));
        });
        while (this.lacksComma()) args.push(this.SUBRULE3(this.argument));
      });
      const right = this.closing(t.RightParen, left);
      call = { kind: "call", callee: this.nameOf(token), args, start: token.startOffset, end: t.endOf(right) };
    });
    return call ?? { kind: "name", name: token.image, ...t.spanOf(token) };
  });

  /** Between two elements of a list: a missing comma is reported once, and the list goes on. */
  private lacksComma(): boolean {
    if (this.RECORDING_PHASE) return false;
    if (this.at(t.Comma) || this.at(t.Semicolon)) {
      this.CONSUME8(t.Comma);
      return true;
    }
    if (!beginsOperand.has(this.LA(1).tokenTypeIdx) || this.startsLine()) return false;
    this.reportMissing(t.Comma);
    return true;
  }

  private argument = this.RULE("argument", (): Argument => {
    const start = this.LA(1).startOffset;
    let name: Name | undefined;
    this.OPTION({
      GATE: () => this.nextIs(t.Colon) || this.nextIs(t.Equals),
      DEF: () => {
        name = this.nameOf(this.CONSUME(t.Name));
        this.CONSUME(t.Colon);
      },
    });
    const value = this.SUBRULE(this.expression);
    const argument: Argument = { value, start, end: value.end };
    if (name !== undefined) argument.name = name;
    this.OPTION2(() => {
      argument.for = this.SUBRULE(this.clause);
    });
    this.OPTION3(() => {
      argument.where = this.SUBRULE(this.where);
    });
    argument.end = Math.max(value.end, this.lastEnd);
    return argument;
  });

  private clause = this.RULE("clause", (): Clause => {
    this.CONSUME(t.hard.for);
    const variable = this.nameOf(this.CONSUME(t.Name));
    this.CONSUME(t.hard.in);
    return { variable, source: this.SUBRULE(this.expression) };
  });

  private where = this.RULE("where", (): Expression => {
    this.CONSUME(t.hard.where);
    return this.SUBRULE(this.expression);
  });

  private parenthesis = this.RULE("parenthesis", (): Expression => {
    const left = this.CONSUME(t.LeftParen);
    const inner = this.SUBRULE(this.expression);
    const right = this.closing(t.RightParen, left);
    return { kind: "paren", inner, start: left.startOffset, end: t.endOf(right) };
  });

  private vector = this.RULE("vector", (): Expression => {
    const left = this.CONSUME(t.LeftBracket);
    const elements: Expression[] = [];
    let clause: Clause | undefined;
    let where: Expression | undefined;
    this.OPTION(() => {
      elements.push(this.SUBRULE(this.expression));
      this.OR([
        {
          ALT: () => {
            clause = this.SUBRULE(this.clause);
            this.OPTION2(() => {
              where = this.SUBRULE(this.where);
            });
          },
        },
        {
          ALT: () =>
            this.MANY(() => {
              this.CONSUME(t.Comma);
              elements.push(this.SUBRULE2(this.expression));
            }),
        },
      ]);
      while (this.lacksComma()) elements.push(this.SUBRULE3(this.expression));
    });
    const right = this.closing(t.RightBracket, left);
    const span = { start: left.startOffset, end: t.endOf(right) };
    const unit = this.OPTION3(() => this.SUBRULE(this.unitTag));
    if (unit !== undefined) {
      span.end = unit.end;
      this.ACTION(() => this.refuseIndex(unit, clause !== undefined));
    }
    if (clause !== undefined) return { kind: "list", value: elements[0], for: clause, ...(where && { where }), ...span };
    return { kind: "vector", elements, ...(unit && { unit }), ...span };
  });

  /** `[…]` behind a literal is a unit, never an index. */
  private refuseIndex(unit: UnitTag, built: boolean): void {
    if (!built && unit.factors.some((factor) => factor.name !== undefined)) return;
    this.report({
      start: unit.start,
      end: unit.end,
      code: "S307",
      message: `A ${built ? "list that is built in place" : "vector literal"} cannot be indexed: brackets behind it would be a unit.`,
      help: "Name it with 'let' and index the name.",
    });
  }

  private if = this.RULE("if", (): If => {
    const start = this.CONSUME(t.hard.if).startOffset;
    const condition = this.SUBRULE(this.expression);
    this.CONSUME(t.hard.then);
    const yes = this.SUBRULE2(this.expression);
    this.CONSUME(t.hard.else);
    const no = this.SUBRULE3(this.expression);
    return { kind: "if", condition, yes, no, start, end: no.end };
  });

  private match = this.RULE("match", (): Match => {
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
          patterns.push(this.SUBRULE(this.pattern));
          this.MANY(() => {
            this.CONSUME(t.Bar);
            patterns.push(this.SUBRULE2(this.pattern));
          });
        },
      },
    ]);
    this.CONSUME(t.Arrow);
    const value = this.SUBRULE(this.expression);
    return { patterns, value, start, end: value.end };
  });

  private pattern = this.RULE(
    "pattern",
    (): Pattern =>
      this.OR([
        { ALT: (): Pattern => this.textOf(this.CONSUME(t.AnyText)) },
        { ALT: (): Pattern => this.numberOf(this.CONSUME(t.NumberToken)) },
        { ALT: (): Pattern => this.boolOf(this.CONSUME(t.hard.true)) },
        { ALT: (): Pattern => this.boolOf(this.CONSUME(t.hard.false)) },
      ]),
  );

  /** Whether the next token continues the operand before it: `with` only before `{`. */
  private continues(): boolean {
    return !this.at(t.soft.with) || this.nextIs(t.LeftBrace);
  }

  private postfix = this.RULE(
    "postfix",
    (object: Expression): Expression =>
      this.OR([
        { ALT: () => this.member(object) },
        { ALT: () => this.index(object) },
        {
          ALT: (): Expression => {
            this.CONSUME(t.hard.over);
            const at = this.LA(1).startOffset;
            const axis: Axis = this.SUBRULE(this.axis) ?? { name: "", start: at, end: at };
            return { kind: "over", value: object, axis, start: object?.start, end: axis.end };
          },
        },
        {
          ALT: (): Expression => {
            this.CONSUME(t.soft.with);
            const world = this.SUBRULE(this.world);
            return { kind: "with", object, world, start: object?.start, end: world.end };
          },
        },
      ]),
  );

  private member(object: Expression): Expression {
    this.CONSUME(t.Dot);
    const property = this.nameOf(this.CONSUME(t.Name));
    return { kind: "member", object, property, start: object?.start, end: property.end };
  }

  private index(object: Expression): Expression {
    const left = this.CONSUME(t.LeftBracket);
    const index = this.SUBRULE(this.expression);
    const right = this.closing(t.RightBracket, left);
    return { kind: "index", object, index, start: object?.start, end: t.endOf(right) };
  }

  /** `last 10 steps`, `last 0.5 [s]`, or a name. */
  private axis = this.RULE("axis", (): Axis => {
    const start = this.LA(1).startOffset;
    return this.OR([
      {
        GATE: () => this.at(t.soft.last) && this.nextIs(t.NumberToken),
        ALT: (): Axis => {
          this.CONSUME(t.soft.last);
          const length = this.SUBRULE(this.quantity);
          const axis: Axis = { name: "last", length, start, end: length.end };
          this.OPTION({
            GATE: () => !this.nextIs(t.NumberToken),
            DEF: () => {
              axis.end = t.endOf(this.CONSUME(t.soft.steps));
              axis.steps = true;
            },
          });
          return axis;
        },
      },
      {
        ALT: (): Axis => {
          const name = this.CONSUME(t.Name);
          return { name: name.image, ...t.spanOf(name) };
        },
      },
    ]);
  });
}
