// What one operator is: the record that hover, completion, types, ranges, evaluation, generated code and docs all read.
// It must not know the compiler. Conditions are numbers: 1 true, 0 false, NaN where they cannot be evaluated.
import type { Interval } from "../interval.ts";
import type { ValueType } from "../program.ts";

export type Category =
  | "arithmetic"
  | "comparison"
  | "logic"
  | "elementary"
  | "bounding"
  | "combining"
  | "vector"
  | "reduction"
  | "sequence"
  | "temporal"
  | "list"
  | "quaternion"
  | "text"
  | "similarity"
  | "credit"
  | "judging"
  | "risk"
  | "schedule"
  | "scenario";

/**
 * What an argument may be.
 * `range` is written `a..b` and reaches `evaluate` as two numbers. `option` is a constant text out of `options`.
 * `values` is a vector or list of numbers as a whole, `list` one of anything, `texts` a list of text; `any` anything;
 * `quaternion` reaches `evaluate` as [w, x, y, z], whatever the order its type declares, and is given back so;
 * `pattern` a text or a regular expression.
 */
export type ParameterType =
  | "number"
  | "bool"
  | "text"
  | "pattern"
  | "range"
  | "values"
  | "list"
  | "texts"
  | "quaternion"
  | "any"
  | "option"
  | "count";

/** Whether an argument of this kind is a vector or list as a whole, also of an element-wise operator. */
export function takesWhole(type: ParameterType): boolean {
  return type === "values" || type === "list" || type === "texts" || type === "quaternion";
}

export interface Parameter {
  name: string;
  type: ParameterType;
  /** Given: the argument may be left out. */
  default?: number | string | boolean | readonly string[];
  options?: readonly string[];
  /** Zero or more further arguments like this one; only the last parameter. */
  variadic?: boolean;
  /** May be left out: then it is the list of the first argument over all samples of the group. */
  collected?: boolean;
  /** Zero-based values only at compile time, e.g. `kind:`. */
  constant?: boolean;
  /** May be missing; any other argument must be there. */
  mayBeMissing?: boolean;
  /** A pure number whatever the unit rule says of the other arguments. */
  pure?: boolean;
  /** A pattern of which only the first match is looked for; without it all matches are gone through. */
  search?: "first";
  doc: string;
}

/**
 * How units pass through.
 * same: all numeric arguments agree, the result has their unit · pure: arguments and result are pure numbers ·
 * ratio: arguments agree, the result is pure · multiply, divide, power, sqrt, square: algebra · first: the unit of the
 * first argument, the others are pure · product: unit of the first times that of the second (dot) ·
 * `[char]`, `[word]`: the result has that unit, arguments have none · none: no numeric argument, pure result.
 */
export type UnitRule =
  | "same"
  | "pure"
  | "ratio"
  | "multiply"
  | "divide"
  | "power"
  | "sqrt"
  | "square"
  | "first"
  | "product"
  | "[char]"
  | "[word]"
  | "none";

/** What a further argument of a reduction may be: its interval, and the text of an option. */
export type Setting = Interval & { option?: string };

/** + rises with the argument, - falls, 0 ignores it, ? neither is known. */
export type Monotone = "+" | "-" | "0" | "?";

/** `element?` is an element of the first argument, or missing. What else depends on the arguments is said by `resultType`. */
export type ResultType =
  | "number"
  | "bool"
  | "count"
  | "text"
  | "vector"
  | "quaternion"
  | "list"
  | "list of number"
  | "list of text"
  | "as first"
  | "bool?"
  | "text?"
  | "number?"
  | "count?"
  | "list of text?"
  | "element?";

export interface Example {
  /** In the language. */
  expression: string;
  /** What it gives. */
  value: number | boolean | string | null | readonly (number | string | readonly (number | string)[])[];
  tolerance?: number;
  /** Evaluated over so many steps (t = 0, 1, …): `value` is one value per step, unless the expression is one for the episode. */
  steps?: number;
}

export interface Operator {
  name: string;
  aliases?: readonly string[];
  /** Written between its arguments (`+`) or before one (`-`, `not`). */
  symbol?: string;
  category: Category;
  /** One sentence, first on hover. */
  summary: string;
  /** Formula and edge cases, Markdown. */
  doc: string;
  parameters: readonly Parameter[];
  result: ResultType;
  /**
   * The exact type, where it depends on the types of the arguments or on constants among them (undefined where not constant), one
   * entry per evaluated argument; `problem` says in a sentence why they do not fit.
   */
  resultType?: (
    types: readonly ValueType[],
    constants: readonly (number | string | undefined)[],
  ) => ValueType | { problem: string };
  unit: UnitRule;
  /** Applied to each element of vector and list arguments; false: takes its `values` arguments whole. */
  elementwise: boolean;
  /**
   * The exact value. A stand-alone exported function of plain values: its source text is printed into generated code, so it may
   * use only Math, its arguments and other exported operator functions. NaN in, NaN out; a missing text is null; never throws.
   */
  evaluate?: (...args: never[]) => unknown;
  /** Folds a vector, a list or the values along an axis; extra arguments follow. NaN (missing) over nothing where it has no value. */
  reduce?(values: ArrayLike<number>, ...extra: (number | string | undefined)[]): number;
  /** For sequence operators: rewritten before evaluation, in terms of `prev` and `state` (the compiler knows how, by name). */
  rewritten?: boolean;
  /**
   * Interval of the result from those of the arguments, one per evaluated argument (a `range` parameter gives two). Of a vector
   * or list it is the interval of every element, and `counts` says, under the same index, how many elements there are.
   */
  range?: (args: Interval[], options: (string | undefined)[], counts?: readonly (Interval | undefined)[]) => Interval;
  /** The same for a reduction: interval of the elements and the number of elements, [0, inf] where unknown. */
  reduceRange?: (element: Interval, count: Interval, ...extra: Setting[]) => Interval;
  monotone?: readonly Monotone[] | ((args: Interval[], options: (string | undefined)[]) => readonly Monotone[]);
  /**
   * How an infix or Math call is printed; absent: a call of `evaluate`'s own source. Infix arguments are printed as given and
   * nothing is put round the whole: parentheses are the printer's business.
   */
  print?: (args: string[]) => string;
  /** Executed by the tests and shown in the docs. */
  examples: readonly Example[];
  /** Paper or code the formula comes from. */
  source: string;
}

/** What the further arguments of a reduction mean where none is written. */
export function defaultSettings({ evaluate, parameters }: Operator): Setting[] {
  if (evaluate !== undefined) return [];
  return parameters.slice(1).map(({ default: given }) => {
    if (typeof given === "string") return { lo: given.length, hi: given.length, option: given };
    return typeof given === "number" ? { lo: given, hi: given } : { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
  });
}
