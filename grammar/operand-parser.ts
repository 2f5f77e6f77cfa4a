// Operands: a sign, a primary, what follows it, and a power. It must not know the operators between operands.
import type { ParserMethod } from "chevrotain";
import type { Axis, Expression, World } from "./ast.ts";
import { ChoiceParser } from "./choice-parser.ts";
import * as t from "./tokens.ts";

/** Signs, dots and brackets at one operand: more would be too deep a tree for later stages. */
export const maximalPostfixes = 60;

export abstract class OperandParser extends ChoiceParser {
  declare world: ParserMethod<[], World>;
  /** How many blocks of entries are open. */
  protected worlds = 0;

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

  protected tooMany(what: string): void {
    this.report({
      ...this.spanOfFound(),
      code: "S303",
      message: `More than ${maximalPostfixes} ${what} follow one another.`,
      help: "Name parts of it with 'let'.",
    });
  }

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
            const axis: Axis = this.SUBRULE(this.axis) ?? { name: "", start: this.lastEnd, end: this.lastEnd };
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

  /** Inside a block `steps 3 { … }` and `steps = 3` come next; elsewhere `weight … over last 3 steps = …` does not. */
  private beginsEntry(): boolean {
    return this.nextIs(t.NumberToken) || this.nextIs(t.Dot) || (this.worlds > 0 && this.nextIs(t.Equals));
  }

  /** `last 10 steps`, `last 0.5 [s]`, or a name. */
  private axis = this.RULE("axis", (): Axis | undefined =>
    this.OR({
      DEF: [
        {
          GATE: () => this.at(t.soft.last) && this.nextIs(t.NumberToken),
          ALT: (): Axis => {
            const { startOffset } = this.CONSUME(t.soft.last);
            const length = this.SUBRULE(this.quantity);
            const axis: Axis = { name: "last", length, start: startOffset, end: length.end };
            this.OPTION({
              GATE: () => !this.beginsEntry(),
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
      ],
      ERR_MSG: "an axis such as steps",
    }),
  );
}
