// What sequence operators work on: a value that exists on every step.
import type * as ast from "../../grammar/ast.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { aType } from "../types/value-types.ts";
import { requirePresent } from "./combine.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Placed } from "./context.ts";
import { elaborate } from "./expression.ts";

/** A value that exists on every step and is always there. Lists have no memory: their length changes. */
export function stepValue(operator: Operator, expression: ast.Expression, context: Context): Placed | undefined {
  const value = elaborate(expression, context);
  if (value === undefined) return undefined;
  const part = { value, span: expression };
  if (!requirePresent(context, part)) return undefined;
  const { timing, type } = value.info;
  const text = excerpt(context, expression);
  if (timing === "end" || timing === "group") {
    const message = `'${operator.name}' looks from step to step, but '${text}' has only one value per episode.`;
    return complain(context, expression, "T031", "not-a-step-value", message, { help: "Use a value that exists per step." });
  }
  if (type.kind !== "list" || operator.name === "prev") return part;
  const message = `'${operator.name}' remembers one value or a vector, but '${text}' is ${aType(type)}.`;
  return complain(context, expression, "T028", "over-vector", message, { help: "Fold the list to one value first." });
}
