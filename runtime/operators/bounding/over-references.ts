// Means over reference scores, what they have in common. Not an operator; it must not know which one asks.
import { type Interval, subtractIntervals } from "../../interval.ts";
import { ANY_COUNT, meanInterval } from "../../sum-interval.ts";
import type { Parameter } from "../operator.ts";

/** Range of a mean of f(r − ref) over references, f given by its own range. */
export function overReferences(f: (difference: Interval) => Interval) {
  return ([r, refs]: Interval[], _options: unknown, counts?: readonly (Interval | undefined)[]): Interval =>
    meanInterval(f(subtractIntervals(r, refs)), counts?.[1] ?? ANY_COUNT);
}

export const scoreAndReferences: readonly Parameter[] = [
  { name: "r", type: "number", doc: "Score of the answer." },
  { name: "refs", type: "values", doc: "Frozen scores of reference answers to the same prompt." },
];

export const REFERENCES_DOC =
  "A reference that is not finite is left out; with none left the value is missing. One reference is enough.";
