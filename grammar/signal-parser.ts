// Signals: entries with type, timing, source and tags. It must not know other members.

import type { Expression, Name, Signal, Source, Tag, TextLiteral, Timing } from "./ast.ts";
import { nearest } from "./describe.ts";
import * as t from "./tokens.ts";
import { TypeParser } from "./type-parser.ts";
import { tags } from "./words.ts";

interface Attributes {
  timing?: Timing;
  source?: Source;
  tags: Tag[];
}

const tagNames = Object.entries(tags).map(([word, { second }]) => (second === undefined ? word : `${word} ${second}`));

const timings: Readonly<Record<string, readonly string[]>> = {
  at: ["start", "end"],
  per: ["step", "group", "batch", "completion"],
};

export abstract class SignalParser extends TypeParser {
  /** NAME ':' Type { Timing | Source | Tag } */
  protected signalEntry = this.RULE("signalEntry", (): Signal => {
    const name = this.nameOf(this.CONSUME(t.Name));
    this.CONSUME(t.Colon);
    const type = this.SUBRULE(this.type);
    const signal: Signal = { kind: "signal", name, type, tags: [], annotations: [], start: name.start, end: type.end };
    do {
      this.MANY({
        GATE: () => !this.nextIs(t.Colon),
        DEF: () =>
          this.OR([
            { ALT: () => this.SUBRULE(this.timing, { ARGS: [signal] }) },
            { ALT: () => this.SUBRULE(this.source, { ARGS: [signal] }) },
            { ALT: () => signal.tags.push(this.SUBRULE(this.tag)) },
          ]),
      });
    } while (this.skipUnknownTag());
    signal.end = Math.max(name.end, this.lastEnd);
    return signal;
  });

  /** A word that is no tag and does not begin the next entry. */
  private skipUnknownTag(): boolean {
    if (this.RECORDING_PHASE || !this.at(t.Name) || this.nextIs(t.Colon) || this.startsLine()) return false;
    const token = this.LA(1);
    const near = nearest(token.image, [...Object.keys(tags), "from", "at", "per"]);
    this.report({
      ...t.spanOf(token),
      code: "S304",
      message: `'${token.image}' is not a tag of a signal.`,
      help: near === undefined ? `Tags are ${tagNames.join(", ")}.` : `Did you mean '${near}'?`,
      ...(near && { fixes: [{ title: `Write ${near}`, edits: [{ ...t.spanOf(token), text: near }] }] }),
    });
    this.skip();
    return true;
  }

