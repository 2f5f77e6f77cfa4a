// What each term can pay: per record and over an episode, weighted and signed, at the weights and parameters written.
import {
  EVERYTHING,
  hull,
  type Interval,
  maxIntervals,
  meet,
  multiplyIntervals,
  negateInterval,
  point,
} from "../../runtime/interval.ts";
import type { Program, Term } from "../../runtime/program.ts";
import { ANY_END, type Assumptions, assumeNoEnd, assumeNothing, joinAssumptions } from "./assumptions.ts";
import { boundSum } from "./bound-sum.ts";
import type { Classes } from "./classify-nodes.ts";
import { constantOf } from "./combine-linearly.ts";
import type { EpisodeLength } from "./episode-length.ts";
import { findDifferences, telescopes } from "./find-difference.ts";
import { inferRanges, type Ranges, toInterval } from "./infer-range.ts";
import { isTotal } from "./is-total.ts";

export interface Paid {
  term: Term;
  /** The weight as written, with `dt` where it is paid per second; undefined where it is no constant. */
  weight: number | undefined;
  /** One payment, signed and weighted; holds 0 where `when` may be false. */
  once: Interval;
  /** All payments of an episode together. */
  episode: Interval;
  /** Most payments of one episode that are not 0. */
  repeats: number;
  /** Pays only on a record that ends the episode. */
  terminal: boolean;
  /** The value is an exact difference of consecutive records. */
  telescoping: boolean;
}

export interface Valuing {
  program: Program;
  classes: Classes;
  length: EpisodeLength;
}

/** One payment of a term under assumptions: sign · weight · value (· dt), and 0 where `when` allows it. */
export function payment(program: Program, term: Term, ranges: Ranges): Interval {
  const unit = term.rate === "second" ? (program.settings.dt ?? 1) : 1;
  const declared = computable(program, term, ranges);
  const value = term.role === "penalty" ? maxIntervals(declared, point(0)) : declared;
  const weighted = multiplyIntervals(multiplyIntervals(ranges(term.weight), point(unit)), value);
  const signed = term.role === "penalty" ? negateInterval(weighted) : weighted;
  const when = term.when === undefined ? point(1) : ranges(term.when);
  if (when.hi <= 0) return point(0);
  return when.lo >= 1 && term.rate !== "once" ? signed : hull(signed, point(0));
}

/** Range of the value; where it may be impossible to compute, with the fail-closed one that is paid then. */
function computable(program: Program, term: Term, ranges: Ranges): Interval {
  const range = toInterval(term.range);
  const known = meet(ranges(term.node), range) ?? ranges(term.node);
  const worst = term.role === "penalty" ? range.hi : range.lo;
  if (!Number.isFinite(worst) || (known.lo <= worst && worst <= known.hi) || isTotal(program, term.node, ranges)) return known;
  return hull(known, point(worst));
}

/** Worth of every term, in declaration order. `ranges` hold under `assumed`. */
export function valueTerms(valuing: Valuing, ranges: Ranges, assumed: Assumptions = assumeNothing()): Paid[] {
  const { program, classes } = valuing;
  const unending = joinAssumptions(assumeNoEnd(program, classes.now, ANY_END), assumed);
  const unended = inferRanges(program, classes.now, unending);
  return program.terms.map((term) => valueTerm(valuing, term, ranges, unended));
}

function valueTerm({ program, classes, length }: Valuing, term: Term, ranges: Ranges, unended: Ranges): Paid {
  const once = payment(program, term, ranges);
  const before = payment(program, term, unended);
  const terminal = program.ends.length > 0 && before.lo === 0 && before.hi === 0 && (once.lo !== 0 || once.hi !== 0);
  const single = term.timing !== "step" || term.rate === "once" || terminal;
  const repeats = single ? 1 : length.most;
  const weight = constantOf(program, term.weight);
  const telescoping = telescopes(findDifferences(program, classes, term.node));
  const bounded = single || term.when !== undefined ? undefined : boundSum({ program, classes, ranges }, term.node);
  const factor = (weight ?? 1) * (term.rate === "second" ? (program.settings.dt ?? 1) : 1) * (term.role === "penalty" ? -1 : 1);
  const gatedSum = term.when !== undefined && once.lo >= 0 ? boundSum({ program, classes, ranges }, term.node) : undefined;
  const sum = bounded ?? (gatedSum && { lo: 0, hi: gatedSum.hi });
  const grown = multiplyIntervals(once, { lo: 1, hi: repeats });
  const episode = sum === undefined ? grown : (meet(grown, multiplyIntervals(sum, point(factor))) ?? EVERYTHING);
  return { term, weight: weight === undefined ? undefined : Math.abs(factor), once, episode, repeats, terminal, telescoping };
}

/** One payment of a term while certain conditions never hold. */
export function paymentUnder(valuing: Valuing, term: Term, assumed: Assumptions): Interval {
  return payment(valuing.program, term, inferRanges(valuing.program, valuing.classes.now, assumed));
}
