// Walks a syntax tree whatever its nodes are. It must not know what any of them means.
import type * as ast from "../../grammar/ast.ts";

/** Calls `visit` on every node of the tree, parents before their children, in source order. */
function walk(tree: unknown, visit: (node: object) => void): void {
  if (tree === null || typeof tree !== "object") return;
  if (!Array.isArray(tree)) visit(tree);
  for (const key in tree) walk((tree as Record<string, unknown>)[key], visit);
}

/** The names used as values, in source order, each once. */
export function namesIn(tree: unknown): string[] {
  return [...new Set(nameRefsIn(tree).map(({ name }) => name))];
}

/** The same, each where it stands. */
export function nameRefsIn(tree: unknown): ast.NameRef[] {
  const names: ast.NameRef[] = [];
  walk(tree, (node) => {
    const { kind, name } = node as Partial<ast.NameRef>;
    if (kind === "name" && name !== undefined) names.push(node as ast.NameRef);
  });
  return names;
}

/** The calls, in source order. */
export function callsIn(tree: unknown): ast.Call[] {
  const calls: ast.Call[] = [];
  walk(tree, (node) => {
    if ((node as ast.Expression).kind === "call") calls.push(node as ast.Call);
  });
  return calls;
}

/** The names in unit tags, in source order. */
export function unitsIn(tree: unknown): string[] {
  const names: string[] = [];
  walk(tree, (node) => {
    for (const { name } of (node as Partial<ast.UnitTag>).factors ?? []) if (name !== undefined) names.push(name);
  });
  return names;
}

/**
 * Settles everything that `start` needs and then itself, without recursion: chains may be as long as a file. What is met again
 * while it is open is told to `circle` and not followed.
 */
export function settleInOrder<T>(
  start: T,
  needs: (item: T) => readonly T[],
  settle: (item: T) => void,
  circle: (item: T) => void,
): void {
  const path = [{ item: start, left: needs(start).values() }];
  const open = new Set([start]);
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const next = last.left.next();
    if (next.done) {
      settle(last.item);
      open.delete(last.item);
      path.pop();
    } else if (open.has(next.value)) circle(next.value);
    else {
      open.add(next.value);
      path.push({ item: next.value, left: needs(next.value).values() });
    }
  }
}
