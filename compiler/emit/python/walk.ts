// Questions about what statements do somewhere inside. It must not know text.
import type { Binding, Expression, Statement } from "./tree.ts";

/** Every expression in statements, functions inside them included. */
export function* expressionsIn(nodes: readonly Statement[]): Generator<Expression> {
  for (const node of nodes) yield* anyIn(node);
}

/** Trees are plain data, so all of it can be gone through alike; variables lead elsewhere. */
function* anyIn(node: unknown): Generator<Expression> {
  if (typeof node !== "object" || node === null || node instanceof Set || node instanceof Map) return;
  if ("t" in node) yield node as Expression;
  for (const [key, part] of Object.entries(node))
    if (key !== "binding" && key !== "own" && key !== "comments") yield* anyIn(part);
}

/** Variables that are given something new. */
export function assignedIn(nodes: readonly Statement[]): Set<Binding> {
  const found = new Set<Binding>();
  for (const node of expressionsIn(nodes)) {
    const left = node.t === "assign" ? node.left : node.t === "update" ? node.of : undefined;
    for (const each of left?.t === "array" ? left.items : [left]) if (each?.t === "name" && each.binding) found.add(each.binding);
  }
  return found;
}

/** Whether a list may get another length. */
export function shrinksOrGrows(nodes: readonly Statement[], list: Expression): boolean {
  for (const node of expressionsIn(nodes)) {
    if (node.t !== "call" || node.of.t !== "member" || !["push", "pop", "shift"].includes(node.of.name)) continue;
    const { of } = node.of;
    if (of.t !== "name" || list.t !== "name" || of.binding === list.binding) return true;
  }
  return false;
}
