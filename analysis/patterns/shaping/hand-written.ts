// Shaping written by hand: an objective that is γ·Φ(now) − Φ(before) for some factor below 1. It must not know rules.
import type { NodeId } from "../../../runtime/program.ts";
import type { Facts } from "../../facts/facts.ts";
import { findDifferences, isExact } from "../../facts/find-difference.ts";
import type { Paid } from "../../facts/value-terms.ts";

export interface HandWritten {
  paid: Paid;
  /** Φ is `factor` times this. */
  of: NodeId;
  factor: number;
  /** The γ that is written. */
  discount: number;
}

/** Objectives that are one such difference and nothing else, paid on every step. */
export function handWritten(facts: Facts): HandWritten[] {
  return facts.paid.flatMap((paid) => {
    const { term, weight } = paid;
    if (term.role !== "objective" || term.timing !== "step" || term.rate !== "step" || weight === 0) return [];
    const found = findDifferences(facts.program, facts.classes, term.node);
    const difference = found?.differences[0];
    if (found === undefined || difference === undefined || !found.whole || found.differences.length > 1) return [];
    if (found.constant !== 0 || isExact(difference)) return [];
    const discount = -difference.now / difference.before;
    return discount > 0 && discount < 1 ? [{ paid, of: difference.of, factor: -difference.before, discount }] : [];
  });
}

export const sameDiscount = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9;
