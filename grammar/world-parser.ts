// The braces of a scenario, a data block or a `with`: entries and segments. It must not know declarations.
import type { Entry, Name, Segment, World } from "./ast.ts";
import { ExpressionParser } from "./expression-parser.ts";
import * as t from "./tokens.ts";

export abstract class WorldParser extends ExpressionParser {
  override world = this.RULE("world", (): World => {
    const left = this.CONSUME(t.LeftBrace);
    const items: World["items"] = [];
    do {
      this.MANY(() => {
        this.OR([
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.CONSUME(t.Semicolon) },
          { GATE: () => this.atSegment(), ALT: () => items.push(this.SUBRULE(this.segment)) },
          { ALT: () => items.push(this.SUBRULE(this.entry)) },
        ]);
      });
    } while (!this.RECORDING_PHASE && this.skipToEntry());
    const right = this.closing(t.RightBrace, left);
    return { items, start: left.startOffset, end: t.endOf(right) };
  });

  private atSegment(): boolean {
    return this.at(t.soft.steps) && !this.nextIs(t.Equals) && !this.nextIs(t.Dot);
  }

  /** Passes what begins no entry; false where the block ends. */
  private skipToEntry(): boolean {
    if (this.atEnd() || this.at(t.RightBrace)) return false;
    this.reportUnexpected("Entries look like `signal = value` or `steps 10 { … }`.");
    this.skip();
    return true;
  }

  private segment = this.RULE("segment", (): Segment => {
    const start = this.CONSUME(t.soft.steps).startOffset;
    const steps = this.SUBRULE(this.quantity);
    const segment: Segment = { kind: "segment", steps, start, end: steps.end };
    this.OPTION(() => {
      segment.world = this.SUBRULE(this.world);
      segment.end = segment.world.end;
    });
    return segment;
  });

  private entry = this.RULE("entry", (): Entry => {
    const first = this.nameOf(this.CONSUME(t.Name));
    const path: Name[] = [first];
    this.MANY(() => {
      this.CONSUME(t.Dot);
      path.push(this.nameOf(this.CONSUME2(t.Name)));
    });
    this.CONSUME(t.Equals);
    const value = this.SUBRULE(this.expression);
    return { kind: "entry", path, value, start: first.start, end: value.end };
  });
}
