// Expressions: flat rows of operands, climbed by precedence.ts. It must not know declarations.
import type { ParserMethod } from "chevrotain";
import type { BinaryOperator, Expression } from "./ast.ts";
import { maximalPostfixes, OperandParser } from "./operand-parser.ts";
import { climb, type Row } from "./precedence.ts";
import * as t from "./tokens.ts";

/** Operators in one row: more would be too deep a tree for later stages. */
const maximalOperators = 500;

/** By type, since the image may be a slip such as `&&`. */
const operatorOf: BinaryOperator[] = [];
for (const type of t.binaryOperators) operatorOf[type.tokenTypeIdx!] = type.LABEL!.slice(1, -1) as BinaryOperator;

export abstract class ExpressionParser extends OperandParser {
  override expression: ParserMethod<[], Expression> = this.RULE("expression", (): Expression => {
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
}
