// Which variable each name of an expression stands for, and what flows where in it. It must not know statements.
import { enterFunction } from "./resolve.ts";
import { declare, noteAssigned, noteEscaped, type Scope, use } from "./scopes.ts";
import type { Expression, FunctionNode, Target } from "./tree.ts";

/** Functions that are called with an index, by the position of that parameter: arguments of methods and of our own. */
const INDEXED: Readonly<Record<string, number>> = { map: 1, filter: 1, some: 1, every: 1, flatMap: 1, from: 1, reduce: 2 };
const INDEXED_FIRST = ["each", "onSteps"];

export function visit(scope: Scope, node: Expression): void {
  switch (node.t) {
    case "name": {
      node.binding = use(scope, node.name);
      const { callee } = node.binding ?? {};
      if (callee) scope.shared.waiting.push(() => noteEscaped(scope.shared, callee));
      break;
    }
    case "call":
      visitCall(scope, node);
      break;
    case "function":
      enterFunction(scope, node.function);
      noteEscaped(scope.shared, node.function);
      break;
    case "update":
      assign(scope, node.of, { t: "binary", op: "+", left: node.of, right: { t: "number", value: 1, text: "1" } });
      break;
    case "assign": {
      const { op, left, right } = node;
      visit(scope, right);
      assign(scope, left, op === "=" ? right : { t: "binary", op: op.slice(0, -1), left, right });
      break;
    }
    case "member":
      node.field = scope.inProgram && !isList(node.of);
      visit(scope, node.of);
      break;
    default:
      for (const part of partsOf(node)) visit(scope, part);
  }
}

const LISTS = new Set("steps episodes records samples".split(" "));

/** A list of steps or samples: its properties are JavaScript's. */
const isList = (node: Expression): boolean => (node.t === "name" || node.t === "member") && LISTS.has(node.name);

function partsOf(node: Expression): readonly Expression[] {
  switch (node.t) {
    case "template":
      return node.parts;
    case "array":
      return node.items;
    case "object":
      return node.properties.map(({ value }) => value);
    case "binary":
      return [node.left, node.right];
    case "choice":
      return [node.test, node.yes, node.no];
    case "new":
      return node.args;
    case "index":
      return [node.of, node.index];
    default:
      return "of" in node && node.t !== "call" ? [node.of] : [];
  }
}

function assign(scope: Scope, left: Expression, value: Expression | undefined): void {
  if (left.t === "array") {
    const parts = partsFor(value, left.items.length);
    for (const [k, item] of left.items.entries()) assign(scope, item, parts?.[k]);
    return;
  }
  visit(scope, left);
  if (left.t === "name" && left.binding !== undefined) noteAssigned(scope, left.binding, value);
}

/** The values of a list that is written out and as long as what it is taken apart into. */
const partsFor = (value: Expression | undefined, size: number): Expression[] | undefined =>
  value?.t === "array" && value.items.length === size ? value.items : undefined;

/** Declares the names of a target. */
export function declareTarget(scope: Scope, to: Target, value?: Expression): void {
  if (to.t === "name") {
    to.binding = declare(scope, to.name);
    scope.shared.flows.push({ into: to.binding, value });
  } else if (to.t === "list") {
    const parts = partsFor(value, to.items.length);
    for (const [k, item] of to.items.entries()) declareTarget(scope, item, parts?.[k]);
  } else {
    for (const { to: inner, otherwise } of to.fields) {
      if (otherwise) visit(scope, otherwise);
      declareTarget(scope, inner);
    }
  }
}

function visitCall(scope: Scope, { of, args }: Expression & { t: "call" }): void {
  for (const arg of args) {
    if (arg.t !== "function") continue;
    if (of.t === "member" && INDEXED[of.name] !== undefined) arg.function.indexed.push(INDEXED[of.name]);
    if (of.t === "name" && INDEXED_FIRST.includes(of.name)) arg.function.indexed.push(0);
  }
  for (const arg of args) visit(scope, arg);
  if (of.t !== "name") {
    visit(scope, of);
    return;
  }
  of.binding = use(scope, of.name);
  const { callee } = of.binding ?? {};
  // Its parameters may not have been seen yet.
  if (callee) scope.shared.waiting.push(() => noteArguments(scope, callee, args));
}

function noteArguments(scope: Scope, callee: FunctionNode, args: readonly Expression[]): void {
  for (const [k, parameter] of callee.parameters.entries()) {
    const { to, rest, otherwise } = parameter;
    if (to.t !== "name" || rest || to.binding === undefined) continue;
    const spread = args.slice(0, k + 1).some(({ t }) => t === "spread");
    const value = spread ? undefined : (args[k] ?? otherwise);
    scope.shared.flows.push({ into: to.binding, value });
    // What is left out is nothing.
    if (!spread && value === undefined) parameter.otherwise = { t: "name", name: "undefined" };
  }
}
