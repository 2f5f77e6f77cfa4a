// The braces of a scenario, a data block or a `with`: entries and segments. It must not know declarations.
import { adviseLeftover } from "./advise.ts";
import type { Entry, GroupItem, Name, Segment, World } from "./ast.ts";
import { ExpressionParser } from "./expression-parser.ts";
import * as t from "./tokens.ts";

export abstract class WorldParser extends ExpressionParser {
  override world = this.RULE("world", (): World => {
    const left = this.CONSUME(t.LeftBrace);
    const items: World["items"] = [];
    const wasQuiet = this.quiet;
    const deep = !this.descend();
    this.worlds++;
    do {
      this.MANY(() => {
        this.OR({
          DEF: [
            { ALT: () => this.CONSUME(t.Comma) },
            { ALT: () => this.CONSUME(t.Semicolon) },
            { GATE: () => this.atSegment(), ALT: () => items.push(this.SUBRULE(this.segment)) },
            { GATE: () => !this.atSegment(), ALT: () => items.push(this.SUBRULE(this.entry)) },
          ],
          // One token decides, so that a broken entry is still an entry; the gates tell `steps 10` from `steps = 10`.
          MAX_LOOKAHEAD: 1,
          IGNORE_AMBIGUITIES: true,
        });
      });
    } while (!deep && this.skipToEntry());
    this.ascend();
    this.worlds--;
    this.quiet ||= wasQuiet;
    const right = this.closing(t.RightBrace, left);
    return { items, start: left.startOffset, end: t.endOf(right) };
  });

  /** `steps 10 { … }`, or a broken form of it; `steps = 3` is an entry. */
  private atSegment(): boolean {
    return this.at(t.soft.steps) && !this.nextIs(t.Equals) && !this.nextIs(t.Dot) && !this.nextIs(t.Colon);
  }

  /** Passes what begins no entry, with one error; false where the block ends. */
  private skipToEntry(): boolean {
    if (this.RECORDING_PHASE || this.atEnd() || this.at(t.RightBrace)) return false;
    this.reportUnexpected(adviseLeftover([this.LA(1), this.LA(2)], false, "scenario", this.LA(0)));
    do this.skip();
    while (!this.atEnd() && !this.atEntry());
    return true;
  }

  private atEntry(): boolean {
    if (this.at(t.Comma) || this.at(t.Semicolon) || this.at(t.RightBrace)) return true;
    if (!this.at(t.Name)) return false;
    return this.nextIs(t.Equals) || this.startsLine() || (this.at(t.soft.steps) && this.nextIs(t.NumberToken));
  }

  private segment = this.RULE("segment", (): Segment => {
    this.quiet = false;
    const start = this.CONSUME(t.soft.steps).startOffset;
    const steps = this.SUBRULE(this.quantity);
    const segment: Segment = { kind: "segment", steps, start, end: steps.end };
    this.OPTION(() => {
      segment.world = this.SUBRULE(this.world);
      segment.end = segment.world.end;
    });
    return segment;
  });

  private entry = this.RULE("entry", (): Entry | GroupItem => {
    this.quiet = false;
    const first = this.nameOf(this.CONSUME(t.Name));
    const path: Name[] = [first];
    if (!this.RECORDING_PHASE && first.text === "group" && this.at(t.Name)) return this.groupOf(first);
    this.MANY(() => {
      this.CONSUME(t.Dot);
      path.push(this.nameOf(this.CONSUME2(t.Name)));
    });
    this.CONSUME(t.Equals);
    const value = this.lacksValue() ? this.missing() : this.SUBRULE(this.expression);
    return { kind: "entry", path, value, start: first.start, end: Math.max(first.end, value.end) };
  });

  /** `group a, b, b` */
  private groupOf(word: Name): GroupItem {
    const members: Name[] = [];
    while (this.at(t.Name) && !this.nextIs(t.Equals) && !this.nextIs(t.Dot)) {
      members.push(this.nameOf(this.LA(1)));
      this.skip();
      if (!this.at(t.Comma)) break;
      this.skip();
    }
    return { kind: "group", members, start: word.start, end: members.at(-1)?.end ?? word.end };
  }

  /** `a =` with the next entry on the next line. */
  private lacksValue(): boolean {
    if (this.RECORDING_PHASE || !this.at(t.Name) || !this.startsLine() || !(this.nextIs(t.Equals) || this.nextIs(t.Colon)))
      return false;
    this.reportMissingExpression();
    return true;
  }
}
