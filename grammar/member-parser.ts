// The members of a reward but signals and terms. It must not know the file around it.
import type * as ast from "./ast.ts";
import type { Expression } from "./ast.ts";
import { SignalParser } from "./signal-parser.ts";
import type { TokenType } from "./tokens.ts";
import * as t from "./tokens.ts";
import { declarations } from "./words.ts";

export abstract class MemberParser extends SignalParser {
  /** What every declaration has; its end and its annotations are known to the reader of the file. */
  protected bare(word: t.IToken): { annotations: ast.Annotation[]; start: number; end: number } {
    return { annotations: [], start: word.startOffset, end: word.startOffset };
  }

  private optional(idx: number, word: TokenType): Expression | undefined {
    return this.option(idx, () => {
      this.consume(idx, word);
      return this.subrule(idx, this.expression);
    });
  }

  /** 'horizon' … 'principal' */
  setting = this.RULE("setting", (): ast.Setting => {
    const word = this.OR([
      { ALT: () => this.CONSUME(t.keywords.horizon) },
      { ALT: () => this.CONSUME(t.keywords.discount) },
      { ALT: () => this.CONSUME(t.keywords.dt) },
      { ALT: () => this.CONSUME(t.keywords.group) },
      { ALT: () => this.CONSUME(t.keywords.advantage) },
      { ALT: () => this.CONSUME(t.keywords.principal) },
    ]);
    const value = this.SUBRULE(this.expression);
    const setting: ast.Setting = { kind: "setting", setting: word.image as ast.Setting["setting"], value, ...this.bare(word) };
    this.ACTION(() => this.checkSetting(setting));
    this.OPTION({
      GATE: () => setting.setting === "horizon",
      DEF: () => {
        this.CONSUME(t.soft.steps);
        setting.steps = true;
      },
    });
    return setting;
  });

  private checkSetting({ setting, value }: ast.Setting): void {
    const wanted = setting === "principal" ? "text" : setting === "advantage" ? "name" : value.kind;
    if (value.kind === wanted || value.kind === "missing") return;
    const message = `'${setting}' takes a ${wanted}${wanted === "text" ? " between double quotes" : ""}.`;
    this.report({
      start: value.start,
      end: value.end,
      code: "S201",
      message,
      help: `It is written like this: '${declarations[setting].form}'.`,
    });
  }

  ends = this.RULE("ends", (): ast.Ends => {
    const word = this.CONSUME(t.keywords.ends);
    this.CONSUME(t.soft.when);
    this.ACTION(() => this.mendEquals());
    const ends: ast.Ends = { kind: "ends", condition: this.SUBRULE(this.expression), ...this.bare(word) };
    this.OPTION(() => {
      this.CONSUME(t.soft.as);
      const outcome = this.CONSUME(t.Name);
      this.ACTION(() => {
        if (outcome.image === "success" || outcome.image === "failure") ends.outcome = outcome.image;
        else {
          this.report({
            ...t.spanOf(outcome),
            code: "S304",
            message: `An episode ends as 'success' or 'failure', not as '${outcome.image}'.`,
            help: "Write 'as success', 'as failure', or neither.",
          });
        }
      });
    });
    return ends;
  });

  param = this.RULE("param", (): ast.Param => {
    const word = this.CONSUME(t.keywords.param);
    const name = this.nameOf(this.CONSUME(t.Name));
    const type = this.OPTION(() => {
      this.CONSUME(t.Colon);
      return this.SUBRULE(this.type);
    });
    this.CONSUME(t.Equals);
    return { kind: "param", name, ...(type && { type }), value: this.SUBRULE(this.expression), ...this.bare(word) };
  });

  binding = this.RULE("binding", (): ast.Binding => {
    const word = this.OR([
      { ALT: () => this.CONSUME(t.keywords.let) },
      { ALT: () => this.CONSUME(t.keywords.goal) },
      { ALT: () => this.CONSUME(t.keywords.probe) },
      { ALT: () => this.CONSUME(t.keywords.limit) },
    ]);
    const name = this.nameOf(this.CONSUME(t.Name));
    this.CONSUME(t.Equals);
    if (!this.RECORDING_PHASE && word.image === "goal") this.mendEquals();
    return { kind: word.image as ast.Binding["kind"], name, value: this.SUBRULE(this.expression), ...this.bare(word) };
  });

  track = this.RULE("track", (): ast.Track => {
    const word = this.CONSUME(t.keywords.track);
    const name = this.nameOf(this.CONSUME(t.Name));
    const type = this.OPTION(() => {
      this.CONSUME(t.Colon);
      return this.SUBRULE(this.type);
    });
    this.CONSUME(t.soft.starts);
    const starts = this.SUBRULE(this.expression);
    this.CONSUME(t.Equals);
    return { kind: "track", name, ...(type && { type }), starts, value: this.SUBRULE2(this.expression), ...this.bare(word) };
  });

