// Terms that count a formula, or its change, the other way round than the goal does. It must not know messages.
import type { NodeId } from "../../../../runtime/program.ts";
import { combineLinearly } from "../../../facts/combine-linearly.ts";
import type { Facts } from "../../../facts/facts.ts";
import { findDifferences } from "../../../facts/find-difference.ts";
import { goalPartsOf } from "../../../facts/goal-parts.ts";
import type { Paid } from "../../../facts/value-terms.ts";

export interface Reversed {
  paid: Paid;
  node: NodeId;
  /** The term pays its change, not the formula itself. */
  change: boolean;
  /** What the goal wants of it. */
  wanted: "+" | "-";
  goal: { name: string; source: readonly [number, number] };
  /** The goal counts it as a number. */
  graded: boolean;
}

export function reversedParts(facts: Facts): Reversed[] {
  const { parts } = goalPartsOf(facts);
  const right = new Set<number>();
  const found: Reversed[] = [];
  for (const paid of facts.paid) {
    if (paid.weight === 0) continue;
    const role = paid.term.role === "penalty" ? -1 : 1;
    for (const part of combineLinearly(facts.program, facts.classes, paid.term.node).parts) {
      const wanted = part.shift === 0 ? parts.get(part.class) : undefined;
      if (wanted === undefined) continue;
      if (Math.sign(part.coefficient * role) === wanted.sign) right.add(part.class);
      // Of a signal the wishes speak; a cost may rise with what only a threshold of the goal needs.
      else if (wanted.graded && isFormula(facts, part.node) && !isChange(facts, paid, part.class))
        found.push({ paid, node: part.node, change: false, wanted: wanted.sign > 0 ? "+" : "-", goal: wanted.of, graded: true });
    }
    found.push(...changes(facts, paid, role));
  }
  return found.filter(({ node, change }) => change || !right.has(facts.classes.now[node]!));
}

const isFormula = ({ program }: Facts, node: NodeId): boolean => ["apply", "if"].includes(program.nodes[node]?.op ?? "");

function isChange(facts: Facts, { term }: Paid, part: number): boolean {
  return (
    findDifferences(facts.program, facts.classes, term.node)?.differences.some(({ of }) => facts.classes.now[of] === part) ??
    false
  );
}

/** x − prev(x) against a goal that moves with x; nothing where a term is paid for x the right way. */
function changes(facts: Facts, paid: Paid, role: 1 | -1): Reversed[] {
  const { program, classes } = facts;
  const found = findDifferences(program, classes, paid.term.node);
  return (found?.differences ?? []).flatMap(({ of, now }) => {
    const paidWay = now * role > 0 ? "+" : "-";
    for (const goal of program.goals) {
      const wanted = facts.directionIn(goal.node, of);
      if ((wanted !== "+" && wanted !== "-") || wanted === paidWay) continue;
      const served = facts.paid.some((other) => other !== paid && paidFor(facts, other, of) === wanted);
      const graded = program.nodes[goal.node]?.type.kind === "number";
      if (!served) return [{ paid, node: of, change: true, wanted, goal, graded }];
    }
    return [];
  });
}

function paidFor(facts: Facts, { term, weight }: Paid, node: NodeId): string {
  if (weight === 0) return "0";
  const way = facts.directionIn(term.node, node);
  return term.role === "penalty" ? (way === "+" ? "-" : way === "-" ? "+" : way) : way;
}
