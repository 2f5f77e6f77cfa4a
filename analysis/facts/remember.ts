// A fact that is worked out once for each program, on first use.
import type { Facts } from "./facts.ts";

/** `compute`, remembering what it gave for each program's facts. */
export function factOf<Fact>(compute: (facts: Facts) => Fact): (facts: Facts) => Fact {
  const known = new WeakMap<Facts, { fact: Fact }>();
  return (facts) => {
    const found = known.get(facts) ?? { fact: compute(facts) };
    known.set(facts, found);
    return found.fact;
  };
}
