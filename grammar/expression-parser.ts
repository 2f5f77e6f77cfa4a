// Expressions: flat rows of operands, climbed by precedence.ts. It must not know declarations.
import type { ParserMethod } from "chevrotain";
import type { BinaryOperator, Expression } from "./ast.ts";
import { beginsOperand } from "./collection-parser.ts";
import { apart } from "./correct.ts";
import { wordOperators } from "./foreign-words.ts";
import { maximalPostfixes, OperandParser } from "./operand-parser.ts";
import { climb, comparisonStart, type Row } from "./precedence.ts";
import type { Span } from "./span.ts";
import type { SyntaxFix } from "./syntax-errors.ts";
import * as t from "./tokens.ts";

/** Operators in one row: more would be too deep a tree for later stages. */
const maximalOperators = 500;

const choiceMessage = "A choice is written 'if CONDITION then A else B'.";
const choiceAdvice = { help: choiceMessage };

const indices = (...types: t.TokenType[]): ReadonlySet<number> => new Set(types.map((type) => type.tokenTypeIdx!));
/** What an operator of another language may begin with. */
const follows = indices(t.Name, t.hard.not, t.Bar, t.Arrow);
const asked = indices(t.hard.if, t.Question);
const nothings: ReadonlySet<string> = new Set(["None", "null", "nil", "undefined", "NaN", "nan"]);

/** By type, since the image may be a slip such as `&&`. */
const operatorOf: BinaryOperator[] = [];
for (const type of t.binaryOperators) operatorOf[type.tokenTypeIdx!] = type.LABEL!.slice(1, -1) as BinaryOperator;

export abstract class ExpressionParser extends OperandParser {
  override expression: ParserMethod<[], Expression> = this.RULE("expression", (): Expression => {
    const nots = this.nots(0);
    const first = this.SUBRULE(this.operand);
    let row: Row | undefined;
    const begin = () => {
      row ??= { operands: [first], operators: [], nots: nots && [nots] };
      return row;
    };
    do {
      this.MANY2(() => {
        const operator = this.CONSUME(t.BinaryOp);
        const before = this.nots(1);
        const operand = this.SUBRULE2(this.operand);
        row = begin();
        row.operators.push(operatorOf[operator.tokenTypeIdx]);
        row.operands.push(operand);
        if (before !== undefined) {
          row.nots ??= [];
          row.nots[row.operands.length - 1] = before;
        }
      });
    } while (follows.has(this.LA(1).tokenTypeIdx) && this.mendOperator(begin));
    const made = row === undefined && nots === undefined ? first : this.joined(begin());
    return asked.has(this.LA(1).tokenTypeIdx) && !this.RECORDING_PHASE ? this.mendChoice(made) : made;
  });

  private joined(row: Row): Expression {
    return row.operators.length > maximalOperators ? this.tooLong(row) : climb(row, (error) => this.note(error));
  }

  /** An operator of another language behind an operand; false where there is none. */
  private mendOperator(begin: () => Row): boolean {
    const token = this.LA(1);
    const next = this.LA(2);
    if (this.RECORDING_PHASE || this.startsLine() || token.image === "") return false;
    if (token.tokenType === t.hard.not) {
      if (next.tokenType !== t.hard.in && next.tokenType !== t.hard.matches) return false;
      this.negate(begin(), token, next);
      return true;
    }
    const isNot = token.image === "is" && next.tokenType === t.hard.not;
    if (!isNot && !beginsOperand.has(next.tokenTypeIdx) && next.tokenType !== t.Minus) return false;
    if (token.tokenType === t.Bar) return this.means(token, t.hard.or, "or");
    if (token.tokenType === t.Arrow) return this.means(token, t.GreaterEqual, ">=");
    if (token.tokenType !== t.Name) return false;
    if (token.image === "xor") return this.means(token, t.BangEqual, "!=");
    if (token.image === "is") return this.isOperator(begin(), token, next);
    const called = wordOperators.get(token.image);
    if (called === undefined) return false;
    const row = begin();
    const left = row.operands[row.operands.length - 1];
    this.skip();
    const right = this.SUBRULE8(this.operand);
    const callee = { ...this.nameOf(token), text: called };
    const args = [left, right].map((value) => ({ value, start: value.start, end: value.end }));
    row.operands[row.operands.length - 1] = { kind: "call", callee, args, start: left.start, end: right.end };
    const written = `${called}(${this.written(left)}, ${this.written(right)})`;
    this.mended(
      t.spanOf(token),
      `'${token.image}' is a function here: '${called}(…)'.`,
      { start: left.start, end: right.end },
      written,
    );
    return true;
  }