  sequence = this.RULE("sequence", (): ast.Sequence => {
    const word = this.CONSUME(t.keywords.sequence);
    const name = this.nameOf(this.CONSUME(t.Name));
    this.CONSUME(t.Equals);
    const stages = [this.SUBRULE(this.stage)];
    this.MANY(() => {
      this.CONSUME(t.hard.then);
      stages.push(this.SUBRULE2(this.stage));
    });
    const avoiding = this.optional(2, t.soft.avoiding);
    return { kind: "sequence", name, stages, ...(avoiding && { avoiding }), ...this.bare(word) };
  });

  private stage = this.RULE("stage", (): ast.Stage => {
    const condition = this.SUBRULE(this.expression);
    const stage: ast.Stage = { condition, start: condition.start, end: condition.end };
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.soft.within);
            stage.within = this.SUBRULE2(this.expression);
            this.OPTION(() => {
              this.CONSUME(t.soft.steps);
              stage.withinSteps = true;
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.hard.for);
            stage.for = this.SUBRULE3(this.expression);
            this.OPTION2(() => {
              this.CONSUME2(t.soft.steps);
              stage.forSteps = true;
            });
          },
        },
      ]);
    });
    stage.end = this.lastEnd;
    return stage;
  });

  require = this.RULE("require", (): ast.Require => {
    const word = this.CONSUME(t.keywords.require);
    const name = this.nameOf(this.CONSUME(t.Name));
    this.CONSUME(t.Equals);
    this.ACTION(() => this.mendEquals());
    const condition = this.SUBRULE(this.expression);
    this.CONSUME(t.hard.else);
    return { kind: "require", name, condition, otherwise: this.SUBRULE2(this.expression), ...this.bare(word) };
  });

  total = this.RULE("total", (): ast.Total => {
    const word = this.CONSUME(t.keywords.total);
    this.CONSUME(t.Equals);
    return { kind: "total", value: this.SUBRULE(this.expression), ...this.bare(word) };
  });

  assume = this.RULE("assume", (): ast.Assume => {
    const word = this.CONSUME(t.keywords.assume);
    return { kind: "assume", condition: this.SUBRULE(this.expression), ...this.bare(word) };
  });

  scenario = this.RULE("scenario", (): ast.Scenario => {
    const word = this.CONSUME(t.keywords.scenario);
    const name = this.nameOf(this.CONSUME(t.Name));
    const like = this.OPTION(() => {
      this.CONSUME(t.soft.like);
      return this.nameOf(this.CONSUME2(t.Name));
    });
    return { kind: "scenario", name, ...(like && { like }), world: this.SUBRULE(this.world), ...this.bare(word) };
  });

  data = this.RULE("data", (): ast.Data => {
    const word = this.CONSUME(t.keywords.data);
    const name = this.nameOf(this.CONSUME(t.Name));
    const glob = this.textOf(this.CONSUME(t.AnyText));
    const world = this.OPTION(() => this.SUBRULE(this.world));
    return { kind: "data", name, glob, ...(world && { world }), ...this.bare(word) };
  });

  expect = this.RULE("expect", (): ast.Expect => {
    const word = this.CONSUME(t.keywords.expect);
    const condition = this.SUBRULE(this.expression);
    const by = this.optional(2, t.soft.by);
    return { kind: "expect", condition, ...(by && { by }), ...this.bare(word) };
  });

  prove = this.RULE("prove", (): ast.Prove => {
    const word = this.CONSUME(t.keywords.prove);
    const claim = this.OR<ast.Prove["claim"]>([
      {
        GATE: () => this.nextIs(t.Name),
        ALT: () => {
          this.CONSUME(t.soft.separates);
          const goal = this.nameOf(this.CONSUME(t.Name));
          const by = this.optional(2, t.soft.by);
          return { kind: "separates", goal, ...(by && { by }) };
        },
      },
      {
        GATE: () => this.nextIs(t.Name),
        ALT: () => {
          const direction = this.OR2([
            { ALT: () => this.CONSUME(t.soft.increasing) },
            { ALT: () => this.CONSUME(t.soft.decreasing) },
          ]);
          const what = this.nameOf(this.CONSUME2(t.Name));
          this.CONSUME(t.hard.in);
          const signal = this.nameOf(this.CONSUME3(t.Name));
          return { kind: "monotone", direction: direction.image as "increasing" | "decreasing", what, signal };
        },
      },
      {
        GATE: () => this.nextIs(t.soft.to),
        ALT: () => {
          this.CONSUME(t.soft.equivalent);
          this.CONSUME(t.soft.to);
          return { kind: "equivalent", other: this.nameOf(this.CONSUME4(t.Name)) };
        },
      },
      {
        GATE: () => this.LA(2).image === "farmable" && /^[,;]?$/.test(this.LA(3).image),
        ALT: () => {
          this.CONSUME(t.hard.not);
          this.CONSUME5(t.Name);
          return { kind: "not-farmable" };
        },
      },
      { ALT: () => ({ kind: "condition", condition: this.SUBRULE(this.expression) }) },
    ]);
    return { kind: "prove", claim: claim ?? { kind: "condition", condition: this.missing() }, ...this.bare(word) };
  });
}
