// Which stretches of a statement are types: without them it is JavaScript, character for character as written. It must not reformat.
import ts from "typescript";

/**
 * Types of a TypeScript statement, in order and apart, as half-open offsets from its start. Errors on syntax that is more than types
 * (enum, namespace, parameter property).
 */
export function typesIn(statement: ts.Statement): [start: number, end: number][] {
  const source = statement.getSourceFile();
  const cuts: [start: number, end: number][] = [];
  const cut = (start: number, end: number) => cuts.push([start, end]);
  const annotation = (type: ts.TypeNode | undefined) => {
    if (type) cut(source.text.lastIndexOf(":", type.getStart()), type.getEnd());
  };
  const typeParameters = (nodes: ts.NodeArray<ts.Node> | undefined) => {
    if (nodes?.length) cut(source.text.lastIndexOf("<", nodes.pos), source.text.indexOf(">", nodes.end) + 1);
  };
  const walk = (node: ts.Node): void => {
    if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)) throw new Error(`not erasable: ${node.getText()}`);
    if (ts.isFunctionLike(node)) {
      typeParameters(node.typeParameters);
      annotation(node.type);
    }
    if (ts.isParameter(node) || ts.isVariableDeclaration(node)) {
      if (ts.isParameter(node) && node.questionToken) cut(node.questionToken.getStart(), node.questionToken.getEnd());
      annotation(node.type);
    }
    if (ts.isVariableDeclaration(node) && node.exclamationToken)
      cut(node.exclamationToken.getStart(), node.exclamationToken.getEnd());
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) typeParameters(node.typeArguments);
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) cut(node.expression.getEnd(), node.getEnd());
    if (ts.isNonNullExpression(node)) cut(node.expression.getEnd(), node.getEnd());
    if (!ts.isTypeNode(node)) ts.forEachChild(node, walk);
  };
  walk(statement);

  const from = statement.getStart();
  const merged: [number, number][] = [];
  for (const [start, end] of cuts.sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last !== undefined && start - from < last[1]) last[1] = Math.max(last[1], end - from);
    else merged.push([start - from, end - from]);
  }
  return merged;
}