  private means(token: t.IToken, type: t.TokenType, text: string): true {
    const span = t.spanOf(token);
    this.mended(span, `'${token.image}' is written '${text}' here.`, span, apart(text, span, this.text));
    t.retype(token, type);
    return true;
  }

  /** `x not in r`: the negation goes before the whole comparison. */
  private negate(row: Row, not: t.IToken, next: t.IToken): void {
    const first = comparisonStart(row.operators);
    const at = row.operands[first].start;
    this.problem(t.spanOf(not), `'not ${next.image}' is written with the 'not' in front.`, [
      { start: at, end: at, text: "not " },
      { start: not.startOffset, end: next.startOffset, text: "" },
    ]);
    row.nots ??= [];
    row.nots[first] = [...(row.nots[first] ?? []), at];
    this.skip();
  }

  /** `x is None`, `x is not None`, and `is` for `==`. */
  private isOperator(row: Row, token: t.IToken, next: t.IToken): true {
    const isNot = next.tokenType === t.hard.not;
    const value = isNot ? this.LA(3) : next;
    const end = t.endOf(isNot ? next : token);
    const span = { start: token.startOffset, end };
    if (!nothings.has(value.image)) {
      const text = isNot ? "!=" : "==";
      this.mended(span, `'${isNot ? "is not" : "is"}' is written '${text}' here.`, span, text);
      if (isNot) this.skip();
      t.retype(this.LA(1), isNot ? t.BangEqual : t.EqualEqual);
      return true;
    }
    const left = row.operands[row.operands.length - 1];
    const whole = { start: left.start, end: t.endOf(value) };
    const text = `${isNot ? "(not " : ""}missing(${this.written(left)})${isNot ? ")" : ""}`;
    this.mended({ start: span.start, end: whole.end }, `Whether a value is there is asked with 'missing(…)'.`, whole, text);
    for (let i = isNot ? 3 : 2; i > 0; i--) this.skip();
    const callee = { text: "missing", ...span };
    const args = [{ value: left, start: left.start, end: left.end }];
    const call: Expression = { kind: "call", callee, args, ...whole };
    row.operands[row.operands.length - 1] = isNot ? { kind: "unary", operator: "not", operand: call, ...whole } : call;
    return true;
  }

  /** `A if C else B` and `C ? A : B`, read as a choice. */
  private mendChoice(first: Expression): Expression {
    const sign = this.LA(1);
    const isQuestion = sign.tokenType === t.Question;
    if (this.startsLine() || (!isQuestion && this.inClause)) return first;
    this.skip();
    const problems = this.problems.length;
    const second = this.SUBRULE8(this.expression);
    const mark = this.LA(1);
    if (isQuestion ? !this.at(t.Colon) : !this.at(t.hard.else)) {
      if (isQuestion || this.quiet) this.reportExpected("':' and what it is otherwise", choiceAdvice);
      const no: Expression = isQuestion ? this.missing() : this.withoutElse();
      const [condition, yes] = isQuestion ? [first, second] : [second, first];
      return { kind: "if", condition, yes, no, start: first.start, end: second.end };
    }
    this.skip();
    const third = this.SUBRULE9(this.expression);
    const span = { start: first.start, end: third.end };
    const [condition, yes] = isQuestion ? [first, second] : [second, first];
    // What is inside it is part of its fix.
    this.problems.splice(
      problems,
      Number.POSITIVE_INFINITY,
      ...this.problems.slice(problems).filter(({ message }) => message !== choiceMessage),
    );
    const text = `if ${this.written(condition)} then ${this.written(yes)} else ${this.written(third)}`;
    const made: Expression = { kind: "if", condition, yes, no: third, ...span };
    this.rewritten.set(made, text);
    this.mended({ start: sign.startOffset, end: t.endOf(isQuestion ? sign : mark) }, choiceMessage, span, text);
    return made;
  }

  private mended(at: Span, message: string, span: Span, text: string): void {
    this.problem(at, message, [{ start: span.start, end: span.end, text }], text);
  }

  private problem(at: Span, message: string, edits: SyntaxFix["edits"], text = "it with the 'not' in front"): void {
    const { start, end } = at;
    const what = text.length < 40 ? `Write '${text}'.` : "Write it like this; there is a quick fix.";
    const help = edits.length > 1 ? "Write 'not x in …'." : what;
    const title = text.length < 60 ? `Write ${text}` : "Write it as meant";
    this.note({ start, end, code: "S106", message, help, fixes: [{ title, safe: true, edits }] });
  }

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
