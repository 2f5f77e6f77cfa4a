// The tree of a `.reward` file: plain data with offsets, no meaning. It must not know the parser or any type rule.
import type { Expression, NumberLiteral, TextLiteral, UnitTag, World } from "./ast-expressions.ts";
import type { Span } from "./span.ts";

export * from "./ast-expressions.ts";

/** A name as written. `text` is "" where a half-typed file lacks it. */
export interface Name extends Span {
  text: string;
}

export interface Comment extends Span {
  text: string;
  /** Nothing but white space stands before it on its line. */
  ownLine: boolean;
}

export interface Annotation extends Span {
  name: Name;
  rule: Name;
  reason: TextLiteral | undefined;
}

/** What every declaration has. `nameSpan`-like positions come from its `name`. */
export interface Declared extends Span {
  /** Text of the `///` lines before it, without the slashes, joined by "\n". */
  doc?: string;
  annotations: Annotation[];
}

export interface File extends Span {
  language?: NumberLiteral;
  declarations: Declaration[];
  /** Every `//` and block comment in order, doc comments excluded. */
  comments: Comment[];
}

export type Declaration = Use | UnitDeclaration | Fn | SignalSet | Reward;

export interface Use extends Declared {
  kind: "use";
  path: TextLiteral;
}
export interface UnitDeclaration extends Declared {
  kind: "unit";
  name: Name;
  value?: Expression;
}
export interface FnParam extends Span {
  name: Name;
  default?: Expression;
}
export interface Fn extends Declared {
  kind: "fn";
  name: Name;
  params: FnParam[];
  body: Expression;
}
/** A file-level `signals Name { … }`. */
export interface SignalSet extends Declared {
  kind: "signal-set";
  name: Name;
  entries: Signal[];
}
export interface Reward extends Declared {
  kind: "reward";
  name: Name;
  contract?: RangeNode;
  members: Member[];
}

export type Member =
  | Setting
  | Ends
  | Signal
  | SignalBlock
  | SignalInclude
  | Param
  | Binding
  | Track
  | Term
  | Shaping
  | Sequence
  | Require
  | Total
  | Assume
  | Scenario
  | Data
  | Expect
  | Prove;

export interface Setting extends Declared {
  kind: "setting";
  setting: "horizon" | "discount" | "dt" | "group" | "advantage" | "principal";
  /** A number, constant expression, name (`advantage grpo`) or text (`principal "user"`). */
  value: Expression;
  /** `horizon 500 steps` rather than `horizon 10 [s]`. */
  steps?: boolean;
}
export interface Ends extends Declared {
  kind: "ends";
  condition: Expression;
  outcome?: "success" | "failure";
}

export interface Timing extends Span {
  timing: "at start" | "at end" | "per step" | "per group" | "per batch" | "per completion";
}
export interface Source extends Span {
  name: Name;
  args: TextLiteral[];
}
export interface Tag extends Span {
  /** `repeatable`, `direction`, `writable by` …: the words that name the row of the tag table. */
  tag: string;
  value?: Name | Expression;
}
export interface Signal extends Declared {
  kind: "signal";
  name: Name;
  type: TypeNode;
  timing?: Timing;
  source?: Source;
  tags: Tag[];
}
/** `signals at end from policy { … }` inside a reward. */
export interface SignalBlock extends Declared {
  kind: "signals";
  timing?: Timing;
  source?: Source;
  entries: Signal[];
}
/** `signals Quadruped` inside a reward. */
export interface SignalInclude extends Declared {
  kind: "signals-include";
  name: Name;
}
export interface Param extends Declared {
  kind: "param";
  name: Name;
  type?: TypeNode;
  value: Expression;
}
export interface Binding extends Declared {
  kind: "let" | "goal" | "probe" | "limit";
  name: Name;
  value: Expression;
}
export interface Track extends Declared {
  kind: "track";
  name: Name;
  type?: TypeNode;
  starts: Expression;
  value: Expression;
}
export interface Term extends Declared {
  kind: "objective" | "penalty";
  name: Name;
  weight?: Expression;
  rate?: "per step" | "per second" | "once";
  when?: Expression;
  value: Expression;
}
export interface Shaping extends Declared {
  kind: "shaping";
  name: Name;
  weight?: Expression;
  value: Expression;
}
export interface Stage extends Span {
  condition: Expression;
  within?: Expression;
  /** `within 30 steps` rather than `within 30 [s]`. */
  withinSteps?: boolean;
  for?: Expression;
  forSteps?: boolean;
}
export interface Sequence extends Declared {
  kind: "sequence";
  name: Name;
  stages: Stage[];
  avoiding?: Expression;
}
export interface Require extends Declared {
  kind: "require";
  name: Name;
  condition: Expression;
  otherwise: Expression;
}
export interface Total extends Declared {
  kind: "total";
  value: Expression;
}
export interface Assume extends Declared {
  kind: "assume";
  condition: Expression;
}
export interface Scenario extends Declared {
  kind: "scenario";
  name: Name;
  like?: Name;
  world: World;
}
export interface Data extends Declared {
  kind: "data";
  name: Name;
  glob: TextLiteral;
  world?: World;
}
export interface Expect extends Declared {
  kind: "expect";
  condition: Expression;
  by?: Expression;
}
export interface Prove extends Declared {
  kind: "prove";
  claim:
    | { kind: "separates"; goal: Name; by?: Expression }
    | { kind: "monotone"; direction: "increasing" | "decreasing"; what: Name; signal: Name }
    | { kind: "equivalent"; other: Name }
    | { kind: "not-farmable" }
    | { kind: "condition"; condition: Expression };
}

export interface RangeNode extends Span {
  lo: Expression;
  hi: Expression;
}

export interface TypeNode extends Span {
  base: BaseType;
  unit?: UnitTag;
  /** `vector(3) in -1..1`. */
  range?: RangeNode;
  optional: boolean;
}
export type BaseType = Span &
  (
    | { kind: "named"; name: string }
    | { kind: "range"; range: RangeNode }
    | { kind: "vector" | "bools"; size: number }
    | { kind: "quaternion"; order: "wxyz" | "xyzw" }
    | { kind: "ensemble"; size: number; of: BaseType }
    | { kind: "list"; of: BaseType }
    | { kind: "one-of"; alternatives: TextLiteral[] }
    | { kind: "missing" }
  );
