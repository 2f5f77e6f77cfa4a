// What an operator's record says in signs and intervals, in words: arguments, units, directions, ranges. It must not know LSP.
import { EVERYTHING, type Interval, NOT_NEGATIVE, TRUTH } from "../../runtime/interval.ts";
import type { Monotone, Operator, Parameter, ParameterType, UnitRule } from "../../runtime/operators/operator.ts";
import { inlineCode } from "../describe/code.ts";
import { describeRange } from "../describe/number.ts";

const kinds: Readonly<Record<ParameterType, string>> = {
  number: "number",
  bool: "condition",
  text: "text",
  pattern: 'pattern: a text, or `r"…"`',
  range: "range `a..b`",
  values: "vector or list of numbers",
  list: "vector or list",
  texts: "list of texts",
  quaternion: "quaternion",
  any: "any value",
  option: "one of",
  count: "whole number",
};

/** `number`, `vector or list of numbers, may be missing`, `one of "min", "mean"`. */
export function kindText({ type, options, mayBeMissing, variadic, constant }: Parameter): string {
  const chosen = options === undefined ? "" : ` ${options.map((option) => inlineCode(JSON.stringify(option))).join(", ")}`;
  const more = [
    variadic && "any number of them",
    mayBeMissing && "may be missing",
    constant && options === undefined && "constant",
  ];
  return [`${kinds[type]}${chosen}`, ...more.filter(Boolean)].join(", ");
}

const unitRules: Readonly<Record<UnitRule, string>> = {
  same: "All numbers have the same unit, and so has the result.",
  pure: "Pure numbers in, a pure number out.",
  ratio: "The numbers have the same unit; the result has none.",
  multiply: "The units are multiplied.",
  divide: "The unit of the first is divided by that of the second.",
  power: "The unit is raised to the power, which is a constant where there is a unit.",
  sqrt: "The unit of the result is the root of that of the argument.",
  square: "The unit of the result is the square of that of the argument.",
  first: "The result has the unit of the first argument; the others are pure numbers.",
  product: "The result has the unit of the first argument times that of the second.",
  "[char]": "The result is in `[char]`.",
  "[word]": "The result is in `[word]`.",
  none: "",
};

/** The unit rule in a sentence; empty where there is nothing with a unit. */
export function unitRuleText({ name, unit, parameters }: Operator): string {
  if (name === "rate_of") return "The unit of the argument per second.";
  if (name === "to") return "The unit of the result is the second argument.";
  const pure = unit === "pure" || unit === "none" ? [] : parameters.filter((parameter) => parameter.pure);
  const apart = pure.length === 0 ? "" : ` ${names(pure.map(({ name: one }) => one))} ${pure.length === 1 ? "is" : "are"} pure.`;
  return `${unitRules[unit]}${apart}`;
}

const names = (all: readonly string[]) => {
  const written = all.map(inlineCode);
  return written.length < 2 ? written.join("") : `${written.slice(0, -1).join(", ")} and ${written.at(-1)}`;
};

/** The parameters as their values reach the operator: a range counts twice. */
function slotsOf({ parameters }: Operator): { parameter: Parameter; label: string }[] {
  return parameters.flatMap((parameter) =>
    parameter.type === "range"
      ? [`start of ${parameter.name}`, `end of ${parameter.name}`].map((label) => ({ parameter, label }))
      : [{ parameter, label: parameter.name }],
  );
}

/** The widest interval of a kind, or the unit interval for every number. */
function intervalFor(type: ParameterType, unit: boolean): Interval {
  if (type === "bool") return TRUTH;
  if (type === "count" || type === "text" || type === "texts" || type === "pattern" || type === "option") return NOT_NEGATIVE;
  return unit || type === "quaternion" ? (type === "quaternion" ? EVERYTHING : TRUTH) : EVERYTHING;
}

const optionsOf = (operator: Operator) =>
  slotsOf(operator).map(({ parameter }) => (parameter.type === "option" ? String(parameter.default) : undefined));

