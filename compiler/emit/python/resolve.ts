// Which variable each name of a module stands for, and what flows into each. It must not know kinds of values, nor Python.
import { declareTarget, visit } from "./resolve-expression.ts";
import { declare, type Gathered, noteEscaped, openBlock, openModule, type Scope } from "./scopes.ts";
import type { Binding, Expression, FunctionNode, Statement } from "./tree.ts";

export interface Resolved extends Gathered {
  statements: Statement[];
  /** Variables of the module. */
  bindings: Binding[];
}

/** `open` are functions that take and give what anybody may: operators. */
export function resolve(statements: Statement[], open: ReadonlySet<string>): Resolved {
  const top = openModule();
  // The module's constants may be read by functions that stand before them.
  for (const statement of statements)
    if (statement.s === "declare" && statement.entries[0].to.t === "name") declare(top, statement.entries[0].to.name);
  visitAll(top, statements);
  for (const each of top.shared.waiting) each();
  // Nobody here calls it, so anybody may.
  const called = new Set(top.shared.flows.map(({ into }) => into));
  for (const { callee } of top.names.values()) {
    const unseen = callee?.parameters.some(({ to }) => to.t === "name" && to.binding && !called.has(to.binding));
    if (callee && (unseen || open.has(callee.name ?? ""))) noteEscaped(top.shared, callee);
  }
  return { statements, bindings: [...top.names.values()], ...top.shared };
}

/** Parameters and body of a function. */
export function enterFunction(scope: Scope, node: FunctionNode): void {
  const { flows, functions } = scope.shared;
  functions.push(node);
  const inner = openBlock(scope, node);
  for (const { to, otherwise, rest } of node.parameters) {
    if (otherwise) visit(inner, otherwise);
    if (to.t !== "name") declareTarget(inner, to);
    else {
      to.binding = declare(inner, to.name);
      if (rest || node.exported) flows.push({ into: to.binding });
    }
  }
  if (Array.isArray(node.body)) visitAll(inner, node.body);
  else {
    visit(inner, node.body);
    flows.push({ into: node, value: node.body });
  }
  if (node.exported || node.generator) flows.push({ into: node });
}

function visitAll(scope: Scope, statements: readonly Statement[]): void {
  for (const node of statements) if (node.s === "function") declareFunction(scope, node.function);
  for (const statement of statements) visitStatement(scope, statement);
}

function declareFunction(scope: Scope, node: FunctionNode): void {
  const binding = declare(scope, node.name ?? "");
  binding.callee = node;
  binding.kind = "other";
  node.binding = binding;
}

const visitBlock = (scope: Scope, statements: readonly Statement[]): void => visitAll(openBlock(scope), statements);

const visitIf = (scope: Scope, node: Expression | undefined): void => {
  if (node) visit(scope, node);
};

function visitStatement(scope: Scope, node: Statement): void {
  switch (node.s) {
    case "declare":
      for (const entry of node.entries) visitEntry(scope, entry);
      break;
    case "return":
      visitIf(scope, node.of);
      if (scope.owner) scope.shared.flows.push({ into: scope.owner, value: node.of });
      break;
    case "if":
      visit(scope, node.test);
      visitBlock(scope, node.yes);
      visitBlock(scope, node.no ?? []);
      break;
    case "for": {
      const inner = openBlock(scope);
      if (node.init) visitStatement(inner, node.init);
      visitIf(inner, node.test);
      visitIf(inner, node.step);
      visitBlock(inner, node.body);
      break;
    }
    case "each": {
      visit(scope, node.of);
      const inner = openBlock(scope);
      declareTarget(inner, node.to);
      visitBlock(inner, node.body);
      break;
    }
    case "while":
      visit(scope, node.test);
      visitBlock(scope, node.body);
      break;
    case "switch":
      visit(scope, node.of);
      for (const { test, body } of node.cases) {
        visitIf(scope, test);
        visitBlock(scope, body);
      }
      break;
    case "try":
      visitBlock(scope, node.body);
      visitBlock(scope, node.handler);
      break;
    case "block":
      visitBlock(scope, node.body);
      break;
    case "function":
      enterFunction(scope, node.function);
      break;
    case "expression":
    case "throw":
      visit(scope, node.of);
  }
}

function visitEntry(scope: Scope, { to, value }: (Statement & { s: "declare" })["entries"][number]): void {
  if (value?.t === "function" && to.t === "name") {
    to.binding = declare(scope, to.name);
    to.binding.callee = value.function;
    to.binding.kind = "other";
    enterFunction(scope, value.function);
    return;
  }
  visitIf(scope, value);
  declareTarget(scope, to, value ?? { t: "name", name: "null" });
}
