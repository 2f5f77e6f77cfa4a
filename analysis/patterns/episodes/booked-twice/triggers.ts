// What makes a term pay or charge, where that is one condition; and what it adds up, where it is known at the end.
import type { NodeId } from "../../../../runtime/program.ts";
import { combineLinearly, constantOf } from "../../../facts/combine-linearly.ts";
import type { Facts } from "../../../facts/facts.ts";
import { endsBehind } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";

/** The condition on which a fixed amount is booked, as the class of a node; `failed` is what the only failing end says. */
export function triggerOf(facts: Facts, { term }: Paid): number | undefined {
  const { program } = facts;
  const node = program.nodes[term.node];
  const fixed = constantOf(program, term.node) !== undefined;
  if (term.when !== undefined) return fixed ? conditionClass(facts, term.when) : undefined;
  if (node?.op === "if" && constantOf(program, node.args[1]) !== undefined && constantOf(program, node.args[2]) === 0)
    return conditionClass(facts, node.args[0]);
  return node?.type.kind === "bool" ? conditionClass(facts, term.node) : undefined;
}

function conditionClass({ program, classes }: Facts, id: NodeId): number | undefined {
  const node = program.nodes[id];
  if (node === undefined || constantOf(program, id) !== undefined || node.timing === "constant") return undefined;
  const behind = node.op === "builtin" ? endsBehind(program, node.name) : [];
  return behind.length === 1 ? classes.now[behind[0]!] : classes.now[id];
}

/** Classes of the step values that a value known at the end adds up, with the sign with which it does. */
export function addedUp(facts: Facts, { term }: Paid): { class: number; coefficient: number }[] {
  const { program, classes } = facts;
  return combineLinearly(program, classes, term.node).parts.flatMap(({ node: id, coefficient }) => {
    const node = program.nodes[id];
    if (node?.op !== "aggregate" || node.axis !== "steps" || node.where !== undefined) return [];
    if (node.operator === "sum" || node.operator === "count") return [{ class: classes.now[node.args[0]!]!, coefficient }];
    return node.operator === "last" ? runningSum(facts, node.args[0]!).map((added) => ({ class: added, coefficient })) : [];
  });
}

/** What `cumsum` and `count_so_far` add on each step. */
function runningSum({ program, classes }: Facts, id: NodeId): number[] {
  const state = program.nodes[id];
  const next = state?.op === "state" ? program.nodes[state.args[1]] : undefined;
  if (next?.op !== "apply" || next.operator !== "add") return [];
  const own = (part: NodeId) => {
    const node = program.nodes[part];
    return node?.op === "previous" && node.of === id;
  };
  return next.args.some(own) ? next.args.filter((part) => !own(part)).map((part) => classes.now[part]!) : [];
}
