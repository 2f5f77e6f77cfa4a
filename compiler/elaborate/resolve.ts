// Finds what the names in an expression stand for without giving it a meaning: for what is kept but not checked, what cannot be
// checked yet, and the bodies of functions. It must not know types.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Definition } from "../model.ts";
import { isBuiltinValue } from "./builtins.ts";
import { type Context, type FnBinding, scenarioNamed } from "./context.ts";
import { elementDefinition } from "./element.ts";
import { parameterDefinition } from "./fns.ts";
import { noteBuiltin, noteOperator, noteReference, noteUnits } from "./notes.ts";
import { nameRefsIn } from "./walk.ts";

type Tree = ast.Expression | ast.Signal[] | ast.Argument | ast.World | ast.Entry | ast.Segment | ast.Arm | ast.Stage;

/** Notes every name in `tree`; `unknown` is told of those that stand for nothing. */
export function resolveNames(
  tree: Tree | undefined,
  context: Context,
  unknown: (name: ast.NameRef | ast.Call) => void = () => {},
): void {
  const visit = (node: unknown, bound: Bound): void => {
    if (Array.isArray(node)) for (const child of node) visit(child, bound);
    if (Array.isArray(node) || node === null || typeof node !== "object") return;
    const inside = boundIn(node as ast.Argument, bound);
    const expression = node as ast.Expression;
    if (expression.kind === "name") resolveName(expression, inside, context, unknown);
    if (expression.kind === "call") resolveCall(expression, context, unknown);
    if (expression.kind === "member") resolveMember(expression, context);
    if ("factors" in node) noteUnits(node as ast.UnitTag, context);
    if (isConversion(expression, context)) noteConversion(expression, context);
    const read = isConversion(expression, context) ? expression.args.filter((argument, i) => !isUnit(argument, i)) : node;
    for (const child of Object.values(read)) if (typeof child === "object") visit(child, inside);
  };
  visit(tree, new Map());
}

/** The unit in `to(x, rad)` is not a value. */
function isConversion(expression: ast.Expression, context: Context): expression is ast.Call {
  return expression.kind === "call" && expression.callee.text === "to" && !context.fns.has("to");
}

function noteConversion({ args }: ast.Call, context: Context): void {
  for (const { value } of args.filter(isUnit)) {
    for (const name of nameRefsIn(value)) noteReference(context, name, context.unitDefinitions.get(name.name));
  }
}

const isUnit = ({ name }: ast.Argument, index: number) => (name === undefined ? index === 1 : name.text === "unit");

type Bound = ReadonlyMap<string, Definition>;

/** The names that a `for` inside the node binds. */
function boundIn(node: { for?: unknown }, bound: Bound): Bound {
  const clause = node.for as Partial<ast.Clause> | undefined;
  if (clause?.variable === undefined) return bound;
  return new Map(bound).set(clause.variable.text, elementDefinition(clause as ast.Clause));
}

function resolveName(name: ast.NameRef, bound: Bound, context: Context, unknown: (name: ast.NameRef) => void): void {
  const element = bound.get(name.name);
  const scenario = context.place === "expect" ? scenarioNamed(name.name, context) : undefined;
  const definition =
    element ?? context.locals.get(name.name)?.definition ?? scenario ?? context.scope.values.get(name.name)?.definition;
  if (definition !== undefined) noteReference(context, name, definition);
  else if (isBuiltinValue(name.name)) noteBuiltin(context, name, name.name);
  else unknown(name);
}

function resolveCall(call: ast.Call, context: Context, unknown: (call: ast.Call) => void): void {
  const fn = context.fns.get(call.callee.text);
  const operator = operatorByName.get(call.callee.text);
  if (fn !== undefined) noteCall(fn, call, context);
  else if (operator !== undefined) noteOperator(context, call.callee, operator.name);
  else if (call.callee.text !== "") unknown(call);
}

function noteCall(fn: FnBinding, call: ast.Call, context: Context): void {
  noteReference(context, call.callee, fn.definition);
  for (const { name } of call.args) {
    const param = name && fn.ast.params.find((candidate) => candidate.name.text === name.text);
    if (param !== undefined) noteReference(context, name!, parameterDefinition(param, fn.definition.file));
  }
}

function resolveMember({ object, property }: ast.MemberAccess, context: Context): void {
  if (object.kind !== "name") return;
  const ofTerms = object.name === "terms" && !context.scope.values.has("terms");
  if (ofTerms) noteReference(context, property, context.scope.terms.get(property.text));
}
