// Puts the arguments of a call in the order of the operator's parameters; named, defaulted, ranges and options included.
import type * as ast from "../../grammar/ast.ts";
import { type Operator, type Parameter, takesWhole } from "../../runtime/operators/operator.ts";
import { BOOL, listType, TEXT } from "../types/value-types.ts";
import type { Filled } from "./apply.ts";
import { changeTo, complain, didYouMean, fix, replace, surround } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt, type Lowered, type LoweredRange, type Operand } from "./context.ts";
import { elaborateOperand } from "./expression.ts";
import { constantInfo, make, makeNumber } from "./make.ts";
import { elaboratePattern } from "./patterns.ts";
import { resolveNames } from "./resolve.ts";
import { nearest } from "./suggest.ts";

/** Every argument evaluated, defaults included; undefined where one has no meaning. */
export function matchArguments(operator: Operator, call: ast.Call, context: Context): Filled[] | undefined {
  const given = assignArguments(operator, call, context);
  return given && fillArguments(operator, operator.parameters, given, call, context);
}

/** The same for some of the parameters. */
export function fillArguments(
  operator: Operator,
  parameters: readonly Parameter[],
  given: ReadonlyMap<string, readonly ast.Expression[]>,
  call: ast.Call,
  context: Context,
): Filled[] | undefined {
  const filled: Filled[] = [];
  let isWhole = true;
  for (const parameter of parameters) {
    const values = given.get(parameter.name) ?? [];
    for (const value of values) {
      const parts = fill(operator, parameter, value, context);
      if (parts === undefined) isWhole = false;
      else filled.push(...parts);
    }
    if (values.length === 0 && parameter.default !== undefined)
      filled.push(defaultArgument(parameter, parameter.default, call, context));
  }
  return isWhole ? filled : undefined;
}

/** The expressions given for each parameter; undefined, with an error, where they do not fit or one is missing. */
export function assignArguments(operator: Operator, call: ast.Call, context: Context): Map<string, ast.Expression[]> | undefined {
  const given = assign(operator, call, context);
  if (given === undefined) {
    for (const argument of call.args) resolveNames(argument, context);
    return undefined;
  }
  const missing = operator.parameters.find(
    (parameter) => parameter.default === undefined && !parameter.variadic && !given.has(parameter.name),
  );
  if (missing === undefined) return given;
  for (const argument of call.args) resolveNames(argument, context);
  if (call.args.some((argument) => argument.value.kind === "missing")) return undefined;
  return complain(context, call, "T019", "missing-argument", `'${operator.name}' needs '${missing.name}': ${missing.doc}`, {
    help: `It is called as ${signatureOf(operator)}.`,
  });
}

function assign(operator: Operator, call: ast.Call, context: Context): Map<string, ast.Expression[]> | undefined {
  const given = new Map<string, ast.Expression[]>();
  let position = 0;
  for (const argument of call.args) {
    const { name } = argument;
    const parameter = name === undefined ? operator.parameters[position] : operator.parameters.find((p) => p.name === name.text);
    if (parameter === undefined) return unknownArgument(operator, argument, context);
    if (name === undefined && !parameter.variadic) position++;
    const before = given.get(parameter.name);
    if (before !== undefined && !parameter.variadic) {
      return complain(context, argument, "T016", "argument-twice", `'${parameter.name}' of '${operator.name}' is given twice.`, {
        help: "Keep one of them.",
        related: [{ start: before[0]!.start, end: before[0]!.end, message: "given here first" }],
      });
    }
    if (!mayHaveClause(operator, parameter, argument)) return complainClause(operator, argument, context);
    given.set(parameter.name, [...(before ?? []), asExpression(argument)]);
  }
  return given;
}

