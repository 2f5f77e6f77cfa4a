// The number a value is known to be before anything runs, computed exactly as the evaluator would.
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
import type { Context, Lowered } from "./context.ts";

/** Literals, `dt`, and arithmetic of them; undefined for anything else, params and conditions included. */
export function constantNumber(context: Context, value: Lowered): number | undefined {
  if (value.info.timing !== "constant" || value.info.type.kind !== "number") return undefined;
  return numberAt(context.builder.nodes, value.node);
}

function numberAt(nodes: readonly Node[], id: NodeId): number | undefined {
  const node = nodes[id];
  if (node?.op === "infinity") return Number.POSITIVE_INFINITY;
  if (node?.op === "constant") return typeof node.value === "number" ? node.value : undefined;
  if (node?.op !== "apply" || node.type.kind !== "number") return undefined;
  const compute = operatorByName.get(node.operator)?.evaluate as ((...args: number[]) => unknown) | undefined;
  const args = node.args.map((arg) => numberAt(nodes, arg));
  if (compute === undefined || args.some((arg) => arg === undefined)) return undefined;
  const result = compute(...(args as number[]));
  return typeof result === "number" && !Number.isNaN(result) ? result : undefined;
}