  /** '{' entries '}' */
  protected signalBlock = this.RULE("signalBlock", (): Signal[] => {
    const left = this.CONSUME(t.LeftBrace);
    const entries: Signal[] = [];
    const wasQuiet = this.quiet;
    do {
      this.MANY(() => {
        this.OR([
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.CONSUME(t.Semicolon) },
          {
            ALT: () => {
              this.quiet = false;
              this.ACTION(() => this.skipSignalWord());
              entries.push(this.SUBRULE(this.signalEntry));
            },
          },
        ]);
      });
    } while (this.skipToSignal());
    this.quiet ||= wasQuiet;
    this.closing(t.RightBrace, left);
    return entries;
  });

  /** `signal x : T` inside a block. */
  private skipSignalWord(): void {
    const word = this.LA(1);
    if (word.image !== "signal" || !this.nextIs(t.Name)) return;
    this.note({
      ...t.spanOf(word),
      code: "S306",
      message: "Inside a block of signals the word 'signal' is left out.",
      help: "Write 'name : type'.",
      fixes: [
        { title: "Remove 'signal'", safe: true, edits: [{ start: word.startOffset, end: this.LA(2).startOffset, text: "" }] },
      ],
    });
    this.skip();
  }

  /** Passes what begins no entry, with one error; false where the block ends. */
  private skipToSignal(): boolean {
    if (this.RECORDING_PHASE || this.atEnd() || this.at(t.RightBrace)) return false;
    this.reportUnexpected({ help: "An entry looks like 'name : type from source'." });
    do this.skip();
    while (
      !this.atEnd() &&
      !this.at(t.RightBrace) &&
      !this.at(t.Comma) &&
      !(this.at(t.Name) && (this.nextIs(t.Colon) || this.startsLine()))
    );
    return true;
  }

  protected timing = this.RULE("timing", (into: Attributes = { tags: [] }): void => {
    const first = this.OR([{ ALT: () => this.CONSUME(t.soft.at) }, { ALT: () => this.CONSUME(t.soft.per) }]);
    const second = this.CONSUME(t.Name);
    this.ACTION(() => {
      const allowed = timings[first.image] ?? [];
      if (!allowed.includes(second.image)) {
        this.report({
          ...t.spanOf(second.image === "" ? first : second),
          code: "S304",
          message: `'${first.image} ${second.image}' is not a timing.`,
          help: "Timings are 'at start', 'per step', 'at end' and 'per group'.",
        });
        return;
      }
      const span = { start: first.startOffset, end: t.endOf(second) };
      if (into.timing !== undefined) this.twice(span, "timing");
      else into.timing = { timing: `${first.image} ${second.image}` as Timing["timing"], ...span };
    });
  });

  protected source = this.RULE("source", (into: Attributes = { tags: [] }): void => {
    const from = this.CONSUME(t.soft.from);
    const source: Source = { name: this.nameOf(this.CONSUME(t.Name)), args: [], start: from.startOffset, end: from.startOffset };
    this.OPTION(() => {
      const left = this.CONSUME(t.LeftParen);
      this.OPTION2(() => {
        source.args.push(this.textOf(this.CONSUME(t.AnyText)));
        this.MANY(() => {
          this.CONSUME(t.Comma);
          source.args.push(this.textOf(this.CONSUME2(t.AnyText)));
        });
      });
      this.closing(t.RightParen, left);
    });
    this.ACTION(() => {
      source.end = this.lastEnd;
      if (into.source !== undefined) this.twice(source, "source");
      else into.source = source;
    });
  });

  protected twice(span: { start: number; end: number }, what: string): void {
    this.note({
      start: span.start,
      end: span.end,
      code: "S305",
      message: `The ${what} is given twice.`,
      help: "Keep one of them.",
    });
  }

  private tag = this.RULE("tag", (): Tag => {
    const word = this.CONSUME(t.TagWord);
    const { second, value } = tags[word.image] ?? { value: "none" };
    const tag: Tag = { tag: second === undefined ? word.image : `${word.image} ${second}`, ...t.spanOf(word) };
    this.OPTION({
      GATE: () => second !== undefined && this.LA(1).image === second,
      DEF: () => this.CONSUME(t.Name),
    });
    this.ACTION(() => {
      if (second !== undefined && this.LA(0).image !== second) {
        this.report({
          ...t.spanOf(word),
          code: "S201",
          message: `'${word.image}' lacks its '${second}'.`,
          help: `Write '${word.image} ${second} …'.`,
        });
      }
    });
    const given = this.OR({
      DEF: [
        { GATE: () => value === "name", ALT: (): Name => this.nameOf(this.CONSUME2(t.Name)) },
        { GATE: () => value === "text", ALT: (): TextLiteral => this.textOf(this.CONSUME(t.AnyText)) },
        { GATE: () => value === "literal", ALT: (): Expression => this.SUBRULE(this.operand) },
        { ALT: () => undefined },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    if (given !== undefined) tag.value = given;
    this.ACTION(() => {
      if (value !== "none" && given === undefined)
        this.reportMissing(value === "text" ? t.AnyText : value === "name" ? t.Name : t.NumberToken);
    });
    tag.end = Math.max(tag.end, this.lastEnd);
    return tag;
  });
}
