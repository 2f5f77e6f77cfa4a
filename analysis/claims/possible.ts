// What the declarations and assumptions leave possible of the signals: their ranges narrowed, the rest as it must be.
// It must not know claims.
import type { Program } from "../../runtime/program.ts";
import { assumeNothing, withDeclared } from "../facts/assumptions.ts";
import type { Facts } from "../facts/facts.ts";
import { signalRange } from "../facts/infer-range.ts";
import type { Choice } from "../witness/build-episode.ts";
import { satisfy } from "../witness/satisfy.ts";

export interface Possible {
  /** The program with narrower signals: for values to try, not for what is paid. */
  program: Program;
  /** What conditions have to be. */
  must: Choice;
}

const known = new WeakMap<Program, Possible>();

export function possibleOf(facts: Facts): Possible {
  const before = known.get(facts.program);
  if (before !== undefined) return before;
  const { program, classes } = facts;
  const { signals } = withDeclared(program, classes.now, assumeNothing());
  const narrowed = program.signals.map((signal) => {
    const bound = signals.get(signal.name);
    const range = signalRange(signal);
    if (bound === undefined || signal.type.kind === "bool") return signal;
    const [lo, hi] = [Math.max(range.lo, bound.lo), Math.min(range.hi, bound.hi)];
    return lo > hi ? signal : { ...signal, range: [finite(lo), finite(hi)] as [number | null, number | null] };
  });
  const satisfied = Object.assign({}, ...program.assumptions.map(({ node }) => satisfy(facts, node, true))) as Choice;
  const must = Object.fromEntries(Object.entries(satisfied).filter(([name]) => facts.signals.get(name)?.type.kind === "bool"));
  const possible = { program: { ...program, signals: narrowed }, must };
  known.set(program, possible);
  return possible;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
