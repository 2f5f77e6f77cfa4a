// What one occurrence of a hazard costs, and whether the spec forbids it by other means than a price.
import { point } from "../../../../runtime/interval.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import { type Assumptions, assumeNothing } from "../../../facts/assumptions.ts";
import type { Facts } from "../../../facts/facts.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { type Paid, payment } from "../../../facts/value-terms.ts";

/** The hazard at its worst, or absent, on every step. */
export function hazardAt(signal: SignalDeclaration, present: boolean): Assumptions {
  const assumed = assumeNothing();
  const { lo, hi } = signalRange(signal);
  const absent = Number.isFinite(lo) ? lo : Math.min(0, hi);
  assumed.signals.set(signal.name, point(present ? hi : absent));
  return assumed;
}

/**
 * A constraint reads it, an episode with it ends (other than as a success), or nothing is earned with it: then it has no price that
 * could be paid.
 */
export function isForbidden(facts: Facts, signal: SignalDeclaration): boolean {
  const { program } = facts;
  if (program.requires.some((require) => facts.reads(require.node).has(signal.name))) return true;
  if (program.ends.some((end) => end.outcome !== "success" && facts.reads(end.node).has(signal.name))) return true;
  const during = facts.rangesUnder(hazardAt(signal, true));
  return program.terms.every((term) => payment(program, term, during).hi <= 0);
}

/** Terms that pay less where the hazard is present: penalties on it, objectives on its absence. */
export function termsAgainst(facts: Facts, signal: SignalDeclaration): Paid[] {
  return facts.paid.filter((paid) => lossOf(facts, signal, paid) > 0);
}

/** What one occurrence costs at most, over all terms that charge for it. */
export function priceOf(facts: Facts, signal: SignalDeclaration, charging: readonly Paid[]): number {
  return charging.reduce((sum, paid) => sum + lossOf(facts, signal, paid), 0);
}

function lossOf(facts: Facts, signal: SignalDeclaration, { term }: Paid): number {
  const reads = facts.reads(term.node).has(signal.name) || (term.when !== undefined && facts.reads(term.when).has(signal.name));
  if (!reads) return 0;
  const [without, during] = [false, true].map((present) =>
    payment(facts.program, term, facts.rangesUnder(hazardAt(signal, present))),
  );
  const loss = term.role === "penalty" ? without!.hi - during!.lo : without!.hi - during!.hi;
  return Number.isNaN(loss) ? 0 : loss;
}
