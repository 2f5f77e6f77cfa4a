// `if` and the choice it stands for. A match becomes nested choices.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { hull } from "../../runtime/interval.ts";
import type { ValueType } from "../../runtime/program.ts";
import { aType, BOOL, elementType, isBool, isScalar, joinShapes, NUMBER, TEXT } from "../types/value-types.ts";
import { complainLengths } from "./apply.ts";
import { combine, commonUnit, requirePresent } from "./combine.ts";
import { append, complain, fix } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { elaborate } from "./expression.ts";
import { make } from "./make.ts";

export function elaborateIf(branch: ast.If, context: Context): Lowered | undefined {
  const condition = elaborate(branch.condition, context);
  const yes = elaborate(branch.yes, context);
  const no = elaborate(branch.no, context);
  if (condition === undefined || yes === undefined || no === undefined) return undefined;
  const asked = { value: condition, span: branch.condition };
  if (!isBool(condition.info.type)) return notACondition(asked, "'if'", context);
  if (!requirePresent(context, asked)) return undefined;
  return choose(asked, { value: yes, span: branch.yes }, { value: no, span: branch.no }, branch, context);
}

/** A number or a text stands where true or false is needed. */
export function notACondition(part: Placed, where: string, context: Context): undefined {
  const text = excerpt(context, part.span);
  const { type } = part.value.info;
  const comparison = elementType(type).kind === "text" ? ' != ""' : " > 0";
  return complain(
    context,
    part.span,
    "T002",
    "not-a-condition",
    `${where} needs true or false, but '${text}' is ${aType(type)}.`,
    {
      help: `Compare it with something, for example '${text}${comparison}'.`,
      fixes: [fix(`Compare: ${text}${comparison}`, append(context.text, part.span, comparison))],
    },
  );
}

/** One of two values, element by element where the condition is a vector. */
export function choose(condition: Placed, yes: Placed, no: Placed, span: Span, context: Context): Lowered | undefined {
  const together = combine(context, [condition, yes, no]);
  const element = branchElement(yes, no, context);
  if (together === undefined || element === undefined) return undefined;
  const numeric = element.kind !== "text";
  const unit = numeric
    ? commonUnit(context, [yes, no], "alternatives of one value")
    : { unit: yes.value.info.unit, unitFree: false };
  const type = joinShapes([condition.value.info.type, yes.value.info.type, no.value.info.type], element);
  if (unit === undefined) return undefined;
  if ("clash" in type)
    return complainLengths(context, span, [condition, yes, no], type.clash, "they cannot be parts of one 'if'");
  const single = [yes, no].find((part) => isScalar(part.value.info.type));
  if (type.kind === "list" && isScalar(condition.value.info.type) && single !== undefined)
    return complainSingle(yes, no, single, context);
  const { lo, hi } = condition.value.info.range;
  const possible = [...(hi >= 1 ? [yes] : []), ...(lo <= 0 ? [no] : [])];
  const range = hull(...possible.map((part) => part.value.info.range));
  const optional = yes.value.info.optional || no.value.info.optional;
  const args: [number, number, number] = [condition.value.node, yes.value.node, no.value.node];
  return make(context, { op: "if", args }, { type, optional, ...together, ...unit, range }, span);
}

/** A single value would have to fill a list of unknown length. */
function complainSingle(yes: Placed, no: Placed, single: Placed, context: Context): undefined {
  const message = `One branch gives ${aType(yes.value.info.type)}, the other ${aType(no.value.info.type)}; how long the list would be is not known.`;
  return complain(context, single.span, "T013", "branch-types", message, {
    help: `Give a list on both sides: '[${excerpt(context, single.span)}]'.`,
    related: [yes, no]
      .filter((part) => part !== single)
      .map(({ span, value }) => ({ start: span.start, end: span.end, message: `gives ${aType(value.info.type)}` })),
  });
}

function branchElement(yes: Placed, no: Placed, context: Context): ValueType | undefined {
  const [a, b] = [elementType(yes.value.info.type), elementType(no.value.info.type)];
  if ((a.kind === "text") !== (b.kind === "text")) {
    const message = `One branch gives ${aType(a)}, the other ${aType(b)}; both must give the same kind of value.`;
    return complain(context, no.span, "T013", "branch-types", message, {
      help: "Give both branches a number, or both a text.",
      related: [{ start: yes.span.start, end: yes.span.end, message: `gives ${aType(a)}` }],
    });
  }
  if (a.kind === "text") return TEXT;
  return a.kind === "bool" && b.kind === "bool" ? BOOL : NUMBER;
}
