// The expression half of the tree. Parentheses are kept as nodes, so that the printer gives back what was meant.
import type { Name } from "./ast.ts";
import type { Span } from "./span.ts";

export type Expression =
  | NumberLiteral
  | Infinite
  | TextLiteral
  | BoolLiteral
  | NameRef
  | Call
  | MemberAccess
  | IndexAccess
  | Over
  | With
  | Unary
  | Binary
  | Chain
  | If
  | Match
  | VectorLiteral
  | ListBuilder
  | Paren
  | Missing;

/** `[m/s^2]`: factors in source order; a factor after `/` has a negated exponent. `name` is absent in `[1/s]`. */
export interface UnitTag extends Span {
  factors: { name?: string; number?: number; exponent: number }[];
}
export interface NumberLiteral extends Span {
  kind: "number";
  value: number;
  /** As written, for the printer (`1_000`, `1e-3`). */
  text: string;
  unit?: UnitTag;
}
/** `inf`; minus infinity is a Unary of it. */
export interface Infinite extends Span {
  kind: "inf";
  unit?: UnitTag;
}
/** `"…"` with escapes resolved in `value`, or raw `r"…"flags` (a pattern) with every backslash kept. */
export interface TextLiteral extends Span {
  kind: "text";
  value: string;
  raw: boolean;
  flags: string;
  /** As written, quotes included. */
  text: string;
}
export interface BoolLiteral extends Span {
  kind: "bool";
  value: boolean;
}
export interface NameRef extends Span {
  kind: "name";
  name: string;
}
export interface Clause {
  variable: Name;
  source: Expression;
}
export interface Argument extends Span {
  name?: Name;
  value: Expression;
  for?: Clause;
  where?: Expression;
}
export interface Call extends Span {
  kind: "call";
  callee: Name;
  args: Argument[];
}
export interface MemberAccess extends Span {
  kind: "member";
  object: Expression;
  property: Name;
}
/** `v[i]`, or a slice `v[a..b]` where `index` is a Binary "..". */
export interface IndexAccess extends Span {
  kind: "index";
  object: Expression;
  index: Expression;
}
export interface Axis extends Span {
  /** `steps ensemble group batch episodes`, or "last" with a length. */
  name: string;
  /** `over last 10 steps`, `over last 0.5 [s]`. */
  length?: NumberLiteral;
  steps?: boolean;
}
export interface Over extends Span {
  kind: "over";
  value: Expression;
  axis: Axis;
}
export interface With extends Span {
  kind: "with";
  object: Expression;
  world: World;
}
export interface Unary extends Span {
  kind: "unary";
  operator: "-" | "not";
  operand: Expression;
}
export type BinaryOperator =
  | "or"
  | "and"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "matches"
  | ".."
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "??"
  | "^";
export interface Binary extends Span {
  kind: "binary";
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
}
export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";
/** `a < b <= c`: two or more comparisons; one alone is a Binary. operands.length = operators.length + 1. */
export interface Chain extends Span {
  kind: "chain";
  operands: Expression[];
  operators: Comparison[];
}
export interface If extends Span {
  kind: "if";
  condition: Expression;
  yes: Expression;
  no: Expression;
}
export type Pattern = TextLiteral | NumberLiteral | BoolLiteral;
export interface Arm extends Span {
  /** Empty for `else`. */
  patterns: Pattern[];
  value: Expression;
}
export interface Match extends Span {
  kind: "match";
  subject: Expression;
  arms: Arm[];
}
export interface VectorLiteral extends Span {
  kind: "vector";
  elements: Expression[];
  unit?: UnitTag;
}
/** `[e for x in xs where c]`. */
export interface ListBuilder extends Span {
  kind: "list";
  value: Expression;
  for: Clause;
  where?: Expression;
}
export interface Paren extends Span {
  kind: "paren";
  inner: Expression;
}
/** Where recovery found no expression; always accompanied by a syntax error. */
export interface Missing extends Span {
  kind: "missing";
}

/** The braces of a scenario, a data block or a `with`. */
export interface World extends Span {
  items: (Entry | Segment | GroupItem)[];
}
/** `group a, b, b`: a group of scenarios. */
export interface GroupItem extends Span {
  kind: "group";
  members: Name[];
}
export interface Entry extends Span {
  kind: "entry";
  /** `velocity.x = …` has the path [velocity, x]. */
  path: Name[];
  value: Expression;
}
export interface Segment extends Span {
  kind: "segment";
  steps: NumberLiteral;
  world?: World;
}
