// An expression of the tree on one line, operator first: `(+ a (* 2 b))`. Parentheses of the source are `(paren …)`.
import type * as ast from "../../grammar/ast.ts";

export function printExpression(expression: ast.Expression): string {
  const one = printExpression;
  switch (expression.kind) {
    case "number":
      return expression.text + unitText(expression.unit);
    case "inf":
      return `inf${unitText(expression.unit)}`;
    case "text":
      return expression.text;
    case "bool":
      return String(expression.value);
    case "name":
      return expression.name;
    case "call":
      return form(expression.callee.text, ...expression.args.map(printArgument));
    case "member":
      return form(".", one(expression.object), expression.property.text);
    case "index":
      return form("at", one(expression.object), one(expression.index));
    case "over": {
      const { name, length, steps } = expression.axis;
      const axis = [name, length && one(length), steps && "steps"].filter(Boolean).join(" ");
      return form(`over ${axis}:`, one(expression.value));
    }
    case "with":
      return form("with", one(expression.object), ...expression.world.items.map(printItem));
    case "unary":
      return form(expression.operator, one(expression.operand));
    case "binary":
      return form(expression.operator, one(expression.left), one(expression.right));
    case "chain":
      return form("chain", ...expression.operands.flatMap((operand, i) => [one(operand), expression.operators[i] ?? []].flat()));
    case "if":
      return form("if", one(expression.condition), one(expression.yes), one(expression.no));
    case "match":
      return form("match", one(expression.subject), ...expression.arms.map(printArm));
    case "vector":
      return `[${expression.elements.map(one).join(" ")}]${unitText(expression.unit)}`;
    case "list":
      return form("list", one(expression.value), printClause(expression));
    case "paren":
      return form("paren", one(expression.inner));
    case "missing":
      return "(missing)";
  }
}

const form = (head: string, ...rest: string[]) => `(${[head, ...rest].join(" ")})`;

export function unitText(unit: ast.UnitTag | undefined): string {
  if (unit === undefined) return "";
  return `[${unit.factors.map(({ name, number, exponent }) => `${name ?? number}${exponent === 1 ? "" : `^${exponent}`}`).join(" ")}]`;
}

function printArgument({ name, value, ...clause }: ast.Argument): string {
  const tail = clause.for === undefined && clause.where === undefined ? "" : ` ${printClause(clause)}`;
  return `${name === undefined ? "" : `${name.text}: `}${printExpression(value)}${tail}`;
}

function printClause({ for: each, where }: { for?: ast.Clause; where?: ast.Expression }): string {
  const parts = [
    each && `for ${each.variable.text} in ${printExpression(each.source)}`,
    where && `where ${printExpression(where)}`,
  ];
  return parts.filter(Boolean).join(" ");
}

function printArm({ patterns, value }: ast.Arm): string {
  return `${patterns.map(printExpression).join("|") || "else"} => ${printExpression(value)}`;
}

export function printItem(item: ast.World["items"][number]): string {
  if (item.kind === "group") return `group ${item.members.map(({ text }) => text).join(", ")}`;
  if (item.kind === "entry") return `${item.path.map(({ text }) => text).join(".")} = ${printExpression(item.value)}`;
  return form("steps", printExpression(item.steps), ...(item.world?.items ?? []).map(printItem));
}
