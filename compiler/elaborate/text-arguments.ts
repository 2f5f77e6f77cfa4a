// What constant arguments of text operators must be beyond their types, so that the result is not missing whatever happens.
import type { Operator } from "../../runtime/operators/operator.ts";
import { groupCount } from "../../runtime/pattern.ts";
import type { Filled } from "./apply.ts";
import { complain } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt } from "./context.ts";

/** Whether the call can find anything; reported where it cannot. */
export function checkTextArguments(operator: Operator, filled: readonly Filled[], context: Context): boolean {
  const named = (name: string) => filled.find(({ parameter }) => parameter.name === name);
  const [pattern, group, prefix] = [named("pattern"), named("group"), named("prefix")];
  if (operator.name === "bracketed" && prefix) return checkPrefix(prefix, context);
  return pattern === undefined || group === undefined || checkGroup(operator, pattern, group, context);
}

function checkPrefix(prefix: Filled, context: Context): boolean {
  const node = context.builder.nodes[prefix.value.node];
  if (node?.op !== "constant" || typeof node.value !== "string" || /[([{<]$/.test(node.value)) return true;
  const message = `'${excerpt(context, prefix.span)}' does not end with an opening bracket, so nothing can close it.`;
  complain(context, prefix.span, "T081", "no-bracket", message, { help: 'End it with one of ( [ { <, as in "\\\\boxed{".' });
  return false;
}

function checkGroup(operator: Operator, pattern: Filled, group: Filled, context: Context): boolean {
  const node = context.builder.nodes[pattern.value.node];
  const number = constantNumber(context, group.value);
  const groups = node?.op === "pattern" ? groupCount(node.pattern) : 0;
  if (number === undefined || groups === 0 || number <= groups) return true;
  const has = groups === 1 ? "only one group" : `only ${groups} groups`;
  complain(context, group.span, "T082", "no-such-group", `The pattern has ${has}, so there is no group ${number}.`, {
    help: `Groups '(…)' are counted from the left, from 1; 'group: 0' is all that '${operator.name}' finds.`,
  });
  return false;
}