/** A reduction folds what `for` makes and leaves out what `where` says; any list may be built in its place. */
function mayHaveClause(operator: Operator, parameter: Parameter, argument: ast.Argument): boolean {
  const folds = operator.parameters[0] === parameter && (operator.reduce !== undefined || operator.name === "collect");
  if (argument.for !== undefined) return folds || takesWhole(parameter.type);
  return argument.where === undefined || folds;
}

function complainClause(operator: Operator, argument: ast.Argument, context: Context): undefined {
  const word = argument.for === undefined ? "where" : "for";
  const message = `'${word}' leads through the elements that a reduction folds or a list holds, but '${operator.name}' takes one value here.`;
  const [start, end] = [argument.value.start, argument.end];
  return complain(context, argument, "T067", "clause-out-of-place", message, {
    help: "Fold it: 'sum(x for x in xs)'; or build a list of results around it: '[f(x) for x in xs]'.",
    fixes: argument.for === undefined ? [] : [fix("Make a list of it", surround({ start, end }, "[", "]"))],
  });
}

function asExpression(argument: ast.Argument): ast.Expression {
  if (argument.for === undefined) return argument.value;
  const { value, for: clause, where, start, end } = argument;
  return { kind: "list", value, for: clause, start, end, ...(where === undefined ? {} : { where }) };
}

function unknownArgument(operator: Operator, argument: ast.Argument, context: Context): undefined {
  const signature = signatureOf(operator);
  const { length } = operator.parameters;
  if (argument.name === undefined) {
    const takes = `'${operator.name}' takes ${length} argument${length === 1 ? "" : "s"}`;
    return complain(context, argument, "T017", "too-many-arguments", `${takes}; this one is too many.`, {
      help: `It is called as ${signature}.`,
    });
  }
  const { name } = argument;
  const close = nearest(
    name.text,
    operator.parameters.map((parameter) => parameter.name),
  );
  return complain(context, name, "T018", "unknown-argument", `'${operator.name}' has no argument called '${name.text}'.`, {
    help:
      name.text === "axis" || name.text === "dim"
        ? `Leave it out: a vector has one axis. Steps are folded with '${operator.name}(x) over steps'.`
        : didYouMean(close, `It is called as ${signature}.`),
    fixes: changeTo(name, close),
  });
}

/** `tolerance(x, a..b, margin: 0, …)`. */
export function signatureOf(operator: Operator): string {
  const wanted = operator.parameters.filter(({ collected }) => !collected);
  const parameters = wanted.map((parameter) => {
    const written = parameter.type === "range" ? "a..b" : parameter.name;
    if (parameter.variadic) return `${written}, …`;
    if (parameter.type === "range" && parameter.default !== undefined) return `${parameter.name}: ${parameter.default}`;
    return parameter.default === undefined ? written : `${parameter.name}: ${JSON.stringify(parameter.default)}`;
  });
  return `${operator.name}(${parameters.join(", ")})`;
}

function fill(operator: Operator, parameter: Parameter, expression: ast.Expression, context: Context): Filled[] | undefined {
  if (parameter.type === "option") return fillOption(operator, parameter, expression, context);
  const operand: Operand | undefined =
    parameter.type === "pattern"
      ? elaboratePattern(expression, context, parameter.search)
      : elaborateOperand(expression, context);
  if (operand === undefined) return undefined;
  if (parameter.type === "range") {
    if (operand.kind === "range") return fillRange(operand, `of '${operator.name}'`, parameter, expression, context);
    const message = `'${operator.name}' needs a range a..b here, but '${excerpt(context, expression)}' is a single value.`;
    return complain(context, expression, "T021", "range-wanted", message, { help: parameter.doc });
  }
  if (operand.kind === "range") {
    const message = `'${operator.name}' needs one value for '${parameter.name}', not a range.`;
    return complain(context, expression, "T001", "range-as-value", message, { help: parameter.doc });
  }
  return isAllowed(operator, parameter, operand, expression, context)
    ? [{ value: operand, span: expression, parameter }]
    : undefined;
}

