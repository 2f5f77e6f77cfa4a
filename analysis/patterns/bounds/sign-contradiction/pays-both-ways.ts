// An objective with its lowest pay between the ends of a signal of which more (or less) is always better: its sign was lost.
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { pinned, strictEnds } from "../../../facts/pay-direction.ts";
import { type Paid, payment } from "../../../facts/value-terms.ts";
import { quietValue } from "../../../witness/build-episode.ts";

export interface Fold {
  wrong: number;
  quiet: number;
  wrongPay: number;
  quietPay: number;
}

/** Pay at the wrong end and at rest, where the former is higher, also with all other terms added; other numbers are quiet. */
export function paysBothWays(
  facts: Facts,
  { term, weight }: Paid,
  signal: SignalDeclaration,
  wanted: "+" | "-",
): Fold | undefined {
  if (term.role !== "objective" || weight === 0 || signal.type.kind !== "number" || !facts.reads(term.node).has(signal.name))
    return undefined;
  const ends = strictEnds(facts, term.node, signal);
  const quiet = quietValue(signal);
  if (ends === undefined || typeof quiet !== "number" || quiet <= ends.low || quiet >= ends.high) return undefined;
  const pay = (at: number, only: boolean): number => {
    const terms = only ? [term] : facts.program.terms;
    const nodes = terms.flatMap((other) => [other.node, ...(other.when === undefined ? [] : [other.when])]);
    const ranges = facts.rangesUnder(pinned(facts, nodes, signal, at));
    return terms.reduce((sum, other) => sum + payment(facts.program, other, ranges).lo, 0);
  };
  const [wrong, right] = wanted === "+" ? [ends.low, ends.high] : [ends.high, ends.low];
  const [wrongPay, quietPay, rightPay] = [pay(wrong, true), pay(quiet, true), pay(right, true)];
  const folds = wrongPay > quietPay && rightPay > quietPay && pay(wrong, false) > pay(quiet, false);
  return folds ? { wrong, quiet, wrongPay, quietPay } : undefined;
}
