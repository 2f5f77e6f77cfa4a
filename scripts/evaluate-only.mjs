// An esbuild plugin for bundles that evaluate rewards and never describe them: operator records without pages, types and ranges.
// @ts-check
import fs from "node:fs/promises";
import ts from "typescript";

/** What of an operator record only the compiler, the analyses and the reference read. */
const unread = new Set([
  "summary",
  "doc",
  "examples",
  "source",
  "unit",
  "range",
  "reduceRange",
  "monotone",
  "resultType",
  "print",
]);

/** @type {import("esbuild").Plugin} */
export const evaluateOnly = {
  name: "evaluate-only",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]runtime[\\/]operators[\\/].+\.ts$/ }, async ({ path }) => {
      return { contents: withoutReference(path, await fs.readFile(path, "utf8")), loader: "ts" };
    });
  },
};

/**
 * The module without what is unread of `export const operator: Operator = { … }`.
 * @param {string} path
 * @param {string} text
 */
export function withoutReference(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {[start: number, end: number][]} */
  const cuts = [];
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { type, initializer } of statement.declarationList.declarations) {
      if (type?.getText() === "Operator" && initializer !== undefined) cutFrom(initializer, cuts);
    }
  }
  return cuts.toReversed().reduce((result, [start, end]) => result.slice(0, start) + result.slice(end), text);
}

/**
 * @param {ts.Node} node
 * @param {[start: number, end: number][]} cuts
 */
function cutFrom(node, cuts) {
  if (ts.isObjectLiteralElement(node) && node.name !== undefined && unread.has(node.name.getText())) {
    const comma = node.getSourceFile().text.indexOf(",", node.end);
    const end = /^\s*,/.test(node.getSourceFile().text.slice(node.end)) ? comma + 1 : node.end;
    cuts.push([node.getFullStart(), end]);
  } else ts.forEachChild(node, (child) => cutFrom(child, cuts));
}