/** Constants where only constants have a meaning, whole numbers where something is counted. */
function isAllowed(
  operator: Operator,
  parameter: Parameter,
  value: Lowered,
  expression: ast.Expression,
  context: Context,
): boolean {
  const called = `'${parameter.name}' of '${operator.name}'`;
  if (parameter.constant && value.info.timing !== "constant") {
    complain(
      context,
      expression,
      "T022",
      "constant-wanted",
      `${called} must be known beforehand, but '${excerpt(context, expression)}' is not.`,
      {
        help: parameter.doc,
      },
    );
    return false;
  }
  const number = constantNumber(context, value);
  if (parameter.type !== "count" || number === undefined || (Number.isInteger(number) && number >= 0)) return true;
  complain(context, expression, "T037", "whole-number-wanted", `${called} is a whole number from 0, but this is ${number}.`, {
    help: parameter.doc,
  });
  return false;
}

/** Both bounds of a range; an error where it is empty whatever happens. */
export function fillRange(
  range: LoweredRange,
  of: string,
  parameter: Parameter,
  span: ast.Expression,
  context: Context,
): Filled[] | undefined {
  if (range.lo.info.range.lo > range.hi.info.range.hi) {
    const message = `The range '${excerpt(context, span)}' ${of} is empty: its lower bound is above its upper one.`;
    return complain(context, span, "T023", "empty-range", message, {
      help: "Swap the bounds.",
      fixes: swapBounds(span, context),
    });
  }
  return [range.lo, range.hi].map((value) => ({ value, span, parameter }));
}

function swapBounds(span: ast.Expression, context: Context) {
  if (span.kind !== "binary" || span.operator !== "..") return [];
  const text = (part: ast.Expression) => context.text.slice(part.start, part.end);
  // A unit behind a literal range holds for both bounds and stands behind the second.
  if (span.right.kind === "number" && span.right.unit !== undefined) return [];
  return [fix("Swap the bounds", replace(span, `${text(span.right)}..${text(span.left)}`))];
}

function fillOption(
  operator: Operator,
  parameter: Parameter,
  expression: ast.Expression,
  context: Context,
): Filled[] | undefined {
  const options = parameter.options ?? [];
  if (expression.kind === "text" && options.includes(expression.value)) {
    return [optionArgument(parameter, expression.value, expression, context)];
  }
  resolveNames(expression, context);
  if (expression.kind === "missing") return undefined;
  const close = expression.kind === "text" ? nearest(expression.value, options) : undefined;
  const message = `'${parameter.name}' of '${operator.name}' is one of ${options.map((option) => `"${option}"`).join(", ")}.`;
  return complain(context, expression, "T024", "unknown-option", message, {
    help: didYouMean(close, "Write one of them as a text."),
    fixes: (close === undefined ? options.slice(0, 3) : [close]).map((option) =>
      fix(`Use "${option}"`, replace(expression, JSON.stringify(option))),
    ),
  });
}

function optionArgument(parameter: Parameter, option: string, span: ast.Expression, context: Context): Filled {
  return { value: make(context, { op: "constant", value: option }, constantInfo(TEXT), span), span, parameter, option };
}

function defaultArgument(
  parameter: Parameter,
  value: NonNullable<Parameter["default"]>,
  call: ast.Call,
  context: Context,
): Filled {
  if (typeof value === "object") {
    const texts = make(context, { op: "constant", value: [...value] }, constantInfo(listType(TEXT)), call);
    return { value: texts, span: call, parameter };
  }
  if (typeof value === "number") return { value: makeNumber(context, value), span: call, parameter };
  const bound = Number(value);
  const info = typeof value === "string" ? constantInfo(TEXT) : constantInfo(BOOL, { lo: bound, hi: bound });
  const made = make(context, { op: "constant", value }, info);
  return { value: made, span: call, parameter, ...(parameter.type === "option" ? { option: String(value) } : {}) };
}
