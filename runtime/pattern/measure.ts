// What can be said about a pattern without running it: lengths, and whether it can match nothing.
import type { PatternNode } from "./syntax.ts";

/** Length in code points of every match; undefined where it varies. */
export function width(node: PatternNode): number | undefined {
  switch (node.kind) {
    case "character":
    case "any":
    case "class":
    case "set":
      return 1;
    case "sequence":
      return node.items.reduce<number | undefined>((sum, item) => plus(sum, width(item)), 0);
    case "alternatives": {
      const [first, ...others] = node.branches.map(width);
      return others.every((other) => other === first) ? first : undefined;
    }
    case "group":
      return width(node.body);
    case "repeat": {
      const one = width(node.body);
      return one !== undefined && (node.min === node.max || one === 0) ? one * node.min : undefined;
    }
    case "reference":
    case "hole":
      return undefined;
    default:
      return 0;
  }
}

const plus = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b);

export function mayBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "character":
    case "any":
    case "class":
    case "set":
      return false;
    case "sequence":
      return node.items.every(mayBeEmpty);
    case "alternatives":
      return node.branches.some(mayBeEmpty);
    case "group":
      return mayBeEmpty(node.body);
    case "repeat":
      return node.min === 0 || mayBeEmpty(node.body);
    default:
      return true;
  }
}

/** Whether it may try nothing first and something later. */
export function prefersEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "sequence":
      return node.items.some(prefersEmpty);
    case "alternatives":
      return (
        node.branches.some(prefersEmpty) ||
        node.branches.some((branch, i) => mayBeEmpty(branch) && node.branches.slice(i + 1).some((later) => width(later) !== 0))
      );
    case "group":
      return prefersEmpty(node.body);
    case "repeat":
      return (node.lazy && node.min === 0) || prefersEmpty(node.body);
    default:
      return false;
  }
}

export function hasReference(node: PatternNode): boolean {
  return some(node, (inner) => inner.kind === "reference");
}

/** Whether it says somewhere that something is not there. */
export function assertsAbsence(node: PatternNode): boolean {
  return some(node, (inner) => inner.kind === "no-word-edge" || (inner.kind === "look" && inner.negated));
}

export function some(node: PatternNode, holds: (node: PatternNode) => boolean): boolean {
  if (holds(node)) return true;
  if (node.kind === "sequence") return node.items.some((item) => some(item, holds));
  if (node.kind === "alternatives") return node.branches.some((branch) => some(branch, holds));
  return "body" in node && some(node.body, holds);
}

export function countGroups(node: PatternNode): number {
  if (node.kind === "sequence") return node.items.reduce((sum, item) => sum + countGroups(item), 0);
  if (node.kind === "alternatives") return node.branches.reduce((sum, branch) => sum + countGroups(branch), 0);
  const own = node.kind === "group" && node.number !== undefined ? 1 : 0;
  return own + ("body" in node ? countGroups(node.body) : 0);
}
