// What a goal rises with or needs and no term reads, and that is not there where nothing happens. It must not know rules.
import type { NodeId, SignalDeclaration } from "../../runtime/program.ts";
import { quietValue } from "../witness/build-episode.ts";
import type { Facts } from "./facts.ts";
import { signalRange } from "./infer-range.ts";
import { factOf } from "./remember.ts";
import { nodesBelow } from "./trace-reads.ts";

export const unpaidNeeds = factOf((facts: Facts): SignalDeclaration[] => {
  const { program } = facts;
  const paying = [
    ...program.terms.flatMap(({ node, weight, when }) => [node, weight, ...(when === undefined ? [] : [when])]),
    ...program.shapings.map(({ node }) => node),
    ...(program.total === undefined ? [] : [program.total]),
  ];
  return program.signals.filter((signal) => {
    const { name, type } = signal;
    if (type.kind !== "bool" && type.kind !== "number") return false;
    if (paying.some((node) => facts.reads(node).has(name))) return false;
    const quiet = Number(quietValue(signal));
    return quiet < signalRange(signal).hi && program.goals.some(({ node }) => needs(facts, node, name));
  });
});

/** It rises with the signal, or with how far the signal is above what it was. */
function needs(facts: Facts, goal: NodeId, name: string): boolean {
  if (facts.direction(goal, name) === "+") return true;
  const { nodes } = facts.program;
  return [...nodesBelow(facts.program, goal)].some((id) => {
    const node = nodes[id];
    if (node?.op !== "apply" || node.operator !== "subtract" || facts.reads(id).size !== 1) return false;
    const from = nodes[node.args[0]!];
    return from?.op === "signal" && from.name === name && facts.directionIn(goal, id) === "+";
  });
}
