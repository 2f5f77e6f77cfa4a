// The text of a statement without its types, otherwise character for character as written. It must not reformat.
import ts from "typescript";

/** JavaScript text of a TypeScript statement. Errors on syntax that is more than types (enum, namespace, parameter property). */
export function eraseTypes(statement: ts.Statement): string {
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

  cuts.sort(([a], [b]) => a - b);
  let text = "";
  let at = statement.getStart();
  for (const [start, end] of cuts) {
    if (start >= at) text += source.text.slice(at, start);
    at = Math.max(at, end);
  }
  return text + source.text.slice(at, statement.getEnd());
}
