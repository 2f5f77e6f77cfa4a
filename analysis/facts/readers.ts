// Which terms look at a signal: in their formula or in their condition. It must not know rules.
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";
import type { Paid } from "./value-terms.ts";

const indexOf = factOf(({ paid, reads }: Facts): ReadonlyMap<string, readonly Paid[]> => {
  const found = new Map<string, Paid[]>();
  for (const one of paid) {
    if (one.weight === 0) continue;
    const { node, when } = one.term;
    const names = new Set([...reads(node), ...(when === undefined ? [] : reads(when))]);
    for (const name of names) found.set(name, [...(found.get(name) ?? []), one]);
  }
  return found;
});

/** The terms with a weight that look at it, in declaration order. */
export function readersOf(facts: Facts, signal: string): readonly Paid[] {
  return indexOf(facts).get(signal) ?? [];
}
