// What a well-formed pattern must also keep to, so that every engine gives it the same meaning.
import { fail } from "./cursor.ts";
import { hasReference, mayBeEmpty, prefersEmpty, width } from "./measure.ts";
import { checkGroups } from "./settled.ts";
import type { PatternNode } from "./syntax.ts";

export function checkTree(node: PatternNode): void {
  certain(node, new Set());
  checkGroups(node);
}

/** After an empty match Python looks for one that is not empty at the same place; JavaScript goes on behind it. */
export function checkAllMatches(node: PatternNode): string | undefined {
  if (!mayBeEmpty(node) || !prefersEmpty(node)) return undefined;
  return "This pattern may match nothing where it could match something: Python then finds both, JavaScript only the first. Put an alternative that may be empty last and leave out the '?' after a repetition, or make it match at least one character.";
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
      if (node.max > node.min && mayBeEmpty(node.body) && prefersEmpty(node.body)) {
        fail(
          "What is repeated here may match nothing before it matches something, as in '(?:a??)*'. Make it match at least one character.",
        );
      }
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
