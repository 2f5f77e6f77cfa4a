// Which conditions end the episode as something that must not happen: those that say so, and those that say nothing but hold
// wherever an unwanted event does. It must not know terms.
import { point } from "../../runtime/interval.ts";
import type { End } from "../../runtime/program.ts";
import { assumeNothing } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";
import { unwantedEvents } from "./unwanted-events.ts";

export const failingEnds = factOf((facts: Facts): End[] => {
  const events = unwantedEvents(facts);
  return facts.program.ends.filter(({ node, outcome }) => {
    if (outcome !== undefined) return outcome === "failure";
    return events.some(({ signal }) => {
      if (signal.type.kind !== "bool" || !facts.reads(node).has(signal.name)) return false;
      const assumed = assumeNothing();
      assumed.signals.set(signal.name, point(1));
      return facts.rangesUnder(assumed)(node).lo >= 1;
    });
  });
});
