// What the terms of a program pay on every step of a block, each in a column of its own, and their sum.
// It must not know caps, shaping or results.
import { CONSTANT, type Column, EPISODE, emptyColumn, type Lane, STEP } from "./columns.ts";
import type { Current } from "./kernels/kernel.ts";
import { contribution, contributions, type Ledger, openLedger, sumTerms, type TermRule } from "./pay.ts";
import type { TermColumns } from "./plan.ts";
import type { NodeId, Program, Term } from "./program.ts";

/** The ledgers of a block's episodes, opened anew by the task of the terms. */
export interface Ledgers {
  of: Ledger[];
}

interface PlannedTerm {
  name: string;
  pay(episode: number): void;
  out: Column;
  reads: Column[];
}

/** Step terms as declared, then those of the end: the order in which they are added. */
export function inOrderOfPay(terms: readonly Term[]): Term[] {
  return [...terms.filter((term) => term.timing === "step"), ...terms.filter((term) => term.timing !== "step")];
}

/** How a term is paid. */
export function termRule(term: Term): TermRule {
  return { name: term.name, role: term.role, rate: term.rate, lo: term.range[0], hi: term.range[1] };
}

export function makeTermColumns(
  program: Program,
  ledgers: Ledgers,
  inLane: (id: NodeId, lane: Lane) => Column,
  laneOf: (id: NodeId) => Lane,
  current: Current,
): TermColumns {
  const dt = program.settings.dt ?? Number.NaN;
  const planned = inOrderOfPay(program.terms).map((term) => (term.timing === "step" ? planStepTerm(term) : planEndTerm(term)));
  const sum = emptyColumn(STEP, 1);

  /** A weight as a knob has it, else the written one: a number for the episode, or a column where it changes by step. */
  function weightOf(term: Term, column: Column, episode: number): number | Float64Array {
    const knob = current.knobs.weights?.[term.name];
    if (knob !== undefined) return knob;
    return column.lane === STEP ? column.data : column.data[column.lane === CONSTANT ? 0 : episode];
  }

  function planStepTerm(term: Term): PlannedTerm {
    const rule = termRule(term);
    const value = inLane(term.node, STEP);
    const when = term.when === undefined ? null : inLane(term.when, STEP);
    const weight = inLane(term.weight, laneOf(term.weight));
    const out = emptyColumn(STEP, 1);
    const pay = (episode: number): void => {
      const { begin, end } = current.block.frame;
      const factor = weightOf(term, weight, episode);
      const active = when === null ? null : when.data;
      contributions(rule, value.data, active, factor, dt, begin[episode], end[episode], out.data, ledgers.of[episode]);
    };
    return { name: term.name, pay, out, reads: when === null ? [value, weight] : [value, when, weight] };
  }

  function planEndTerm(term: Term): PlannedTerm {
    const rule = termRule(term);
    const value = inLane(term.node, EPISODE);
    const when = term.when === undefined ? null : inLane(term.when, EPISODE);
    const weight = inLane(term.weight, EPISODE);
    const out = emptyColumn(STEP, 1);
    const pay = (episode: number): void => {
      const { begin, end } = current.block.frame;
      if (end[episode] === begin[episode]) return;
      out.data.fill(0, begin[episode], end[episode]);
      const active = when === null ? 1 : when.data[episode];
      const factor = weightOf(term, weight, episode) as number;
      out.data[end[episode] - 1] = contribution(rule, value.data[episode], active, factor, dt, ledgers.of[episode]);
    };
    return { name: term.name, pay, out, reads: when === null ? [value, weight] : [value, when, weight] };
  }

  const run = (from: number, to: number): void => {
    const { first, begin, end } = current.block.frame;
    const columns = planned.map(({ out }) => out.data);
    ledgers.of = [];
    for (let episode = from; episode < to; episode++) {
      ledgers.of.push(openLedger());
      // Nothing is paid in the state before the first step.
      if (begin[episode] > first[episode]) for (const column of [...columns, sum.data]) column[first[episode]] = Number.NaN;
      for (const term of planned) term.pay(episode);
      sumTerms(columns, begin[episode], end[episode], sum.data);
    }
  };
  const writes = [...planned.map(({ out }) => out), sum];
  return {
    task: { run, lane: EPISODE, writes, reads: planned.flatMap(({ reads }) => reads), pointwise: false },
    sum,
    byName: new Map(planned.map(({ name, out }) => [name, out])),
  };
}
