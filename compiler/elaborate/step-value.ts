// What sequence operators work on: a value that exists on every step.
import type * as ast from "../../grammar/ast.ts";
import { readsOf } from "../../runtime/bodies.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
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
  if (!checkLooksBack(`'${operator.name}'`, part, context)) return undefined;
  if (type.kind !== "list" || operator.name === "prev") return part;
  const message = `'${operator.name}' remembers one value or a vector, but '${text}' is ${aType(type)}.`;
  return complain(context, expression, "T028", "over-vector", message, { help: "Fold the list to one value first." });
}

/** What looks back cannot look at what a formula says of later steps. */
export function checkLooksBack(what: string, { value, span }: Placed, context: Context): boolean {
  if (!context.inFormula || !readsAhead(context.builder.nodes, value.node)) return true;
  const message = `${what} looks back, but '${excerpt(context, span)}' is known only when the episode ends: it looks at later steps.`;
  complain(context, span, "T070", "looks-ahead", message, {
    help: "Look back first: ask the formula about what is computed from earlier steps.",
  });
  return false;
}

/** Whether a value on a step depends on later steps. */
export function readsAhead(nodes: readonly Node[], id: NodeId): boolean {
  const seen = new Set<NodeId>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = nodes[next];
    if (node === undefined || seen.has(next) || node.op === "aggregate") continue;
    if (node.op === "temporal") return true;
    seen.add(next);
    waiting.push(...readsOf(node));
  }
  return false;
}
