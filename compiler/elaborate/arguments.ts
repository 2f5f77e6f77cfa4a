// Puts the arguments of a call in the order of the operator's parameters; named, defaulted, ranges and options included.
import type * as ast from "../../grammar/ast.ts";
import type { Operator, Parameter } from "../../runtime/operators/operator.ts";
import { BOOL, NUMBER, TEXT } from "../types/value-types.ts";
import type { Filled } from "./apply.ts";
import { complain, type Context, excerpt, notYet, type Operand } from "./context.ts";
import { elaborateOperand } from "./expression.ts";
import { elaboratePattern } from "./literals.ts";
import { constantInfo, make } from "./make.ts";
import { nearest } from "./suggest.ts";

export function matchArguments(operator: Operator, call: ast.Call, context: Context): Filled[] | undefined {
  const given = assign(operator, call, context);
  if (given === undefined) return undefined;
  const filled: Filled[] = [];
  for (const parameter of operator.parameters) {
    const values = given.get(parameter.name) ?? [];
    for (const value of values) {
      const parts = fill(operator, parameter, value, context);
      if (parts === undefined) return undefined;
      filled.push(...parts);
    }
    if (values.length > 0 || parameter.variadic) continue;
    if (parameter.default === undefined) return missingArgument(operator, parameter, call, context);
    filled.push(defaultArgument(parameter, parameter.default, call, context));
  }
  return filled;
}

function assign(operator: Operator, call: ast.Call, context: Context): Map<string, ast.Expression[]> | undefined {
  const given = new Map<string, ast.Expression[]>();
  let position = 0;
  for (const argument of call.args) {
    if (argument.for !== undefined || argument.where !== undefined) return notYet(context, argument, "'for' and 'where' in an argument");
    const parameter = argument.name === undefined ? operator.parameters[position] : operator.parameters.find((p) => p.name === argument.name!.text);
    if (parameter === undefined) return unknownArgument(operator, argument, context);
    if (argument.name === undefined && !parameter.variadic) position++;
    const before = given.get(parameter.name);
    if (before !== undefined && !parameter.variadic) {
      return complain(context, argument, "T016", "argument-twice", `'${parameter.name}' of '${operator.name}' is given twice.`);
    }
    given.set(parameter.name, [...(before ?? []), argument.value]);
  }
  return given;
}

function unknownArgument(operator: Operator, argument: ast.Argument, context: Context): undefined {
  const signature = signatureOf(operator);
  if (argument.name === undefined) {
    return complain(context, argument, "T017", "too-many-arguments", `'${operator.name}' takes ${operator.parameters.length} argument${operator.parameters.length === 1 ? "" : "s"}; this one is too many.`, {
      help: `It is called as ${signature}.`,
    });
  }
  const names = operator.parameters.map((parameter) => parameter.name);
  const close = nearest(argument.name.text, names);
  return complain(context, argument.name, "T018", "unknown-argument", `'${operator.name}' has no argument called '${argument.name.text}'.`, {
    help: `It is called as ${signature}.`,
    fixes: close ? [{ title: `Change to '${close}'`, safe: false, edits: [{ start: argument.name.start, end: argument.name.end, text: close }] }] : [],
  });
}

/** `tolerance(x, range, margin: 0, …)`. */
export function signatureOf(operator: Operator): string {
  const parameters = operator.parameters.map((parameter) => {
    const written = parameter.type === "range" ? "a..b" : parameter.name;
    if (parameter.variadic) return `${written}, …`;
    return parameter.default === undefined ? written : `${parameter.name}: ${JSON.stringify(parameter.default)}`;
  });
  return `${operator.name}(${parameters.join(", ")})`;
}

function missingArgument(operator: Operator, parameter: Parameter, call: ast.Call, context: Context): undefined {
  return complain(context, call, "T019", "missing-argument", `'${operator.name}' needs '${parameter.name}': ${parameter.doc}`, {
    help: `It is called as ${signatureOf(operator)}.`,
  });
}

function fill(operator: Operator, parameter: Parameter, expression: ast.Expression, context: Context): Filled[] | undefined {
  if (parameter.type === "option") return fillOption(operator, parameter, expression, context);
  const operand: Operand | undefined = parameter.type === "pattern" ? elaboratePattern(expression, context) : elaborateOperand(expression, context);
  if (operand === undefined) return undefined;
  if (parameter.type === "range") {
    if (operand.kind === "range") return fillRange(operand.lo.info.range.lo, operand, operator, parameter, expression, context);
    return complain(context, expression, "T021", "range-wanted", `'${operator.name}' needs a range a..b here, but '${excerpt(context, expression)}' is a single value.`, {
      help: parameter.doc,
    });
  }
  if (operand.kind === "range") {
    return complain(context, expression, "T001", "range-as-value", `'${operator.name}' needs one value for '${parameter.name}', not a range.`, { help: parameter.doc });
  }
  if (parameter.constant && operand.info.timing !== "constant") {
    return complain(context, expression, "T022", "constant-wanted", `'${parameter.name}' of '${operator.name}' must be a constant.`);
  }
  return [{ value: operand, span: expression, parameter }];
}

function fillRange(lo: number, operand: Operand & { kind: "range" }, operator: Operator, parameter: Parameter, span: ast.Expression, context: Context): Filled[] | undefined {
  if (lo > operand.hi.info.range.hi) {
    return complain(context, span, "T023", "empty-range", `The range '${excerpt(context, span)}' of '${operator.name}' is empty: its lower bound is above its upper one.`, {
      help: "Swap the bounds.",
    });
  }
  return [operand.lo, operand.hi].map((value) => ({ value, span, parameter }));
}

function fillOption(operator: Operator, parameter: Parameter, expression: ast.Expression, context: Context): Filled[] | undefined {
  const options = parameter.options ?? [];
  if (expression.kind === "text" && options.includes(expression.value)) {
    return [optionArgument(parameter, expression.value, expression, context)];
  }
  const close = expression.kind === "text" ? nearest(expression.value, options) : undefined;
  return complain(context, expression, "T024", "unknown-option", `'${parameter.name}' of '${operator.name}' is one of ${options.map((o) => `"${o}"`).join(", ")}.`, {
    fixes: (close ? [close] : options.slice(0, 3)).map((option) => ({
      title: `Use "${option}"`,
      safe: false,
      edits: [{ start: expression.start, end: expression.end, text: JSON.stringify(option) }],
    })),
  });
}

function optionArgument(parameter: Parameter, option: string, span: ast.Expression, context: Context): Filled {
  return { value: make(context, { op: "constant", value: option }, constantInfo(TEXT), span), span, parameter, option };
}

function defaultArgument(parameter: Parameter, value: number | string | boolean, call: ast.Call, context: Context): Filled {
  if (typeof value === "string") {
    const made = make(context, { op: "constant", value }, constantInfo(TEXT));
    return { value: made, span: call, parameter, option: parameter.type === "option" ? value : undefined };
  }
  const bound = Number(value);
  const info = constantInfo(typeof value === "boolean" ? BOOL : NUMBER, { lo: bound, hi: bound }, true);
  return { value: make(context, { op: "constant", value }, info), span: call, parameter };
}
