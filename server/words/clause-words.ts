// Words inside declarations and expressions. Data only.
import type { WordDoc } from "./word.ts";

export const clauseWords: readonly WordDoc[] = [
  {
    word: "weight",
    form: "weight EXPRESSION",
    text: "How much the term counts, never negative: use `penalty` for what costs. A weight made of numbers takes the unit that makes weight × value a pure number.",
  },
  {
    word: "per",
    form: "per step | per second | per group",
    text: "On a term, how often it is paid: `per step` (the default), or `per second`, which multiplies by `dt` so that the return does not depend on the step length. On a signal, when it exists.",
  },
  { word: "once", form: "once", text: "Paid on the first step where the value is not zero, and never again in that episode." },
  {
    word: "when",
    form: "when CONDITION",
    text: "The term is paid only where the condition holds; elsewhere it is not evaluated and pays 0. A condition that cannot be evaluated counts against the agent.",
  },
  { word: "starts", form: "starts VALUE", text: "What a track holds before the first step." },
  { word: "like", form: "like SCENARIO", text: "Starts from the values of another scenario and changes some of them." },
  {
    word: "steps",
    form: "steps N { ENTRIES }",
    text: "A stretch of N steps on which the entries hold. Several stretches follow one another.",
  },
  { word: "from", form: "from SOURCE", text: "Where a signal comes from, which decides how far it can be trusted." },
  {
    word: "at",
    form: "at start | at end",
    text: "When a signal exists: fixed before the first step, or known when the episode has ended.",
  },
  {
    word: "over",
    form: "REDUCTION over steps | group | ensemble | last N steps",
    text: "Aggregates along an axis: `mean(x) over steps` is one value per episode, `mean(x) over group` one per prompt. Later values meet step values only through it.",
  },
  {
    word: "where",
    form: "VALUE where CONDITION",
    text: "Only the elements or steps for which the condition holds take part in the reduction.",
  },
  { word: "for", form: "EXPRESSION for NAME in VALUES", text: "Runs a reduction or builds a list over a named element." },
  {
    word: "with",
    form: "SCENARIO with { ENTRIES }",
    text: "The scenario with some values changed, for one comparison: `honest with { tokens = 4000 } <= honest`.",
  },
  { word: "by", form: "A > B by MARGIN", text: "The least difference the comparison must show." },
  { word: "as", form: "as success | as failure", text: "The outcome of an end, read by `succeeded` and `failed`." },
  { word: "within", form: "within DURATION", text: "The stage must be reached in that time." },
  { word: "avoiding", form: "avoiding CONDITION", text: "The sequence has failed as soon as the condition holds." },
  {
    word: "separates",
    form: "prove separates GOAL [by M]",
    text: "Every episode that reaches the goal earns more than every episode that does not.",
  },
  {
    word: "increasing",
    form: "prove increasing return in SIGNAL",
    text: "A larger value of the signal never lowers the return.",
  },
  {
    word: "decreasing",
    form: "prove decreasing return in SIGNAL",
    text: "A larger value of the signal never raises the return.",
  },
  {
    word: "farmable",
    form: "prove not farmable",
    text: "No term's return grows with the number of steps the policy chooses to add.",
  },
  { word: "equivalent", form: "prove equivalent to REWARD", text: "Both rewards order all policies alike." },
  {
    word: "if",
    form: "if CONDITION then A else B",
    text: "Only the branch taken is evaluated; on vectors, element by element. `else` is obligatory. A condition that cannot be evaluated gives no value.",
    snippet: "if ${1:condition} then ${2:1} else ${3:0}",
  },
  {
    word: "then",
    form: "if CONDITION then A else B",
    text: "The value where the condition holds; in a sequence, the next stage.",
  },
  {
    word: "else",
    form: "else VALUE",
    text: "The value where nothing before applies; in a `require`, the most that is paid where it is violated.",
  },
  {
    word: "match",
    form: 'match VALUE { "x" => A, "y" | "z" => B, else => C }',
    text: "Chooses by text, number or condition. It must cover every alternative of an enumeration, or end with `else`.",
    snippet: "match ${1:value} {\n  ${2:pattern} => ${3:1},\n  else => ${4:0},\n}",
  },
  { word: "and", form: "A and B", text: "Both hold. B is looked at only where A holds." },
  { word: "or", form: "A or B", text: "At least one holds. B is looked at only where A does not." },
  { word: "not", form: "not A", text: "A does not hold. It binds looser than comparison: `not a == b` is `not (a == b)`." },
  { word: "in", form: 'X in A..B  ·  X in ["a", "b"]', text: "X lies in the range, both ends included, or is one of the texts." },
  {
    word: "matches",
    form: 'TEXT matches r"PATTERN"',
    text: "The pattern is found somewhere in the text. Anchor with `^` and `$` for the whole text.",
  },
  { word: "true", form: "true", text: "A condition that holds; 1 where a number is needed." },
  { word: "false", form: "false", text: "A condition that does not hold; 0 where a number is needed." },
  { word: "inf", form: "inf", text: "Infinity. It fits every unit and may stand as an open bound of a range." },
  { word: "success", form: "as success", text: "The episode ended well: `succeeded` is true on that step." },
  { word: "failure", form: "as failure", text: "The episode ended badly: `failed` is true on that step." },
];
