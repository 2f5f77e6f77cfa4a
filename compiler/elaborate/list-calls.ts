// Calls that mean something of their own for lists: `contains(xs, v)`, and the first and last element as elements.
import type { Span } from "../../grammar/span.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { isScalar } from "../types/value-types.ts";
import { elementAt } from "./access.ts";
import { applyOperator, type Filled } from "./apply.ts";
import { elaborateMembership } from "./comparisons.ts";
import type { Context, Lowered } from "./context.ts";
import { makeNumber } from "./make.ts";

type Meaning = () => Lowered | undefined;

/** What the call means where its first argument is a list; undefined where it has no other meaning. */
export function listMeaning(operator: Operator, filled: readonly Filled[], span: Span, context: Context): Meaning | undefined {
  const [xs, v] = filled;
  if (xs === undefined || isScalar(xs.value.info.type)) return undefined;
  if (operator.name === "contains" && v !== undefined && !isPattern(v, context))
    return () => elaborateMembership(v, xs, span, context);
  if (operator.name === "first_of") return () => elementAt(xs, { value: makeNumber(context, 0), span }, span, context);
  if (operator.name === "last_of") return () => lastOf(xs, span, context);
  return undefined;
}

/** A regular expression is searched for in each text. */
function isPattern(v: Filled, context: Context): boolean {
  const node = context.builder.nodes[v.value.node];
  return node?.op === "pattern";
}

function lastOf(xs: Filled, span: Span, context: Context): Lowered | undefined {
  const { type } = xs.value.info;
  if (type.kind === "vector") return elementAt(xs, { value: makeNumber(context, type.size - 1), span }, span, context);
  const [length, subtract] = [operatorByName.get("length")!, operatorByName.get("subtract")!];
  const count = applyOperator(length, [{ ...xs, parameter: length.parameters[0]! }], span, context);
  if (count === undefined) return undefined;
  const bare: Lowered = { ...count, info: { ...count.info, unit: makeNumber(context, 1).info.unit } };
  const [a, b] = subtract.parameters;
  const last = applyOperator(
    subtract,
    [
      { value: bare, span, parameter: a! },
      { value: makeNumber(context, 1), span, parameter: b! },
    ],
    span,
    context,
  );
  return last && elementAt(xs, { value: last, span }, span, context);
}
