// Evaluates an example of the catalogue straight from its syntax tree and the records, to check them without the compiler.
import type * as ast from "../../grammar/ast.ts";
import { parse } from "../../grammar/parser.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { type Example, type Operator, takesWhole } from "../../runtime/operators/operator.ts";
import { toRegExp } from "../../runtime/pattern.ts";
import { holds, isTemporal, margin } from "./formulas.ts";
import { sequences } from "./sequences.ts";

export type Result = number | string | null | Result[] | RegExp;

/** The step looked at, and how many there are. */
interface Moment {
  t: number;
  steps: number;
  /** Inside a temporal formula, which outermost is asked on the first step. */
  inFormula?: boolean;
}

const infix: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "%": "modulo",
  "^": "power",
  "<": "less",
  "<=": "less_equal",
  ">": "greater",
  ">=": "greater_equal",
  "==": "equal",
  "!=": "not_equal",
  and: "and",
  or: "or",
  matches: "matches",
};

/** What an example gives: one value, or one per step where it has a value on every step. */
export function runExample({ expression, steps, value }: Example): Result {
  const { file, errors } = parse(`reward Example {\n let result = ${expression}\n}`);
  if (errors.length > 0) throw new Error(`${expression}: ${errors[0]!.message}`);
  const binding = file.declarations.flatMap((d) => (d.kind === "reward" ? d.members : [])).find((m) => m.kind === "let");
  const tree = (binding as unknown as { value: ast.Expression }).value;
  if (steps === undefined || !Array.isArray(value)) return evaluate(tree, { t: (steps ?? 1) - 1, steps: steps ?? 1 });
  return Array.from({ length: steps }, (_, t) => evaluate(tree, { t, steps }));
}

function evaluate(node: ast.Expression, moment: Moment): Result {
  switch (node.kind) {
    case "number":
      return node.value;
    case "inf":
      return Number.POSITIVE_INFINITY;
    case "bool":
      return node.value ? 1 : 0;
    case "text":
      return node.raw ? toRegExp(node.value, node.flags) : node.value;
    case "paren":
      return evaluate(node.inner, moment);
    case "vector":
      return node.elements.map((element) => evaluate(element, moment));
    case "name":
      return { t: moment.t, dt: 0.1, pi: Math.PI }[node.name] ?? fail(node.name);
    case "unary":
      return apply(node.operator === "-" ? "negate" : "not", [evaluate(node.operand, moment)]);
    case "binary":
      return binary(node, moment);
    case "call":
      return call(node, moment);
    case "over":
      return over(node, moment);
    default:
      return fail(node.kind);
  }
}

function binary(node: ast.Binary, moment: Moment): Result {
  const left = evaluate(node.left, moment);
  if (node.operator === "??") return left === null || Number.isNaN(left) ? evaluate(node.right, moment) : left;
  if (node.operator !== "in") {
    const right = evaluate(node.right, moment);
    const name = node.operator === "+" && typeof left === "string" ? "join_text" : infix[node.operator]!;
    return apply(name, [left, right]);
  }
  if (node.right.kind !== "binary") return apply("one_of", [left, evaluate(node.right, moment)]);
  return apply("between", [left, evaluate(node.right.left, moment), evaluate(node.right.right, moment)]);
}

/** Conversions of the examples, once more and by name. */
const ratios: Readonly<Record<string, number>> = { rad: Math.PI / 180, m: 1000, deg: 180 / Math.PI };

function call(node: ast.Call, moment: Moment): Result {
  if (node.callee.text === "to") {
    const unit = node.args[1]!.value as ast.NameRef;
    return (evaluate(node.args[0]!.value, moment) as number) * ratios[unit.name]!;
  }
  const operator = operatorByName.get(node.callee.text) ?? fail(node.callee.text);
  if (operator.name === "regex") return toRegExp(...(inOrder(operator, node, moment) as [string, string]));
  if (operator.category === "temporal") return formula(node, moment);
  if (operator.rewritten) {
    const values = node.args.map((argument) =>
      Array.from({ length: moment.steps }, (_, t) => evaluate(argument.value, { ...moment, t }) as number),
    );
    return sequences[operator.name]!(values, moment.t);
  }
  const args = inOrder(operator, node, moment);
  if (operator.reduce && Array.isArray(args[0])) return operator.reduce(args[0] as number[], ...(args.slice(1) as number[]));
  return apply(operator.name, args);
}

function formula(node: ast.Call, { t, steps, inFormula }: Moment): Result {
  const value = (part: ast.Expression, k: number) => evaluate(part, { t: k, steps, inFormula: true }) as number;
  if (isTemporal(node)) return holds(node, inFormula ? t : 0, { steps, value });
  const [part, raw] = node.args.map((argument) => argument.value);
  const step = isTemporal(part!) && !inFormula ? 0 : t;
  return margin(part!, step, { steps, value }, raw?.kind === "bool" && raw.value);
}

/** Arguments in the order of the parameters, named ones and defaults included; a range gives two. */
function inOrder(operator: Operator, node: ast.Call, moment: Moment): Result[] {
  const value = (expression: ast.Expression) =>
    expression.kind === "binary" && expression.operator === ".."
      ? [evaluate(expression.left, moment), evaluate(expression.right, moment)]
      : [evaluate(expression, moment)];
  const positional = node.args.filter((argument) => argument.name === undefined);
  const variadic = operator.parameters.at(-1)?.variadic ? positional.slice(operator.parameters.length) : [];
  const args = operator.parameters.flatMap((parameter, index) => {
    const given = node.args.find((argument) => argument.name?.text === parameter.name) ?? positional[index];
    if (given !== undefined) return value(given.value);
    return parameter.default === undefined ? [] : [parameter.default as number | string];
  });
  return [...args, ...variadic.flatMap((argument) => value(argument.value))];
}

function over(node: ast.Over, moment: Moment): Result {
  const inner = node.value as ast.Call;
  const operator = operatorByName.get(inner.callee.text) ?? fail(inner.callee.text);
  const [first] = inner.args;
  const held = Array.from({ length: moment.steps }, (_, t) => ({ ...moment, t })).filter(
    (at) => first!.where === undefined || evaluate(first!.where, at) === 1,
  );
  const values = held.map((at) => evaluate(first!.value, at) as number);
  if (operator.name === "collect") return values;
  const settings = inOrder(operator, inner, moment).slice(1) as number[];
  return operator.reduce?.(values, ...settings) ?? fail(operator.name);
}

function apply(name: string, args: Result[]): Result {
  const operator = operatorByName.get(name) ?? fail(name);
  const evaluateOne = operator.evaluate as unknown as (...values: Result[]) => Result;
  const apart = args.map((argument, k) => Array.isArray(argument) && !takesWhole(operator.parameters[k]?.type ?? "any"));
  const lengths = args.flatMap((argument, k) => (apart[k] ? [(argument as Result[]).length] : []));
  if (!operator.elementwise || lengths.length === 0) return evaluateOne(...args);
  return Array.from({ length: lengths[0]! }, (_, i) =>
    evaluateOne(...args.map((argument, k) => (apart[k] ? (argument as Result[])[i]! : argument))),
  );
}

function fail(what: string): never {
  throw new Error(`the examples do not know ${what}`);
}
