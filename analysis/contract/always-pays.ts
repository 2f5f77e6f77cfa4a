// Whether every episode has a return: nothing in it lacks a value to fall back to where it cannot be computed. Unknown means no.
import type { NodeId, Program, Term } from "../../runtime/program.ts";
import type { Ranges } from "../facts/infer-range.ts";
import { isTotal } from "../facts/is-total.ts";

export function alwaysPays(program: Program, ranges: Ranges): boolean {
  const computed = (node: NodeId) => isTotal(program, node, ranges);
  const lowest = (node: NodeId) => program.nodes[node]?.range?.[0] ?? null;
  const fallsBack = ({ role, range: [lo, hi], node }: Term) => (role === "penalty" ? hi : lo) !== null || computed(node);
  return (
    program.terms.every((term) => computed(term.weight) && fallsBack(term)) &&
    (program.total === undefined || lowest(program.total) !== null || computed(program.total)) &&
    program.requires.every(({ otherwise }) => lowest(otherwise) !== null || computed(otherwise))
  );
}
