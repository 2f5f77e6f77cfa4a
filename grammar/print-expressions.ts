// Expressions as documents. Where the author broke a row, a list or a choice over lines, it stays broken.
// It must not know declarations.
import type { Argument, Axis, Binary, Call, Chain, Clause, Expression, If, Match, VectorLiteral, World } from "./ast.ts";
import { type Comments, commentDocs } from "./print-comments.ts";
import { type Doc, flat, group, indent, line } from "./print-doc.ts";
import { printUnit } from "./print-types.ts";

export interface Printing {
  text: string;
  comments: Comments;
}

export function printExpression(node: Expression, printing: Printing): Doc {
  const print = (inner: Expression): Doc => printExpression(inner, printing);
  switch (node.kind) {
    case "number":
      return withUnit(node.text, node.unit);
    case "inf":
      return withUnit("inf", node.unit);
    case "text":
      return node.text;
    case "bool":
      return String(node.value);
    case "name":
      return node.name;
    case "missing":
      return "";
    case "paren":
      return brackets("(", [print(node.inner)], ")", breaksBetween(node.start, node.inner.start, printing));
    case "unary":
      return [node.operator === "not" ? "not " : "-", print(node.operand)];
    case "member":
      return [print(node.object), ".", node.property.text];
    case "index":
      return [print(node.object), "[", print(node.index), "]"];
    case "over":
      return [print(node.value), " over ", printAxis(node.axis)];
    case "with":
      return [print(node.object), " with ", printWorld(node.world, printing)];
    case "binary":
      return printBinary(node, printing);
    case "chain":
      return printChain(node, printing);
    case "call":
      return printCall(node, printing);
    case "if":
      return printIf(node, printing);
    case "match":
      return printMatch(node, printing);
    case "vector":
      return printVector(node, printing);
    case "list": {
      const parts = [print(node.value), ...printClauses(node.value.end, node.for, node.where, printing)];
      return brackets("[", [parts], "]", breaksBetween(node.start, node.value.start, printing));
    }
  }
}

const noComments: Comments = { take: () => [], has: () => false, find: () => -1 };

/** On one line, whatever it takes. Comments inside are left to be printed elsewhere. */
export function printFlat(node: Expression, { text }: Printing): string {
  return flat(printExpression(node, { text, comments: noComments }));
}

function withUnit(text: string, unit: VectorLiteral["unit"]): string {
  return unit === undefined ? text : `${text} ${printUnit(unit)}`;
}

function breaksBetween(from: number, to: number, { text }: Printing): boolean {
  return text.slice(from, to).includes("\n");
}

/** What stands between two parts: comments, and whether the author broke the line there. */
function gap(from: number, to: number, printing: Printing): { comments: Doc[]; broken: boolean } {
  return { comments: commentDocs(printing.comments.take(from, to)), broken: breaksBetween(from, to, printing) };
}

/** `(` elements `)`, each on a line of its own where they do not fit. */
function brackets(open: string, elements: Doc[], close: string, broken: boolean): Doc {
  if (elements.length === 0) return open + close;
  return group([open, indent([line(""), ...elements]), line(""), close], broken);
}

/** Elements with commas, and the comments behind each. */
function commaList(
  nodes: readonly { start: number; end: number }[],
  docs: readonly Doc[],
  end: number,
  printing: Printing,
): Doc[] {
  return docs.map((doc, i) => {
    const last = i === docs.length - 1;
    const { comments } = gap(nodes[i].end, last ? end : nodes[i + 1].start, printing);
    return last ? [doc, ...comments] : [doc, ",", ...comments, line()];
  });
}

const spaced = (operator: string): boolean => operator !== "^" && operator !== "..";

/** Operators that may share a row: `a + b - c` breaks before each of them. */
function sameRow(a: Binary["operator"], b: Binary["operator"]): boolean {
  return a === b || ("+-".includes(a) && "+-".includes(b)) || ("*/%".includes(a) && "*/%".includes(b));
}

function printBinary(node: Binary, printing: Printing): Doc {
  if (!spaced(node.operator)) {
    return [printExpression(node.left, printing), node.operator, printExpression(node.right, printing)];
  }
  const row: Binary[] = [node];
  while (row[0].left.kind === "binary" && sameRow(row[0].left.operator, node.operator)) row.unshift(row[0].left);
  const parts: Doc[] = [printExpression(row[0].left, printing)];
  let broken = false;
  for (const { left, operator, right } of row) {
    const between = gap(left.end, right.start, printing);
    broken ||= between.broken;
    parts.push(...between.comments, line(), `${operator} `, printExpression(right, printing));
  }
  return group(parts, broken);
}

function printChain(node: Chain, printing: Printing): Doc {
  const parts: Doc[] = [printExpression(node.operands[0], printing)];
  let broken = false;
  node.operators.forEach((operator, i) => {
    const right = node.operands[i + 1];
    const between = gap(node.operands[i].end, right.start, printing);
    broken ||= between.broken;
    parts.push(...between.comments, line(), `${operator} `, printExpression(right, printing));
  });
  return group(parts, broken);
}