function signsOf(operator: Operator, unit: boolean): readonly Monotone[] {
  const { monotone = [] } = operator;
  if (typeof monotone !== "function") return monotone;
  return monotone(
    slotsOf(operator).map(({ parameter }) => intervalFor(parameter.type, unit)),
    optionsOf(operator),
  );
}

const ordered: ReadonlySet<ParameterType> = new Set(["number", "bool", "count", "range", "values", "list", "any"]);

function directions(operator: Operator, unit: boolean): string {
  const signs = signsOf(operator, unit);
  const slots = slotsOf(operator).map((slot, i) => ({ ...slot, sign: signs[i] ?? "?" }));
  const of = (sign: Monotone) =>
    names(slots.filter((slot) => slot.sign === sign && ordered.has(slot.parameter.type)).map(({ label }) => label));
  const parts = [
    [of("+"), "rises with"],
    [of("-"), "falls with"],
  ];
  return parts
    .filter(([which]) => which !== "")
    .map(([which, verb]) => `${verb} ${which}`)
    .join(", ");
}

/** `Rises with x, falls with refs.`; empty where no direction holds for all arguments. */
export function directionText(operator: Operator): string {
  const general = directions(operator, false);
  const narrow = typeof operator.monotone === "function" ? directions(operator, true) : general;
  const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  const where = "Where all numbers lie in 0..1 it";
  if (general === "") return narrow === "" ? "" : `${where} ${narrow}.`;
  return narrow === general || narrow === "" ? sentence(general) : `${sentence(general)} ${where} ${narrow}.`;
}

function rangeFor(operator: Operator, unit: boolean): Interval | undefined {
  const slots = slotsOf(operator);
  const given = slots.map(({ parameter }): Interval => {
    const { default: value, type } = parameter;
    if (unit && typeof value === "number") return { lo: value, hi: value };
    return intervalFor(type, unit);
  });
  const options = optionsOf(operator);
  const found = operator.range
    ? operator.range(given, options)
    : operator.reduceRange?.(
        given[0]!,
        NOT_NEGATIVE,
        ...given
          .slice(1)
          .map((interval, i) => ({ ...interval, ...(options[i + 1] === undefined ? {} : { option: options[i + 1] }) })),
      );
  return found === undefined || Number.isNaN(found.lo) || Number.isNaN(found.hi) ? undefined : found;
}

/** Without what outward rounding adds, which says nothing to a reader. */
const roundBound = (x: number) => (Math.abs(x) < 1e-9 ? 0 : Number(x.toPrecision(6)));
const round = ({ lo, hi }: Interval): Interval => ({ lo: roundBound(lo), hi: roundBound(hi) });
const isEverything = ({ lo, hi }: Interval) => lo === Number.NEGATIVE_INFINITY && hi === Number.POSITIVE_INFINITY;

/** The range the record computes for any arguments, and for numbers in 0..1 with what is left out at its default. */
export function rangeText(operator: Operator): string {
  if (operator.result.startsWith("bool")) return "";
  const [any, narrow] = [rangeFor(operator, false), rangeFor(operator, true)].map((range) => range && round(range));
  const what = operator.result.includes("text") ? "lengths" : /vector|list/.test(operator.result) ? "elements" : undefined;
  const shown = (range: Interval) =>
    `${what === undefined ? "" : `${what} `}in ${inlineCode(describeRange(range) ?? "any number")}`;
  const parts: string[] = [];
  const trivial = what === "lengths" && any?.lo === 0 && any.hi === Number.POSITIVE_INFINITY;
  if (any !== undefined && !isEverything(any) && !trivial) parts.push(`always ${shown(any)}`);
  const numeric = operator.parameters.some(
    ({ type }) => type === "number" || type === "values" || type === "list" || type === "any",
  );
  const tells =
    narrow !== undefined && !isEverything(narrow) && (any === undefined || any.lo !== narrow.lo || any.hi !== narrow.hi);
  if (tells && numeric) parts.push(`${shown(narrow)} for numbers in ${inlineCode("0..1")}`);
  return parts.length === 0 ? "" : `${parts.join("; ").replace(/^./, (letter) => letter.toUpperCase())}.`;
}
