// Operands: a sign, a primary, what follows it, and a power. It must not know the operators between operands.
import type { ParserMethod } from "chevrotain";
import type { Axis, Expression, World } from "./ast.ts";
import { ChoiceParser } from "./choice-parser.ts";
import { functionNames, modules } from "./foreign-words.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";
import * as t from "./tokens.ts";

/** Signs, dots and brackets at one operand: more would be too deep a tree for later stages. */
export const maximalPostfixes = 60;

function rootOf(expression: Expression): string {
  return expression.kind === "member" ? rootOf(expression.object) : expression.kind === "name" ? expression.name : "";
}

export abstract class OperandParser extends ChoiceParser {
  declare world: ParserMethod<[], World>;
  /** How many blocks of entries are open. */
  protected worlds = 0;
  /** The error about a method, by its call, so that a chain of methods has one. */
  private methods = new WeakMap<Expression, SyntaxProblem>();

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
    if (!this.RECORDING_PHASE && this.at(t.Name) && this.nextIs(t.LeftParen)) return this.method(object);
    const property = this.nameOf(this.CONSUME(t.Name));
    return { kind: "member", object, property, start: object?.start, end: property.end };
  }

  /** `np.clip(x, 0, 1)` and `x.abs()`, read as plain calls; a chain of them is one error. */
  private method(object: Expression): Expression {
    const call = this.SUBRULE8(this.nameOrCall);
    if (call.kind !== "call") return call;
    const isModule = !this.rewritten.has(object) && modules.has(rootOf(object));
    const name = call.callee.text;
    const callee = functionNames.get(name) ?? name;
    const subject = { value: object, start: object.start, end: object.end };
    const written = call.args.map((argument) => this.text.slice(argument.start, argument.end));
    if (!isModule) written.unshift(this.written(object));
    const made: Expression = {
      ...call,
      callee: { ...call.callee, text: callee },
      args: isModule ? call.args : [subject, ...call.args],
      start: object.start,
    };
    const text = `${callee}(${written.join(", ")})`;
    const before = this.methods.get(object);
    const problem: SyntaxProblem = before ?? { code: "S106", message: "", start: call.callee.start, end: call.callee.end };
    const shown = text.length < 40 ? text : `${callee}(…)`;
    problem.message = isModule
      ? `There are no modules: '${this.text.slice(object.start, call.callee.end)}' is written '${callee}'.`
      : `Values have no methods: '.${name}(…)' is written '${shown}'.`;
    problem.help = `Write '${shown}'.`;
    problem.fixes = [{ title: `Write ${shown}`, safe: true, edits: [{ start: object.start, end: made.end, text }] }];
    if (before === undefined) this.note(problem);
    this.rewritten.set(made, text);
    this.methods.set(made, problem);
    return made;
  }

  private index(object: Expression): Expression {
    const left = this.CONSUME(t.LeftBracket);
    const index = this.mendSlice(this.SUBRULE(this.expression));
    const right = this.closing(t.RightBracket, left);
    return { kind: "index", object, index, start: object?.start, end: t.endOf(right) };
  }

  /** `v[0:2]`, whose end is not part of it. */
  private mendSlice(lo: Expression): Expression {
    if (this.RECORDING_PHASE || !this.at(t.Colon)) return lo;
    const colon = this.LA(1);
    this.skip();
    const hi = this.SUBRULE8(this.expression);
    const end = { start: colon.startOffset, end: hi.end };
    const last: Expression =
      hi.kind === "number"
        ? { ...hi, value: hi.value - 1, text: String(hi.value - 1) }
        : { kind: "binary", operator: "-", left: hi, right: { kind: "number", value: 1, text: "1", ...end }, ...end };
    const text = `..${hi.kind === "number" ? hi.value - 1 : `${this.written(hi)} - 1`}`;
    this.note({
      ...end,
      code: "S106",
      message: "A part is written with '..', and its end belongs to it.",
      help: `Write '${text}'.`,
      fixes: [{ title: `Write ${text}`, safe: true, edits: [{ ...end, text }] }],
    });
    return { kind: "binary", operator: "..", left: lo, right: last, start: lo.start, end: hi.end };
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
