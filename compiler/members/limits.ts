// `limit`: a constraint on what many episodes have in common, such as how often one of them falls.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Limit } from "../../runtime/program.ts";
import { commonUnit } from "../elaborate/combine.ts";
import { complain, fix, replace } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import { type Context, excerpt, type Lowered, type Placed } from "../elaborate/context.ts";
import { elaborate, elaborateScalar } from "../elaborate/expression.ts";
import { constantInfo } from "../elaborate/make.ts";
import { noteBuiltin, noteOperator } from "../elaborate/notes.ts";
import { overSteps } from "../elaborate/over-steps.ts";
import { checkElements, reducedMeaning } from "../elaborate/reductions.ts";
import { resolveNames } from "../elaborate/resolve.ts";
import { aType, isScalar, NUMBER } from "../types/value-types.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";

const form = "A limit is written 'limit falls = mean(any(fell) over steps) over episodes <= 0.01'.";

export function readLimits(work: Work): void {
  for (const member of membersOf(work, "limit") as ast.Binding[]) {
    const limit = readLimit(member, work.context);
    const definition = work.definitionOf.get(member);
    if (limit !== undefined && definition !== undefined)
      work.parts.limits.push({ name: definition.name, ...limit, ...origin(member) });
  }
}

type Read = Omit<Limit, "name" | "source" | "doc">;

interface Shape {
  over: ast.Over;
  comparison: Limit["comparison"];
  bound: ast.Expression;
}

function readLimit({ value }: ast.Binding, context: Context): Read | undefined {
  const shape = shapeOf(value);
  if (shape === undefined) {
    resolveNames(value, context);
    if (value.kind === "missing") return context.fail();
    const message = "A limit compares a fold over episodes with a number, by '<=' or '>='.";
    return complain(context, value, "M072", "limit-form", message, { help: form });
  }
  const { over, comparison, bound } = shape;
  const limit = elaborateScalar(bound, context, "The bound of a limit");
  const folded = foldOf(over, context);
  if (limit === undefined || folded === undefined) return undefined;
  const number = constantNumber(context, limit);
  if (number === undefined || !Number.isFinite(number)) {
    const message = `A limit is a finite number known beforehand, but this is '${excerpt(context, bound)}'.`;
    return complain(context, bound, "M073", "limit-not-constant", message, { help: "Write a number, such as 0.01." });
  }
  if (commonUnit(context, [folded.placed, { value: limit, span: bound }], "compared") === undefined) return undefined;
  const text = context.text.slice(value.start, value.end).replace(/\s+/g, " ");
  return {
    text,
    ...(folded.node === undefined ? {} : { node: folded.node }),
    fold: folded.operator.name,
    comparison,
    bound: number,
  };
}

const flipped = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
const isComparison = (operator: string): operator is Limit["comparison"] => operator in flipped;

/** `fold over episodes <= bound`, or the other way round. */
function shapeOf(expression: ast.Expression): Shape | undefined {
  if (expression.kind === "paren") return shapeOf(expression.inner);
  if (expression.kind !== "binary" || !isComparison(expression.operator)) return undefined;
  const { left, right, operator } = expression;
  if (isOverEpisodes(left)) return { over: left, comparison: operator, bound: right };
  return isOverEpisodes(right) ? { over: right, comparison: flipped[operator], bound: left } : undefined;
}

const isOverEpisodes = (expression: ast.Expression): expression is ast.Over =>
  expression.kind === "over" && expression.axis.name === "episodes";

/** What is folded; without a node it is the return. */
function foldOf(over: ast.Over, context: Context): { operator: Operator; node?: number; placed: Placed } | undefined {
  const call = over.value;
  const operator = call.kind === "call" && !context.fns.has(call.callee.text) ? operatorByName.get(call.callee.text) : undefined;
  if (call.kind !== "call" || operator?.reduce === undefined) {
    resolveNames(call, context);
    return complain(context, call, "T027", "over-what", "'over episodes' follows a reduction, such as 'mean(x) over episodes'.", {
      help: form,
    });
  }
  noteOperator(context, call.callee, operator.name);
  const argument = onlyArgument(call, context);
  if (argument === undefined) return undefined;
  if (isReturn(argument, context)) {
    noteBuiltin(context, argument, "return");
    return { operator, placed: { value: { kind: "value", node: -1, info: constantInfo(NUMBER) }, span: over } };
  }
  const value = elaborateAtEnd(argument, context);
  if (value === undefined || !isPerEpisode(value, argument, context) || !checkElements(operator, value, argument, context))
    return undefined;
  const count = { lo: 1, hi: Number.POSITIVE_INFINITY };
  const info = { ...value.info, ...reducedMeaning(operator, value.info, count) };
  return { operator, node: value.node, placed: { value: { ...value, info }, span: over } };
}

/** A condition of every step counts as an event: an episode has it or not. */
function elaborateAtEnd(argument: ast.Expression, context: Context): Lowered | undefined {
  const value = elaborate(argument, context);
  const isEvent = value?.info.timing === "step" && value.info.type.kind === "bool";
  return value && isEvent ? overSteps("any", value, argument, context) : value;
}

/** Which episodes count is not for the limit to choose, so there is no `where`. */
function onlyArgument(call: ast.Call, context: Context): ast.Expression | undefined {
  const [argument, ...more] = call.args;
  const isPlain = more.length === 0 && argument?.for === undefined && argument?.where === undefined;
  if (argument !== undefined && isPlain) return argument.value;
  for (const each of call.args) resolveNames(each, context);
  const message = `'${call.callee.text}' over episodes folds one value, without options, 'for' or 'where'.`;
  return complain(context, call, "M072", "limit-form", message, { help: form });
}

export function isReturn(expression: ast.Expression, context: Context): expression is ast.NameRef {
  return expression.kind === "name" && expression.name === "return" && !context.scope.values.has("return");
}

function isPerEpisode(value: Lowered, span: ast.Expression, context: Context): boolean {
  const text = excerpt(context, span);
  if (!isScalar(value.info.type)) {
    const message = `'${text}' is ${aType(value.info.type)}; a limit folds one number or condition per episode.`;
    complain(context, span, "T028", "over-vector", message, { help: `Fold it first, for example 'mean(${text})'.` });
    return false;
  }
  if (value.info.timing !== "step") return true;
  const whole = context.text.slice(span.start, span.end);
  const folds = value.info.type.kind === "bool" ? ["any", "last", "mean"] : ["mean", "max", "last"];
  complain(context, span, "T029", "wrong-axis", `'${text}' has a value on every step; a limit looks at one value per episode.`, {
    help: `Fold it over steps first: '${folds[0]}(${text}) over steps'.`,
    fixes: folds.map((name) => fix(`Fold with ${name}(…) over steps`, replace(span, `${name}(${whole}) over steps`))),
  });
  return false;
}
