// Where pay moves with one signal, and between which ends of its range. It must not know what is wanted.
import { point } from "../../runtime/interval.ts";
import type { Monotone } from "../../runtime/operators/operator.ts";
import type { NodeId, SignalDeclaration } from "../../runtime/program.ts";
import { quietValue } from "../witness/build-episode.ts";
import { type Assumptions, assumeNothing } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { compose, join } from "./find-direction.ts";
import { signalRange } from "./infer-range.ts";
import type { Paid } from "./value-terms.ts";

/** Direction of what a term pays, sign and condition included. */
export function payDirection(facts: Facts, { term, weight }: Paid, signal: string): Monotone {
  if (weight === 0) return "0";
  const value = facts.direction(term.node, signal);
  const sign = facts.range(term.node);
  const opened = term.when === undefined ? "0" : facts.direction(term.when, signal);
  const byOpening = compose(opened, sign.lo >= 0 ? "+" : sign.hi <= 0 ? "-" : "?");
  const moved = join(value, byOpening, facts.direction(term.weight, signal) === "0" ? "0" : "?");
  return term.role === "penalty" ? compose("-", moved) : moved;
}

export interface Ends {
  low: number;
  high: number;
  /** The value is not the same at both ends. */
  moves: boolean;
  /** It moves in both halves of the range, not only beyond a threshold. */
  strict: boolean;
}

/** The ends of a signal's range (±100 where open) with the value's movement between them, the other signals being quiet. */
export function strictEnds(facts: Facts, node: NodeId, signal: SignalDeclaration): Ends | undefined {
  const element = signal.type.kind;
  if (element !== "number" && element !== "bool") return undefined;
  const { lo, hi } = signalRange(signal);
  const low = Number.isFinite(lo) ? lo : Math.min(-100, hi);
  const high = Number.isFinite(hi) ? hi : Math.max(100, lo);
  const at = (value: number) => facts.rangesUnder(pinned(facts, [node], signal, value))(node);
  const middle = (low + high) / 2;
  const [a, b, c] = [at(low), at(middle), at(high)];
  const movesUp = a.lo < b.lo && b.lo < c.lo && a.hi < b.hi && b.hi < c.hi;
  const movesDown = a.lo > b.lo && b.lo > c.lo && a.hi > b.hi && b.hi > c.hi;
  const moves = a.lo !== c.lo || a.hi !== c.hi;
  return { low, high, moves, strict: movesUp || movesDown || (element === "bool" && moves) };
}

/** The signal at a value while the other numbers the nodes read are quiet. */
export function pinned(facts: Facts, nodes: readonly NodeId[], signal: SignalDeclaration, value: number): Assumptions {
  const assumed = assumeNothing();
  for (const name of nodes.flatMap((node) => [...facts.reads(node)])) {
    const other = facts.signals.get(name);
    const quiet = other === undefined ? undefined : quietValue(other);
    if (typeof quiet === "number") assumed.signals.set(name, point(quiet));
  }
  assumed.signals.set(signal.name, point(value));
  return assumed;
}
