// Expression → typed node. Checks and makes nodes in one walk, because a type is known at the moment its node is made.
// It must not know declarations: names come from the context.
import type * as ast from "../../grammar/ast.ts";
import { aType, isBool, isScalar } from "../types/value-types.ts";
import { elaborateIndex, elaborateMember } from "./access.ts";
import { elaborateIf, notACondition } from "./branches.ts";
import { elaborateCall } from "./calls.ts";
import { requirePresent } from "./combine.ts";
import { elaborateChain } from "./comparisons.ts";
import { complain, fix, surround } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Operand } from "./context.ts";
import { elaborateEach } from "./each.ts";
import { mayDescend } from "./effort.ts";
import { elaborateBinary, elaborateUnary } from "./infix.ts";
import { elaborateBool, elaborateInfinite, elaborateNumber, elaborateText, elaborateVector } from "./literals.ts";
import { elaborateMatch } from "./match.ts";
import { elaborateName } from "./names.ts";
import { elaborateOver } from "./over.ts";
import { elaborateWith } from "./scenario-values.ts";

/** The value of an expression; undefined where an error has been reported. */
export function elaborate(expression: ast.Expression, context: Context): Lowered | undefined {
  const operand = elaborateOperand(expression, context);
  if (operand?.kind !== "range") return operand;
  const message = `'${excerpt(context, expression)}' is a range, but a value is needed here.`;
  return complain(context, expression, "T001", "range-as-value", message, {
    help: "Ranges stand after 'in', in types, in slices and where an operator asks for one, such as ramp(x, a..b).",
  });
}

/** A value, or a range where one is allowed. */
export function elaborateOperand(expression: ast.Expression, context: Context): Operand | undefined {
  if (!mayDescend(context, expression)) return undefined;
  const operand = elaborateKind(expression, context);
  context.effort.depth--;
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
      return elaborateEach(expression, expression, context);
    case "paren":
      return elaborateOperand(expression.inner, context);
    case "missing":
      return context.fail();
  }
}

/** A single condition that is always there: one bool, not a vector of them. */
export function elaborateCondition(expression: ast.Expression, context: Context, where: string): Lowered | undefined {
  const value = elaborate(expression, context);
  if (value === undefined) return undefined;
  const part = { value, span: expression };
  if (isScalar(value.info.type) || !isBool(value.info.type)) {
    if (value.info.type.kind !== "bool") return notACondition(part, where, context);
    return requirePresent(context, part) ? value : undefined;
  }
  const text = excerpt(context, expression);
  return complain(
    context,
    expression,
    "T002",
    "not-a-condition",
    `${where} needs one condition, but '${text}' is ${aType(value.info.type)}.`,
    {
      help: `Reduce it: 'any(${text})' or 'all(${text})'.`,
      fixes: ["any", "all"].map((name) => fix(`Use ${name}(${text})`, surround(expression, `${name}(`, ")"))),
    },
  );
}

/** A single number; a bool counts as 0 or 1. It may be missing. */
export function elaborateNumeric(expression: ast.Expression, context: Context, where: string): Lowered | undefined {
  const value = elaborate(expression, context);
  if (value === undefined) return undefined;
  const { type } = value.info;
  if (type.kind === "number" || type.kind === "bool") return value;
  const text = excerpt(context, expression);
  const message = `${where} needs one number, but '${text}' is ${aType(type)}.`;
  if (type.kind === "text" || (type.kind === "list" && type.of.kind === "text")) {
    return complain(context, expression, "T003", "not-a-number", message, {
      help: type.kind === "text" ? "Compare it, or measure it: 'length(…)'." : "Count its elements: 'length(…)'.",
      fixes: [fix(`Use length(${text})`, surround(expression, "length(", ")"))],
    });
  }
  const folds = isBool(type) ? ["any", "all", "count"] : ["sum", "mean", "norm"];
  return complain(context, expression, "T003", "not-a-number", message, {
    help: `Reduce it: '${folds.join(`(${text})', '`)}(${text})'.`,
    fixes: folds.map((name) => fix(`Use ${name}(${text})`, surround(expression, `${name}(`, ")"))),
  });
}

/** A single number that is always there. */
export function elaborateScalar(expression: ast.Expression, context: Context, where: string): Lowered | undefined {
  const value = elaborateNumeric(expression, context, where);
  return value !== undefined && requirePresent(context, { value, span: expression }) ? value : undefined;
}
