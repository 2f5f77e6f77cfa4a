// Words of other languages that the parser understands: functions, modules, operators and declarations. Plain tables.

/** Functions under the name they have here → the names they have elsewhere. */
const functions: Readonly<Record<string, string>> = {
  length: "len size",
  abs: "fabs absolute",
  max: "maximum amax fmax nanmax",
  min: "minimum amin fmin nanmin",
  mean: "avg average nanmean",
  sum: "total nansum",
  std: "stdev stddev nanstd",
  var: "variance",
  log: "ln",
  sin: "sinf",
  atan: "arctan",
  asin: "arcsin",
  acos: "arccos",
  atan2: "arctan2",
  clip: "clamp",
  sigmoid: "logistic expit",
  sign: "sgn signum",
  norm: "l2 magnitude euclidean",
  cumsum: "cumulative_sum",
  trim: "strip",
  lower: "toLowerCase casefold tolower",
  upper: "toUpperCase toupper",
  starts_with: "startswith startsWith",
  ends_with: "endswith endsWith",
  contains: "includes",
  extract_all: "findall findAll finditer",
  replace: "sub replaceAll",
  position: "indexOf find index",
  delta: "diff",
  prev: "previous shift lag",
  missing: "isnan isnull isna is_missing",
  number: "float Number parseFloat to_number",
  integer: "int parseInt",
  not: "logical_not",
  rate_of: "rate derivative",
  break_even: "abstain",
};

/** The name here of a function that is called otherwise elsewhere. */
export const functionNames: ReadonlyMap<string, string> = new Map(
  Object.entries(functions).flatMap(([name, others]) => others.split(" ").map((other) => [other, name] as const)),
);

/** What stands before the name of a function in Python and JavaScript. */
export const modules: ReadonlySet<string> = new Set(
  "math Math np numpy torch jnp jax tf re statistics F random scipy jp".split(" "),
);

/** Functions that are written between their arguments elsewhere. */
export const wordOperators: ReadonlyMap<string, string> = new Map([
  ["contains", "contains"],
  ["includes", "contains"],
  ["starts_with", "starts_with"],
  ["startswith", "starts_with"],
  ["ends_with", "ends_with"],
  ["endswith", "ends_with"],
]);

const beginnings: readonly [words: string, word: string, help: string][] = [
  ["def func function lambda", "fn", "A function is written 'fn name(x) = …', outside the reward."],
  ["var const val set local define", "let", "A name for a value is written 'let name = …'."],
  ["class env task", "reward", "A reward is written 'reward Name { … }'."],
  ["input state observation obs feature", "signal", "An input is written 'signal name : 0..1'."],
  ["bonus term maximize maximise", "objective", "What is paid for is written 'objective name = …'."],
  ["cost minimize minimise", "penalty", "What is taken off is written 'penalty name = …'."],
  ["constraint must ensure", "require", "A condition for being paid is written 'require name = CONDITION else 0'."],
  ["assert test check", "expect", "What scenarios should pay is written 'expect honest > lazy'."],
  ["metric log monitor", "probe", "A value that is shown and not paid is written 'probe name = …'."],
  ["import include", "", "Another file is used with 'use \"path/to/other.reward\"' at the top."],
  ["if elif else match", "", "A choice is a value of something: 'objective name = if CONDITION then A else B'."],
  ["for while", "", "There are no loops: fold a list with 'sum(f(x) for x in xs)', or steps with 'sum(x) over steps'."],
  ["return", "", "Nothing is returned: what is paid is an 'objective name = …'; a function gives what stands behind its '='."],
];

/** What begins a declaration elsewhere → the word that does here, if there is one, and what helps. */
export const declarationHabits: ReadonlyMap<string, { word: string; help: string }> = new Map(
  beginnings.flatMap(([words, word, help]) => words.split(" ").map((each) => [each, { word, help }] as const)),
);
