// What a well-formed pattern must also keep to, so that every engine gives it the same meaning.
import { fail } from "./cursor.ts";
import type { PatternNode } from "./syntax.ts";

export function checkTree(node: PatternNode): void {
  certain(node, new Set());
}

/**
 * The groups that have surely taken part once `node` has matched, given those before it. A reference to any other group is
 * refused: it matches nothing in JavaScript and fails in Python.
 */
function certain(node: PatternNode, before: ReadonlySet<number>): ReadonlySet<number> {
  switch (node.kind) {
    case "sequence":
      return node.items.reduce((groups, item) => certain(item, groups), before);
    case "alternatives": {
      const [first, ...others] = node.branches.map((branch) => certain(branch, before));
      return new Set([...first].filter((group) => others.every((groups) => groups.has(group))));
    }
    case "group": {
      const inside = certain(node.body, before);
      return node.number === undefined ? inside : new Set([...inside, node.number]);
    }
    case "repeat": {
      const after = certain(node.body, before);
      return node.min > 0 ? after : before;
    }
    case "look": {
      if (node.behind) checkBehind(node.body);
      const after = certain(node.body, before);
      return node.negated ? before : after;
    }
    case "reference":
      if (!before.has(node.group)) {
        fail(
          `'\\${node.group}' may be reached before group ${node.group} has matched, or there is no such group. Refer only to a group that always takes part before.`,
        );
      }
      return before;
    default:
      return before;
  }
}

function checkBehind(body: PatternNode): void {
  if (hasReference(body)) fail("A look-behind cannot contain a reference such as '\\1'. Write the text out.");
  if (width(body) === undefined) {
    fail(
      "A look-behind must have one fixed length. Give every alternative the same length and use '{n}' for repetitions, or several look-behinds joined by '|'.",
    );
  }
}

/** Length in code points; undefined where it varies. */
function width(node: PatternNode): number | undefined {
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
    default:
      return 0;
  }
}

const plus = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b);

function hasReference(node: PatternNode): boolean {
  if (node.kind === "reference") return true;
  if (node.kind === "sequence") return node.items.some(hasReference);
  if (node.kind === "alternatives") return node.branches.some(hasReference);
  return "body" in node && hasReference(node.body);
}