function printCall(node: Call, printing: Printing): Doc {
  const docs = node.args.map((argument) => printArgument(argument, printing));
  const list = commaList(node.args, docs, node.end, printing);
  const first = node.args[0]?.start ?? node.end;
  return [node.callee.text, brackets("(", list, ")", breaksBetween(node.callee.end, first, printing))];
}

function printArgument({ name, value, for: clause, where }: Argument, printing: Printing): Doc {
  const head: Doc = name === undefined ? "" : `${name.text}: `;
  return group([head, printExpression(value, printing), ...printClauses(value.end, clause, where, printing)]);
}

/** `for x in xs where c`, each on a new line where it does not fit. */
function printClauses(from: number, clause: Clause | undefined, where: Expression | undefined, printing: Printing): Doc[] {
  const parts: Doc[] = [];
  let end = from;
  if (clause !== undefined) {
    parts.push(
      ...gap(end, clause.variable.start, printing).comments,
      line(),
      `for ${clause.variable.text} in `,
      printExpression(clause.source, printing),
    );
    end = clause.source.end;
  }
  if (where !== undefined)
    parts.push(...gap(end, where.start, printing).comments, line(), "where ", printExpression(where, printing));
  return parts.length === 0 ? [] : [indent(parts)];
}

function printVector(node: VectorLiteral, printing: Printing): Doc {
  const docs = node.elements.map((element) => printExpression(element, printing));
  const list = commaList(node.elements, docs, node.end, printing);
  const first = node.elements[0]?.start ?? node.end;
  const unit = node.unit === undefined ? "" : ` ${printUnit(node.unit)}`;
  return [brackets("[", list, "]", breaksBetween(node.start, first, printing)), unit];
}

/** Broken: one branch a line, each `else` first on its line. */
function printIf(node: If, printing: Printing): Doc {
  const parts: Doc[] = [];
  let branch: Expression = node;
  let broken = false;
  while (branch.kind === "if") {
    const { condition, yes, no }: If = branch;
    const toYes = gap(condition.end, yes.start, printing);
    parts.push("if ", printExpression(condition, printing), ...toYes.comments, toYes.comments.length > 0 ? line() : " ", "then ");
    parts.push(printExpression(yes, printing));
    const toNo = gap(yes.end, no.start, printing);
    broken ||= toYes.broken || toNo.broken;
    parts.push(...toNo.comments, line(), "else ");
    branch = no;
  }
  parts.push(printExpression(branch, printing));
  return group(parts, broken);
}

function printMatch(node: Match, printing: Printing): Doc {
  const arms = node.arms.map(({ patterns, value }) => {
    const head = patterns.length === 0 ? "else" : patterns.map((pattern) => printFlat(pattern, printing)).join(" | ");
    return [head, " => ", printExpression(value, printing)];
  });
  const first = node.arms[0]?.start ?? node.end;
  const list = separated(node.arms, arms, node.end - 1, () => ", ", printing);
  return [
    group([
      "match ",
      printExpression(node.subject, printing),
      " ",
      block(list, breaksBetween(node.subject.end, first, printing)),
    ]),
  ];
}

/** The braces of a `with`; those of a scenario are printed line by line elsewhere. */
export function printWorld(world: World, printing: Printing): Doc {
  const docs = world.items.map((item): Doc => {
    if (item.kind === "entry")
      return [item.path.map((name) => name.text).join("."), " = ", printExpression(item.value, printing)];
    if (item.kind === "group") return ["group ", item.members.map(({ text }) => text).join(", ")];
    const head = ["steps ", printExpression(item.steps, printing)];
    return item.world === undefined ? head : [...head, " ", printWorld(item.world, printing)];
  });
  const first = world.items[0]?.start ?? world.end;
  const plain = (i: number): boolean => world.items[i].kind === "entry" && world.items[i + 1].kind === "entry";
  const list = separated(world.items, docs, world.end - 1, (i) => (plain(i) ? ", " : "  "), printing);
  return block(list, breaksBetween(world.start, first, printing));
}

function block(list: Doc[], broken: boolean): Doc {
  return list.length === 0 ? "{}" : group(["{", indent([line(), ...list]), line(), "}"], broken);
}

/** Items with a separator on one line and none on several. */
function separated(
  nodes: readonly { end: number; start: number }[],
  docs: readonly Doc[],
  end: number,
  separator: (i: number) => string,
  printing: Printing,
): Doc[] {
  return docs.map((doc, i) => {
    const last = i === docs.length - 1;
    const { comments } = gap(nodes[i].end, last ? end : nodes[i + 1].start, printing);
    return last ? [doc, ...comments] : [doc, ...comments, line(separator(i))];
  });
}

function printAxis({ name, length, steps }: Axis): string {
  if (length === undefined) return name;
  return `last ${withUnit(length.text, length.unit)}${steps ? " steps" : ""}`;
}
