// Where names are declared and seen, and what flows into variables and results. It must not know what stands in a scope.
import type { Binding, Expression, FunctionNode } from "./tree.ts";

/** Something a variable or a result becomes; without a value something nobody knows. */
export interface Flow {
  into: Binding | FunctionNode;
  value?: Expression;
  /** Whole by the place it stands in. */
  counts?: boolean;
}

export interface Scope {
  names: Map<string, Binding>;
  parent?: Scope;
  /** The function it lies in; undefined for the module. */
  owner: FunctionNode | undefined;
  /** In `score` and its like, where every property is that of a record but the length of a list of steps. */
  inProgram: boolean;
  shared: Gathered;
}

/** What is gathered on the way through a module. */
export interface Gathered {
  functions: FunctionNode[];
  flows: Flow[];
  /** To be done once everything has been seen. */
  waiting: (() => void)[];
}

export const openModule = (): Scope => ({
  names: new Map(),
  owner: undefined,
  inProgram: false,
  shared: { functions: [], flows: [], waiting: [] },
});

export const openBlock = (parent: Scope, owner: FunctionNode | undefined = parent.owner): Scope => ({
  names: new Map(),
  parent,
  owner,
  inProgram: parent.inProgram || owner?.exported === true || owner?.generator === true,
  shared: parent.shared,
});

/** A new variable; one of the module may have been read before. */
export function declare(scope: Scope, name: string): Binding {
  const early = scope.owner === undefined ? scope.names.get(name) : undefined;
  if (early !== undefined) return early;
  const binding: Binding = { name, owner: scope.owner, kind: undefined, python: name };
  if (scope.owner !== undefined) scope.owner.own.push({ binding, visible: visibleIn(scope) });
  scope.names.set(name, binding);
  return binding;
}

/** The variable a name stands for; the functions between here and its own read it. */
export function use(scope: Scope, name: string): Binding | undefined {
  let at: Scope | undefined = scope;
  while (at !== undefined && !at.names.has(name)) at = at.parent;
  const binding = at?.names.get(name);
  if (binding !== undefined) for (const between of ownersUpTo(scope, binding)) between.reads.add(binding);
  return binding;
}

/** Notes that a variable is given something as part of what a function does. */
export function noteAssigned(scope: Scope, binding: Binding, value: Expression | undefined): void {
  scope.shared.flows.push({ into: binding, value });
  if (binding.owner !== undefined) for (const between of ownersUpTo(scope, binding)) between.outer.add(binding);
  if (scope.owner !== undefined) scope.owner.assigns = true;
}

/** It is called by who knows whom. */
export function noteEscaped({ flows }: Gathered, node: FunctionNode): void {
  flows.push({ into: node });
  for (const [k, { to }] of node.parameters.entries())
    if (to.t === "name" && to.binding) flows.push({ into: to.binding, counts: node.indexed.includes(k) });
}

/** The functions round a place that lie inside the one a variable belongs to. */
function ownersUpTo(scope: Scope, binding: Binding): Set<FunctionNode> {
  const found = new Set<FunctionNode>();
  for (let at: Scope | undefined = scope; at !== undefined && at.owner !== binding.owner; at = at.parent)
    if (at.owner !== undefined) found.add(at.owner);
  return found;
}

function visibleIn(scope: Scope): Binding[] {
  const found: Binding[] = [];
  for (let at: Scope | undefined = scope; at && at.owner === scope.owner; at = at.parent) found.push(...at.names.values());
  return found;
}
