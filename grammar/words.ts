// The words of the language: which are hard, which are soft, and what each declaration looks like. It must not know tokens.

/** Never a name. */
export const hardWords = [
  "if",
  "then",
  "else",
  "match",
  "and",
  "or",
  "not",
  "true",
  "false",
  "in",
  "matches",
  "over",
  "for",
  "where",
] as const;

export type DeclarationWord =
  | "language"
  | "use"
  | "unit"
  | "fn"
  | "signals"
  | "reward"
  | "horizon"
  | "discount"
  | "dt"
  | "group"
  | "advantage"
  | "principal"
  | "ends"
  | "signal"
  | "param"
  | "let"
  | "goal"
  | "probe"
  | "limit"
  | "track"
  | "objective"
  | "penalty"
  | "shaping"
  | "sequence"
  | "require"
  | "total"
  | "assume"
  | "scenario"
  | "data"
  | "expect"
  | "prove";

export interface DeclarationForm {
  place: "file" | "reward" | "both";
  /** A name of its own follows the word. */
  named: boolean;
  /** It is not complete before its `=`. */
  awaitsValue: boolean;
  /** How it is written, for messages. */
  form: string;
}

/** `named` and `awaitsValue` are read off the form: `word NAME …`, `… = …` at its own level. */
function form(
  place: DeclarationForm["place"],
  text: string,
  awaitsValue = text.replace(/\{.*\}/, "").includes(" = "),
): DeclarationForm {
  return { place, named: text.split(" ")[1].startsWith("NAME"), awaitsValue, form: text };
}

/** A soft word that begins a declaration, with its form. */
export const declarations: Readonly<Record<DeclarationWord, DeclarationForm>> = {
  language: form("file", "language 1"),
  use: form("file", 'use "path/to/other.reward"'),
  unit: form("file", "unit NAME = 1000 [m]", false),
  fn: form("file", "fn NAME(x) = EXPRESSION"),
  signals: { ...form("both", "signals at end from policy { NAME : TYPE }"), named: true },
  reward: form("file", "reward NAME { … }"),
  horizon: form("reward", "horizon 500 steps"),
  discount: form("reward", "discount 0.99"),
  dt: form("reward", "dt 0.02 [s]"),
  group: form("reward", "group 8"),
  advantage: form("reward", "advantage NAME"),
  principal: form("reward", 'principal "user"'),
  ends: form("reward", "ends when CONDITION as failure"),
  signal: form("reward", "signal NAME : TYPE from SOURCE"),
  param: form("reward", "param NAME : RANGE = VALUE"),
  let: form("reward", "let NAME = EXPRESSION"),
  goal: form("reward", "goal NAME = CONDITION"),
  probe: form("reward", "probe NAME = EXPRESSION"),
  limit: form("reward", "limit NAME = mean(CONDITION) over episodes <= 0.01"),
  track: form("reward", "track NAME starts EXPRESSION = EXPRESSION"),
  objective: form("reward", "objective NAME weight 0.5 = EXPRESSION when CONDITION"),
  penalty: form("reward", "penalty NAME weight 0.5 = EXPRESSION when CONDITION"),
  shaping: form("reward", "shaping NAME weight 0.5 = potential(EXPRESSION)"),
  sequence: form("reward", "sequence NAME = FIRST then SECOND within 30 [s]"),
  require: form("reward", "require NAME = CONDITION else EXPRESSION"),
  total: form("reward", "total = EXPRESSION"),
  assume: form("reward", "assume CONDITION"),
  scenario: form("reward", "scenario NAME like OTHER { … }"),
  data: form("reward", 'data NAME "logs/*.jsonl" { signal = "column" }'),
  expect: form("reward", "expect CONDITION by MARGIN"),
  prove: form("reward", "prove CLAIM"),
};

export type TagValue = "none" | "name" | "text" | "literal";

/** The tags of a signal: first word → second word or "" → what follows. */
export const tags: Readonly<Record<string, { second?: string; value: TagValue }>> = {
  repeatable: { value: "none" },
  latched: { value: "none" },
  passive: { value: "none" },
  intrinsic: { value: "none" },
  stochastic: { value: "none" },
  hazard: { value: "none" },
  saturates: { value: "none" },
  direction: { value: "name" },
  kind: { value: "name" },
  varying: { value: "name" },
  family: { value: "text" },
  beneficiary: { value: "text" },
  writable: { second: "by", value: "name" },
  visible: { second: "to", value: "name" },
  measured: { second: "by", value: "text" },
  default: { value: "literal" },
  capability: { value: "literal" },
  rate: { value: "literal" },
};

/** Soft words that have a meaning inside a declaration. */
export const contextWords = [
  "weight",
  "per",
  "once",
  "when",
  "as",
  "starts",
  "at",
  "from",
  "within",
  "avoiding",
  "like",
  "by",
  "to",
  "with",
  "of",
  "one",
  "list",
  "vector",
  "bools",
  "quaternion",
  "ensemble",
  "inf",
  "steps",
  "last",
  "separates",
  "increasing",
  "decreasing",
  "equivalent",
] as const;

/** Words after which a name or an expression must come, so that a declaration word after them is a name. */
export const expectant: ReadonlySet<string> = new Set([
  ...["weight", "per", "when", "starts", "at", "from", "within", "avoiding", "like", "by", "as", "to", "of", "with"],
  ...["direction", "kind", "varying", "separates", "increasing", "decreasing", "equivalent", "last"],
]);
