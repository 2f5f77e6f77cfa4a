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
import type { NodeId, Program, Term } from "../../runtime/program.ts";
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
  const { on, off } = gateOf(program, term, ranges);
  if (!on) return point(0);
  return off || term.rate === "once" ? hull(signed, point(0)) : signed;
}

/** Whether the term may be active, and whether it may not be: where `when` cannot be evaluated a penalty is and an objective is not. */
function gateOf(program: Program, { when, role }: Term, ranges: Ranges): { on: boolean; off: boolean } {
  if (when === undefined) return { on: true, off: false };
  const { lo, hi } = ranges(when);
  const decided = lo >= 1 || hi <= 0 ? isTotal(program, when, ranges) : true;
  return { on: hi > 0 || (!decided && role === "penalty"), off: lo < 1 || (!decided && role === "objective") };
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
  const evaluable = (end: NodeId) => isTotal(program, end, ranges);
  const unending = joinAssumptions(assumeNoEnd(program, classes.now, ANY_END, evaluable), assumed);
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
  const unit = term.rate === "second" ? (program.settings.dt ?? 1) : 1;
  const factor = (weight ?? 1) * unit * (term.role === "penalty" ? -1 : 1);
  const telescoping = telescopes(findDifferences(program, classes, term.node));
  const grown = multiplyIntervals(once, { lo: 1, hi: repeats });
  const sum = single ? undefined : paidInAll({ program, classes, length }, term, ranges);
  const episode = sum === undefined ? grown : (meet(grown, sum) ?? EVERYTHING);
  return { term, weight: weight === undefined ? undefined : Math.abs(factor), once, episode, repeats, terminal, telescoping };
}

/** Bounds of all payments that come from the values adding up to little; undefined where nothing is known of their sum. */
function paidInAll({ program, classes }: Valuing, term: Term, ranges: Ranges): Interval | undefined {
  const negative = ranges(term.node).lo < 0;
  // Only some of it counts: of a gate, of a penalty below 0, and with a weight that changes on the way.
  const selective = term.when !== undefined || term.role === "penalty" || program.nodes[term.weight]?.timing === "step";
  // Where a value cannot be computed the bound of its term is paid, again and again.
  if ((negative && selective) || !isTotal(program, term.node, ranges)) return undefined;
  const sum = boundSum({ program, classes, ranges }, term.node);
  if (sum === undefined) return undefined;
  const unit = (term.rate === "second" ? (program.settings.dt ?? 1) : 1) * (term.role === "penalty" ? -1 : 1);
  const counted = selective ? hull(point(0), sum) : sum;
  return multiplyIntervals(multiplyIntervals(counted, ranges(term.weight)), point(unit));
}

/** One payment of a term while certain conditions never hold. */
export function paymentUnder(valuing: Valuing, term: Term, assumed: Assumptions): Interval {
  return payment(valuing.program, term, inferRanges(valuing.program, valuing.classes.now, assumed));
}
