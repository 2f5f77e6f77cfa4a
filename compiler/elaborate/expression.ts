// Expression → typed node. Checks and makes nodes in one walk, because a type is known at the moment its node is made.
// It must not know declarations: names come from the context.
import type * as ast from "../../grammar/ast.ts";
import type { Info } from "../model.ts";
import { describeType, isScalar } from "../types/value-types.ts";
import { elaborateIndex, elaborateMember } from "./access.ts";
import { elaborateIf, elaborateMatch } from "./branches.ts";
import { elaborateCall } from "./calls.ts";
import { complain, type Context, excerpt, type Lowered, notYet, type Operand } from "./context.ts";
import { elaborateBinary, elaborateChain, elaborateUnary } from "./infix.ts";
import { elaborateBool, elaborateInfinite, elaborateNumber, elaborateText, elaborateVector } from "./literals.ts";
import { elaborateName } from "./names.ts";
import { elaborateOver } from "./over.ts";
import { elaborateWith } from "./scenario-values.ts";

/** The value of an expression; undefined where an error has been reported. */
export function elaborate(expression: ast.Expression, context: Context): Lowered | undefined {
  const operand = elaborateOperand(expression, context);
  if (operand?.kind !== "range") return operand;
  return complain(context, expression, "T001", "range-as-value", `'${excerpt(context, expression)}' is a range, but a value is needed here.`, {
    help: "Ranges stand after 'in', in types, in slices and where an operator asks for one, such as ramp(x, a..b).",
  });
}

/** A value, or a range where one is allowed. */
export function elaborateOperand(expression: ast.Expression, context: Context): Operand | undefined {
  const operand = elaborateKind(expression, context);
  if (operand?.kind === "value") context.infos.set(expression, operand.info);
  return operand;
}

function elaborateKind(expression: ast.Expression, context: Context): Operand | undefined {
  switch (expression.kind) {
    case "number":
      return elaborateNumber(expression, context);
    case "inf":
      return elaborateInfinite(expression, context);
    case "text":
      return elaborateText(expression, context);
    case "bool":
      return elaborateBool(expression, context);
    case "name":
      return elaborateName(expression, context);
    case "call":
      return elaborateCall(expression, context);
    case "member":
      return elaborateMember(expression, context);
    case "index":
      return elaborateIndex(expression, context);
    case "over":
      return elaborateOver(expression, context);
    case "with":
      return elaborateWith(expression, context);
    case "unary":
      return elaborateUnary(expression, context);
    case "binary":
      return elaborateBinary(expression, context);
    case "chain":
      return elaborateChain(expression, context);
    case "if":
      return elaborateIf(expression, context);
    case "match":
      return elaborateMatch(expression, context);
    case "vector":
      return elaborateVector(expression, context);
    case "list":
      return notYet(context, expression, "Building a list with 'for'");
    case "paren":
      return elaborateOperand(expression.inner, context);
    case "missing":
      return undefined;
  }
}

/** A single condition: one bool, not a vector of them. */
export function elaborateCondition(expression: ast.Expression, context: Context, where: string): Lowered | undefined {
  const value = elaborate(expression, context);
  if (value === undefined) return undefined;
  if (value.info.type.kind === "bool") return value;
  const text = excerpt(context, expression);
  const vector = !isScalar(value.info.type) && value.info.type.kind === "vector" && value.info.type.of === "bool";
  return complain(context, expression, "T002", "not-a-condition", `${where} needs true or false, but '${text}' is ${article(value.info)}.`, {
    help: vector ? `Reduce it: 'any(${text})' or 'all(${text})'.` : `Compare it with something, for example '${text} > 0'.`,
    fixes: vector
      ? ["any", "all"].map((name) => ({
          title: `Use ${name}(${text})`,
          safe: false,
          edits: [
            { start: expression.start, end: expression.start, text: `${name}(` },
            { start: expression.end, end: expression.end, text: ")" },
          ],
        }))
      : [],
  });
}

/** A single number; a bool counts as 0 or 1. */
export function elaborateScalar(expression: ast.Expression, context: Context, where: string): Lowered | undefined {
  const value = elaborate(expression, context);
  if (value === undefined) return undefined;
  const { type } = value.info;
  if (type.kind === "number" || type.kind === "bool") return value;
  const text = excerpt(context, expression);
  const shaped = type.kind === "vector" || type.kind === "list";
  return complain(context, expression, "T003", "not-a-number", `${where} needs one number, but '${text}' is ${article(value.info)}.`, {
    help: shaped ? `Reduce it: 'sum(${text})', 'mean(${text})' or 'norm(${text})'.` : "Only numbers and conditions can be paid.",
    fixes: shaped
      ? ["sum", "mean", "norm"].map((name) => ({
          title: `Use ${name}(${text})`,
          safe: false,
          edits: [
            { start: expression.start, end: expression.start, text: `${name}(` },
            { start: expression.end, end: expression.end, text: ")" },
          ],
        }))
      : [],
  });
}

export function article(info: Info): string {
  const text = describeType(info.type);
  return text === "text" || text.startsWith("one of") ? text : `a ${text}`;
}
