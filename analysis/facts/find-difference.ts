// Differences between consecutive records: x − prev(x) in either direction, scaled by γ or not. It must not know terms.
import type { NodeId, Program } from "../../runtime/program.ts";
import type { Classes } from "./classify-nodes.ts";
import { combineLinearly } from "./combine-linearly.ts";

/** now · x + before · prev(x), with `now` and `before` of opposite sign. */
export interface Difference {
  /** The x. */
  of: NodeId;
  now: number;
  before: number;
}

export interface Differences {
  differences: Difference[];
  /** Nothing is left beside them. */
  whole: boolean;
  constant: number;
}

/** The differences a value is the sum of; undefined where it holds none. */
export function findDifferences(program: Program, classes: Classes, node: NodeId): Differences | undefined {
  const { parts, constant } = combineLinearly(program, classes, node);
  const differences: Difference[] = [];
  for (const part of parts) {
    if (part.shift !== 0) continue;
    const before = parts.find((other) => other.shift === 1 && other.class === part.class);
    if (before !== undefined && before.coefficient * part.coefficient < 0) {
      differences.push({ of: part.node, now: part.coefficient, before: before.coefficient });
    }
  }
  if (differences.length === 0) return undefined;
  return { differences, whole: parts.length === 2 * differences.length, constant };
}

/** x − prev(x) exactly, so that its sum over the steps is the last value minus the first. */
export function isExact(difference: Difference): boolean {
  return Math.abs(difference.now + difference.before) <= 1e-12 * Math.abs(difference.now);
}

/** Whether a value is nothing but exact differences: its sum over an episode does not grow with the steps. */
export function telescopes(found: Differences | undefined): boolean {
  return found?.whole === true && found.constant === 0 && found.differences.every(isExact);
}
