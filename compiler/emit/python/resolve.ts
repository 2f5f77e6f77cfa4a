// Which variable each name stands for, and what flows into each. It must not know what the kinds of values are, nor Python.
import { type Binding, type Expression, type FunctionNode, type Statement, type Target, unknown } from "./tree.ts";

/** Something a variable or a result becomes; without a value something nobody knows. */
export interface Flow {
  into: Binding | FunctionNode;
  value?: Expression;
  /** Whole by the place it stands in. */
  counts?: boolean;
}

export interface Resolved {
  statements: Statement[];
  /** Variables of the module. */
  bindings: Binding[];
  functions: FunctionNode[];
  flows: Flow[];
}

interface Scope {
  names: Map<string, Binding>;
  parent?: Scope;
  owner: FunctionNode | undefined;
}

/** Functions of arguments that call them with an index, by the position of that parameter; of methods and of our own. */
const INDEXED: Readonly<Record<string, number>> = { map: 1, filter: 1, some: 1, every: 1, flatMap: 1, from: 1, reduce: 2 };
const INDEXED_FIRST = ["each", "onSteps"];

/** `open` are functions that take and give what anybody may: operators. */
export function resolve(statements: Statement[], open: ReadonlySet<string>): Resolved {
  const functions: FunctionNode[] = [];
  const flows: Flow[] = [];
  const top: Scope = { names: new Map(), owner: undefined };

  const declare = (scope: Scope, name: string): Binding => {
    const early = scope === top ? scope.names.get(name) : undefined;
    if (early !== undefined) return early;
    const binding: Binding = { name, owner: scope.owner, kind: undefined, python: name };
    if (scope.owner !== undefined) scope.owner.own.push({ binding, visible: visibleIn(scope) });
    scope.names.set(name, binding);
    return binding;
  };

  const use = (scope: Scope, name: string): Binding | undefined => {
    let at: Scope | undefined = scope;
    while (at !== undefined && !at.names.has(name)) at = at.parent;
    const binding = at?.names.get(name);
    for (let from: Scope | undefined = scope; binding && from; from = from.parent)
      if (from.owner !== undefined && from.owner !== binding.owner) from.owner.reads.add(binding);
    return binding;
  };

  const target = (scope: Scope, to: Target, value?: Expression): void => {
    if (to.t === "name") {
      to.binding = declare(scope, to.name);
      flows.push({ into: to.binding, value });
    } else if (to.t === "list") {
      const parts = value?.t === "array" && value.items.length === to.items.length ? value.items : undefined;
      to.items.forEach((item, k) => target(scope, item, parts?.[k]));
    } else
      for (const field of to.fields) {
        if (field.otherwise) visit(scope, field.otherwise);
        target(scope, field.to);
      }
  };

  const assign = (scope: Scope, left: Expression, value: Expression | undefined): void => {
    if (left.t === "array") {
      const parts = value?.t === "array" && value.items.length === left.items.length ? value.items : undefined;
      left.items.forEach((item, k) => assign(scope, item, parts?.[k]));
      return;
    }
    visit(scope, left);
    if (left.t !== "name" || left.binding === undefined) return;
    flows.push({ into: left.binding, value });
    const { binding } = left;
    for (let at: Scope | undefined = scope; at; at = at.parent)
      if (at.owner !== undefined && binding.owner !== undefined && at.owner !== binding.owner && isInside(at, binding))
        at.owner.outer.add(binding);
    if (scope.owner !== undefined) scope.owner.assigns = true;
  };

  const call = (scope: Scope, node: Expression & { t: "call" }): void => {
    const { of, args } = node;
    const method = of.t === "member" ? of.name : of.t === "name" ? of.name : "";
    for (const arg of args) {
      if (arg.t !== "function") continue;
      if (of.t === "member" && INDEXED[method] !== undefined) arg.function.indexed.push(INDEXED[method]);
      if (of.t === "name" && INDEXED_FIRST.includes(method)) arg.function.indexed.push(0);
    }
    for (const arg of args) visit(scope, arg);
    if (of.t !== "name") {
      visit(scope, of);
      return;
    }
    of.binding = use(scope, of.name);
    const callee = of.binding?.callee;
    // Its parameters may not have been seen yet.
    callee?.parameters.forEach((_, k) => waiting.push(() => calls(callee, k, args)));
  };
  const waiting: (() => void)[] = [];
  const calls = (callee: FunctionNode, k: number, args: Expression[]) => {
    const { to, rest, otherwise } = callee.parameters[k];
    if (to.t !== "name" || rest || to.binding === undefined) return;
    const spread = args.slice(0, k + 1).some(({ t }) => t === "spread");
    const value = spread ? undefined : (args[k] ?? otherwise);
    flows.push({ into: to.binding, value });
    // What is left out is nothing.
    if (!spread && value === undefined) callee.parameters[k].otherwise = { t: "name", name: "undefined" };
  };

  const visit = (scope: Scope, node: Expression): void => {
    switch (node.t) {
      case "name": {
        node.binding = use(scope, node.name);
        const escaped = node.binding?.callee;
        if (escaped) waiting.push(() => escape(escaped));
        return;
      }
      case "template":
        for (const part of node.parts) visit(scope, part);
        return;
      case "array":
        for (const item of node.items) visit(scope, item);
        return;
      case "object":
        for (const { value } of node.properties) visit(scope, value);
        return;
      case "update":
        return assign(scope, node.of, { t: "binary", op: "+", left: node.of, right: { t: "number", value: 1, text: "1" } });
      case "assign": {
        visit(scope, node.right);
        const op = node.op.slice(0, -1);
        return assign(scope, node.left, op === "" ? node.right : { t: "binary", op, left: node.left, right: node.right });
      }
      case "binary":
        visit(scope, node.left);
        return visit(scope, node.right);
      case "choice":
        visit(scope, node.test);
        visit(scope, node.yes);
        return visit(scope, node.no);
      case "call":
        return call(scope, node);
      case "new":
        for (const arg of node.args) visit(scope, arg);
        return;
      case "index":
        visit(scope, node.of);
        return visit(scope, node.index);
      case "function":
        enter(scope, node.function);
        return escape(node.function);
      case "unary":
      case "member":
      case "spread":
      case "yield":
        return visit(scope, node.of);
    }
  };

  /** It is called by who knows whom. */
  const escape = (node: FunctionNode): void => {
    flows.push({ into: node });
    node.parameters.forEach(({ to }, k) => {
      if (to.t === "name" && to.binding) flows.push({ into: to.binding, counts: node.indexed.includes(k) });
    });
  };

  const enter = (scope: Scope, node: FunctionNode): void => {
    functions.push(node);
    const inner: Scope = { names: new Map(), parent: scope, owner: node };
    for (const { to, otherwise, rest } of node.parameters) {
      if (otherwise) visit(inner, otherwise);
      if (to.t === "name") to.binding = declare(inner, to.name);
      else target(inner, to);
      if (to.t === "name" && to.binding && (rest || node.exported)) flows.push({ into: to.binding });
    }
    if (!Array.isArray(node.body)) {
      visit(inner, node.body);
      flows.push({ into: node, value: node.body });
    } else statementsIn(inner, node.body);
    if (node.exported || node.generator) flows.push({ into: node });
  };

  const statementsIn = (scope: Scope, list: Statement[]): void => {
    for (const statement of list)
      if (statement.s === "function" && statement.function.name) {
        const binding = declare(scope, statement.function.name);
        binding.callee = statement.function;
        binding.kind = "other";
        statement.function.binding = binding;
      }
    for (const statement of list) visitStatement(scope, statement);
  };
  const block = (scope: Scope, list: Statement[]): void =>
    statementsIn({ names: new Map(), parent: scope, owner: scope.owner }, list);

  const visitStatement = (scope: Scope, node: Statement): void => {
    switch (node.s) {
      case "declare":
        for (const { to, value } of node.entries) {
          if (value?.t === "function" && to.t === "name") {
            to.binding = declare(scope, to.name);
            to.binding.callee = value.function;
            to.binding.kind = "other";
            enter(scope, value.function);
            continue;
          }
          if (value) visit(scope, value);
          target(scope, to, value ?? { t: "name", name: "null" });
        }
        return;
      case "expression":
      case "throw":
        return visit(scope, node.of);
      case "return":
        if (node.of) visit(scope, node.of);
        if (scope.owner) flows.push({ into: scope.owner, value: node.of });
        return;
      case "if":
        visit(scope, node.test);
        block(scope, node.yes);
        if (node.no) block(scope, node.no);
        return;
      case "for": {
        const inner: Scope = { names: new Map(), parent: scope, owner: scope.owner };
        if (node.init) visitStatement(inner, node.init);
        if (node.test) visit(inner, node.test);
        if (node.step) visit(inner, node.step);
        return block(inner, node.body);
      }
      case "each": {
        visit(scope, node.of);
        const inner: Scope = { names: new Map(), parent: scope, owner: scope.owner };
        target(inner, node.to);
        return block(inner, node.body);
      }
      case "while":
        visit(scope, node.test);
        return block(scope, node.body);
      case "switch":
        visit(scope, node.of);
        for (const { test, body } of node.cases) {
          if (test) visit(scope, test);
          block(scope, body);
        }
        return;
      case "block":
        return block(scope, node.body);
      case "try":
        block(scope, node.body);
        return block(scope, node.handler);
      case "function":
        return enter(scope, node.function);
      case "break":
      case "continue":
      case "nothing":
        return;
      default:
        return unknown("a statement");
    }
  };

  // The module's constants may be read by functions that stand before them.
  for (const statement of statements)
    if (statement.s === "declare" && statement.entries[0].to.t === "name") declare(top, statement.entries[0].to.name);
  statementsIn(top, statements);
  for (const each of waiting) each();
  // Nobody here calls it, so anybody may.
  const called = new Set(flows.map(({ into }) => into));
  for (const { callee } of top.names.values())
    if (callee && open.has(callee.name ?? "")) escape(callee);
    else if (callee?.parameters.some(({ to }) => to.t === "name" && to.binding && !called.has(to.binding))) escape(callee);
  return { statements, bindings: [...top.names.values()], functions, flows };
}

/** The scope lies inside the function the variable belongs to. */
function isInside(scope: Scope, binding: Binding): boolean {
  for (let at: Scope | undefined = scope.parent; at; at = at.parent) if (at.owner === binding.owner) return true;
  return false;
}

function visibleIn(scope: Scope): Binding[] {
  const found: Binding[] = [];
  for (let at: Scope | undefined = scope; at && at.owner === scope.owner; at = at.parent) found.push(...at.names.values());
  return found;
}
