// Calls, vectors and built lists: what stands between brackets with commas. It must not know operators.
import type { ParserMethod } from "chevrotain";
import type { Argument, Clause, Expression, Name, UnitTag } from "./ast.ts";
import { LiteralParser } from "./literal-parser.ts";
import * as t from "./tokens.ts";

export const beginsOperand: ReadonlySet<number> = new Set(
  [...t.Name.categoryMatches!, ...t.AnyText.categoryMatches!].concat(
    [t.Name, t.NumberToken, t.LeftParen, t.LeftBracket, t.hard.true, t.hard.false, t.hard.if, t.hard.match].map(
      (type) => type.tokenTypeIdx!,
    ),
  ),
);

export abstract class CollectionParser extends LiteralParser {
  declare expression: ParserMethod<[], Expression>;
  /** In what a `for` goes through, `if` begins a condition on the elements. */
  protected inClause = false;

  protected nameOrCall = this.RULE("nameOrCall", (): Expression => {
    const token = this.CONSUME(t.Name);
    if (token.image === "return" && !this.RECORDING_PHASE && this.returns(token)) return this.SUBRULE8(this.expression);
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

  /** `return x`, which says nothing. */
  private returns(word: t.IToken): boolean {
    const next = this.LA(1);
    if (this.startsLine() || !(next.tokenType === t.Name || next.tokenType === t.NumberToken || next.tokenType === t.hard.if))
      return false;
    this.note({
      ...t.spanOf(word),
      code: "S106",
      message: "'return' is left out: a value is what stands behind the '='.",
      help: "Remove 'return'.",
      fixes: [{ title: "Remove 'return'", safe: true, edits: [{ start: word.startOffset, end: next.startOffset, text: "" }] }],
    });
    return true;
  }

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
    let name: Name | undefined;
    this.OPTION({
      // One token of lookahead, so that `k = 2` gets here too and is mended.
      MAX_LOOKAHEAD: 1,
      GATE: () => this.nextIs(t.Colon) || this.nextIs(t.Equals),
      DEF: () => {
        name = this.nameOf(this.CONSUME(t.Name));
        this.CONSUME(t.Colon);
      },
    });
    const value = this.SUBRULE(this.expression);
    const argument: Argument = { value, start: name?.start ?? value.start, end: value.end };
    if (name !== undefined) argument.name = name;
    this.OPTION2(() => {
      argument.for = this.SUBRULE(this.clause);
    });
    this.ACTION(() => this.mendIf());
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
    const wasInClause = this.inClause;
    this.inClause = true;
    const source = this.SUBRULE(this.expression);
    this.inClause = wasInClause;
    return { variable, source };
  });

  /** `for q in v if c`. */
  private mendIf(): void {
    const word = this.LA(1);
    if (word.tokenType !== t.hard.if || this.startsLine()) return;
    this.note({
      ...t.spanOf(word),
      code: "S106",
      message: "A condition on the elements is written 'where', not 'if'.",
      help: "Replace it by 'where'.",
      fixes: [{ title: "Write where", safe: true, edits: [{ ...t.spanOf(word), text: "where" }] }],
    });
    t.retype(word, t.hard.where);
  }

  private where = this.RULE("where", (): Expression => {
    this.CONSUME(t.hard.where);
    return this.SUBRULE(this.expression);
  });

  protected parenthesis = this.RULE("parenthesis", (): Expression => {
    const left = this.CONSUME(t.LeftParen);
    const inner = this.SUBRULE(this.expression);
    const right = this.closing(t.RightParen, left);
    return { kind: "paren", inner, start: left.startOffset, end: t.endOf(right) };
  });

  protected vector = this.RULE("vector", (): Expression => {
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
            this.ACTION(() => this.mendIf());
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
}
