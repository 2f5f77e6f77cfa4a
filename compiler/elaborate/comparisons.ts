// Equality, chains of comparisons and `in`: what may be compared with what.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { aType, depthOf, elementType, isText } from "../types/value-types.ts";
import { applyOperator } from "./apply.ts";
import { fillRange } from "./arguments.ts";
import { complain, fix, replace } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { readColumnAs } from "./data-values.ts";
import { elaborate, elaborateOperand } from "./expression.ts";
import { applyInfix } from "./infix.ts";

export function compareEqual(symbol: "==" | "!=", parts: [Placed, Placed], span: Span, context: Context): Lowered | undefined {
  const wanted = parts.some((part) => isText(part.value.info.type)) ? "text" : "any";
  const [left, right] = [readColumnAs(parts[0], wanted, context), readColumnAs(parts[1], wanted, context)];
  return checkComparable(left, right, span, context) ? applyInfix(symbol, [left, right], span, context) : undefined;
}

/** Whether two values can be equal at all: of one kind, and a text among the alternatives of the other. */
export function checkComparable(left: Placed, right: Placed, span: Span, context: Context): boolean {
  const [a, b] = [left.value.info.type, right.value.info.type];
  if (isText(a) !== isText(b)) {
    const message = `'${excerpt(context, left.span)}' is ${aType(a)} and '${excerpt(context, right.span)}' is ${aType(b)}: they can never be equal.`;
    complain(context, span, "T007", "incomparable", message, { help: "Compare values of the same kind." });
    return false;
  }
  return checkAlternative(left, right, context) && checkAlternative(right, left, context);
}

/** A constant text beside one with alternatives is one of them. */
function checkAlternative(constant: Placed, other: Placed, context: Context): boolean {
  const type = elementType(other.value.info.type);
  if (type.kind !== "text" || type.alternatives === undefined) return true;
  const odd = textsAt(constant.value, context).find((text) => !type.alternatives!.includes(text));
  return odd === undefined || (unknownAlternative(odd, type.alternatives, constant.span, context) ?? false);
}

/** The constant texts of a value: one, or those of a list. */
function textsAt(value: Lowered, context: Context): string[] {
  const { nodes } = context.builder;
  const node = nodes[value.node];
  const constants = node?.op === "vector" ? node.args.map((arg) => nodes[arg]) : [node];
  return constants.flatMap((constant) =>
    constant?.op === "constant" && typeof constant.value === "string" ? [constant.value] : [],
  );
}

export function unknownAlternative(value: string, alternatives: readonly string[], span: Span, context: Context): undefined {
  const known = alternatives.map((alternative) => `"${alternative}"`).join(", ");
  const isLiteral = context.text[span.start] === '"';
  return complain(context, span, "T008", "unknown-alternative", `"${value}" is not one of ${known}.`, {
    help: "Use one of the declared alternatives, or add this one to the signal's type.",
    fixes: alternatives
      .slice(0, isLiteral ? 4 : 0)
      .map((alternative) => fix(`Change to "${alternative}"`, replace(span, JSON.stringify(alternative)))),
  });
}

/** `a < b <= c` is a conjunction; a chain that changes its direction has its syntax error. */
export function elaborateChain(chain: ast.Chain, context: Context): Lowered | undefined {
  const values = chain.operands.map((operand) => elaborate(operand, context));
  if (!isOneWay(chain.operators)) return context.fail();
  if (values.some((value) => value === undefined)) return undefined;
  const placed = chain.operands.map((span, index) => ({ value: values[index]!, span }));
  let result: Placed | undefined;
  for (const [index, operator] of chain.operators.entries()) {
    const [left, right] = [placed[index]!, placed[index + 1]!];
    const span = { start: left.span.start, end: right.span.end };
    const compared = applyInfix(operator, [left, right], span, context);
    const both = compared && result ? applyInfix("and", [result, { value: compared, span }], chain, context) : compared;
    if (both === undefined) return undefined;
    result = { value: both, span: chain };
  }
  return result?.value;
}

export function isOneWay(operators: readonly ast.Comparison[]): boolean {
  const [first] = operators;
  return (first?.startsWith("<") || first?.startsWith(">")) === true && operators.every((operator) => operator[0] === first?.[0]);
}

export function elaborateIn(binary: ast.Binary, left: Lowered | undefined, context: Context): Lowered | undefined {
  const right = elaborateOperand(binary.right, context);
  if (left === undefined || right === undefined) return undefined;
  const part = { value: left, span: binary.left };
  if (right.kind === "range") {
    const between = operatorByName.get("between")!;
    const bounds = fillRange(right, "after 'in'", between.parameters[1]!, binary.right, context);
    return bounds && applyOperator(between, [{ ...part, parameter: between.parameters[0]! }, ...bounds], binary, context);
  }
  return elaborateMembership(part, { value: right, span: binary.right }, binary, context);
}

function textInText(x: Placed, text: Placed, span: Span, context: Context): undefined {
  const written = (part: Placed) => context.text.slice(part.span.start, part.span.end);
  const call = `contains(${written(text)}, ${written(x)})`;
  const message = "'in' asks for an element of a list; a part of a text is looked for with 'contains'.";
  return complain(context, span, "T011", "in-what", message, {
    help: `Write '${call}'.`,
    fixes: [fix(`Write ${call}`, replace(span, call))],
  });
}

/** Whether a value is one of the elements of a list, which is `x in xs` and `contains(xs, x)`. */
export function elaborateMembership(x: Placed, list: Placed, span: Span, context: Context): Lowered | undefined {
  const { type } = list.value.info;
  if (depthOf(type) > 1 && depthOf(x.value.info.type) === depthOf(type) - 1) {
    const operator = operatorByName.get("contains_element")!;
    const parts = [list, x].map((part, index) => ({ ...part, parameter: operator.parameters[index]! }));
    return checkComparable(x, list, span, context) ? applyOperator(operator, parts, span, context) : undefined;
  }
  if (depthOf(type) !== 1) {
    if (isText(type) && isText(x.value.info.type)) return textInText(x, list, span, context);
    const message = `'in' needs a range a..b or a list of single values, but this is ${aType(type)}.`;
    return complain(context, list.span, "T011", "in-what", message, {
      help: `For numbers write 'x in 0..1' or 'x in [1, 2]'; for texts 'x in ["a", "b"]'.`,
    });
  }
  return checkComparable(x, list, span, context) ? applyInfix("one_of", [x, list], span, context) : undefined;
}
