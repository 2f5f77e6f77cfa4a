// Whether a judge's verdict only counts where something else holds too. Follows the paths from a payment down to the judge.
import type { NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import { isOutsider } from "../../../facts/ensemble-kin.ts";
import type { Facts } from "../../../facts/facts.ts";
import { isWritable } from "../../../facts/judge-trust.ts";
import type { Paid } from "../../../facts/value-terms.ts";

export const isJudge = (signal: SignalDeclaration): boolean => signal.from?.kind === "judge";

/** Whether a node says something that a judge alone does not. */
type Check = (facts: Facts, node: NodeId) => boolean;

/** Every path from the payment to the judge passes a guard, or a constraint on the whole caps the pay. */
export function isGuarded(facts: Facts, { term }: Paid, judge: SignalDeclaration, isEnough: Check = isCheck): boolean {
  if (term.when !== undefined && isEnough(facts, term.when)) return true;
  if (facts.program.requires.some((require) => isEnough(facts, require.node))) return true;
  return !reachesUnguarded(facts, term.node, judge.name, isEnough);
}

/** A judge of another make has to agree: harder to win, with the same weakness. */
export function isSeconded(facts: Facts, paid: Paid, judge: SignalDeclaration): boolean {
  return isGuarded(facts, paid, judge, (_, node) => isCheck(facts, node) || readsOther(facts, node, judge));
}

function readsOther(facts: Facts, node: NodeId, judge: SignalDeclaration): boolean {
  const others = [...facts.reads(node)]
    .flatMap((name) => facts.signals.get(name) ?? [])
    .filter(({ trust }) => trust === "learned");
  return others.some((other) => isOutsider([judge], other));
}

/** Says something that the judges do not: a verified or measured value, or the content of the text itself. */
function isCheck(facts: Facts, node: NodeId): boolean {
  return [...facts.reads(node)].some((name) => {
    const signal = facts.signals.get(name);
    if (signal === undefined || signal.trust === "learned") return false;
    // An upper limit on what the policy writes is passed best by writing nothing.
    return !(isWritable(signal) && facts.direction(node, name) === "-");
  });
}

function reachesUnguarded(facts: Facts, id: NodeId, judge: string, isEnough: Check): boolean {
  if (!facts.reads(id).has(judge)) return false;
  const node = facts.program.nodes[id];
  if (node === undefined) return false;
  const args = "args" in node ? (node.args as readonly NodeId[]) : [];
  const open = args.filter((arg) => facts.reads(arg).has(judge));
  const others = args.filter((arg) => !facts.reads(arg).has(judge) && isEnough(facts, arg));
  if (node.op === "signal") return node.name === judge;
  if (node.op === "if" && others.includes(node.args[0])) return false;
  if (node.op === "apply" && limits(facts, node.operator, others)) return false;
  return open.some((arg) => reachesUnguarded(facts, arg, judge, isEnough));
}

/** A conjunction, a minimum, or a factor that can be 0. */
function limits(facts: Facts, operator: string, others: readonly NodeId[]): boolean {
  if (others.length === 0) return false;
  if (operator === "and" || operator === "min") return true;
  return operator === "multiply" && others.some((other) => facts.range(other).lo <= 0 && facts.range(other).hi >= 0);
}
