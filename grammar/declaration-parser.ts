// What stands at file level, and annotations: the last layer of the parser. It must not know how declarations are found.
import type * as ast from "./ast.ts";
import { TermParser } from "./term-parser.ts";
import * as t from "./tokens.ts";

export class DeclarationParser extends TermParser {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  language = this.RULE("language", (): ast.NumberLiteral => {
    this.CONSUME(t.keywords.language);
    return this.numberOf(this.CONSUME(t.NumberToken));
  });

  use = this.RULE("use", (): ast.Use => {
    const word = this.CONSUME(t.keywords.use);
    return { kind: "use", path: this.textOf(this.CONSUME(t.AnyText)), ...this.bare(word) };
  });

  unit = this.RULE("unit", (): ast.UnitDeclaration => {
    const word = this.CONSUME(t.keywords.unit);
    const name = this.nameOf(this.CONSUME(t.Name));
    const value = this.OPTION(() => {
      this.CONSUME(t.Equals);
      return this.SUBRULE(this.expression);
    });
    return { kind: "unit", name, ...(value && { value }), ...this.bare(word) };
  });

  fn = this.RULE("fn", (): ast.Fn => {
    const word = this.CONSUME(t.keywords.fn);
    const name = this.nameOf(this.CONSUME(t.Name));
    const left = this.CONSUME(t.LeftParen);
    const params: ast.FnParam[] = [];
    this.OPTION(() => {
      params.push(this.SUBRULE(this.fnParam));
      this.MANY(() => {
        this.CONSUME(t.Comma);
        params.push(this.SUBRULE2(this.fnParam));
      });
    });
    this.closing(t.RightParen, left);
    if (!this.RECORDING_PHASE && this.at(t.LeftBrace))
      return { kind: "fn", name, params, body: this.braced(), ...this.bare(word) };
    this.CONSUME(t.Equals);
    return { kind: "fn", name, params, body: this.SUBRULE(this.expression), ...this.bare(word) };
  });

  /** `fn f(x) { return x }`. */
  private braced(): ast.Expression {
    const open = t.spanOf(this.LA(1));
    this.skip();
    const edits = [{ ...open, text: "=" }];
    const word = this.LA(1);
    if (word.image === "return") {
      edits.push({ start: word.startOffset, end: this.LA(2).startOffset, text: "" });
      this.skip();
    }
    const body = this.SUBRULE8(this.expression);
    while (this.at(t.Semicolon)) this.skip();
    if (this.at(t.RightBrace)) {
      edits.push({ start: body.end, end: t.endOf(this.LA(1)), text: "" });
      this.skip();
    }
    this.note({
      ...open,
      code: "S106",
      message: "A function is one expression, without braces.",
      help: "It is written like this: 'fn name(x) = EXPRESSION'.",
      fixes: [{ title: "Write =", safe: true, edits }],
    });
    return body;
  }

  private fnParam = this.RULE("fnParam", (): ast.FnParam => {
    const name = this.nameOf(this.CONSUME(t.Name));
    const param: ast.FnParam = { name, start: name.start, end: name.end };
    this.OPTION(() => {
      this.CONSUME(t.Equals);
      param.default = this.SUBRULE(this.expression);
      param.end = param.default.end;
    });
    return param;
  });

  /** 'signals' NAME '{' … '}' at file level */
  signalSet = this.RULE("signalSet", (): ast.SignalSet => {
    const word = this.CONSUME(t.keywords.signals);
    const name = this.nameOf(this.CONSUME(t.Name));
    return { kind: "signal-set", name, entries: this.SUBRULE(this.signalBlock), ...this.bare(word) };
  });

  /** 'reward' NAME [':' Range] '{': its members follow one by one. */
  rewardHead = this.RULE("rewardHead", (): ast.Reward => {
    const word = this.CONSUME(t.keywords.reward);
    const name = this.nameOf(this.CONSUME(t.Name));
    const contract = this.OPTION(() => {
      this.CONSUME(t.Colon);
      return this.SUBRULE(this.range);
    });
    this.CONSUME(t.LeftBrace);
    return { kind: "reward", name, ...(contract && { contract }), members: [], ...this.bare(word) };
  });

  signal = this.RULE("signal", (): ast.Signal => {
    const word = this.CONSUME(t.keywords.signal);
    const entry = this.SUBRULE(this.signalEntry);
    return { ...entry, ...this.bare(word) };
  });

  /** 'signals' inside a reward: a block, or the name of a set. */
  signals = this.RULE("signals", (): ast.SignalBlock | ast.SignalInclude => {
    const word = this.CONSUME(t.keywords.signals);
    const attributes: { timing?: ast.Timing; source?: ast.Source; tags: ast.Tag[] } = { tags: [] };
    const name = this.OPTION({
      GATE: () => !this.beginsAttribute(),
      DEF: () => this.nameOf(this.CONSUME(t.Name)),
    });
    if (name !== undefined && !this.RECORDING_PHASE && !this.at(t.LeftBrace))
      return { kind: "signals-include", name, ...this.bare(word) };
    this.ACTION(() => name !== undefined && this.refuseName(name));
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.timing, { ARGS: [attributes] }) },
        { ALT: () => this.SUBRULE(this.source, { ARGS: [attributes] }) },
      ]);
    });
    const { timing, source } = attributes;
    const entries = this.SUBRULE(this.signalBlock);
    return { kind: "signals", ...(timing && { timing }), ...(source && { source }), entries, ...this.bare(word) };
  });

  private refuseName(name: ast.Name): void {
    this.note({
      start: name.start,
      end: name.end,
      code: "S206",
      message: "A set of signals with a name stands at file level, not inside a reward.",
      help: `Move it above the reward and write 'signals ${name.text}' here, or remove the name.`,
    });
  }

  private beginsAttribute(): boolean {
    const next = this.LA(1).image;
    return (next === "at" || next === "per" || next === "from") && (this.nextIs(t.Name) || this.nextIs(t.LeftBrace));
  }

  /** '@' NAME '(' RuleName ',' AnyText ')'; a missing reason is a matter for later stages. */
  annotation = this.RULE("annotation", (): ast.Annotation => {
    const at = this.CONSUME(t.At);
    const name = this.nameOf(this.CONSUME(t.Name));
    const left = this.CONSUME(t.LeftParen);
    const rule = this.ruleName();
    const reason = this.OPTION(() => {
      this.CONSUME(t.Comma);
      return this.textOf(this.CONSUME(t.AnyText));
    });
    this.closing(t.RightParen, left);
    return { name, rule, reason: reason?.text === "" ? undefined : reason, ...this.since(at.startOffset) };
  });

  /** word { '-' word }: hard words are allowed, so that `bound-then-add` is a rule. */
  private ruleName(): ast.Name {
    const { startOffset } = this.LA(1);
    let text = this.SUBRULE(this.ruleWord);
    this.MANY(() => {
      this.CONSUME(t.Minus);
      text += `-${this.SUBRULE2(this.ruleWord)}`;
    });
    return { text, ...this.since(startOffset) };
  }

  private ruleWord = this.RULE("ruleWord", (): string => {
    const word = this.OR<t.IToken | undefined>({
      DEF: [
        { ALT: () => this.CONSUME(t.Name) },
        ...Object.values(t.hard).map((type, i) => ({ ALT: () => this.consume(i + 1, type) })),
      ],
      ERR_MSG: "the name of a rule",
    });
    return word?.image ?? "";
  });
}
