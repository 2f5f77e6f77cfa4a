// Writes out what a block's episodes earned: plain JSON per episode. It must not compute anything that is paid.
import { CONSTANT, type Column, EPISODE, type Lane, STEP } from "./columns.ts";
import { byStep, type Ledger } from "./pay.ts";
import type { Plan, TermColumns } from "./plan.ts";
import type { Assumption, Named, NodeId, Program } from "./program.ts";
import type { EpisodeTotals, Settlement } from "./settle.ts";
import type { EpisodeResult } from "./trajectory.ts";

/** The nodes a result shows beside what is paid. */
export function shownNodes(program: Program): { id: NodeId; lane?: Lane }[] {
  const limits = program.limits.flatMap(({ node }) => (node === undefined ? [] : [{ node }]));
  return [
    ...[...program.goals, ...program.probes, ...limits].map(({ node }) => ({ id: node })),
    ...program.assumptions.map((assumption) => ({ id: assumption.node, lane: laneOfAssumption(assumption) })),
  ];
}

type Broken = NonNullable<EpisodeResult["assumptions"]>[number];

const laneOfAssumption = ({ timing }: Assumption): Lane => (timing === "step" ? STEP : EPISODE);

/** A writer of results for the block the plan has just run. */
export function makeResultWriter(program: Program, plan: Plan, terms: TermColumns, settlement: Settlement) {
  const goals = program.goals.map((goal) => ({ name: goal.name, value: single(goal) }));
  const probes = program.probes.map((probe) => ({
    name: probe.name,
    value: plan.column(probe.node).lane === STEP ? rows(probe) : single(probe),
  }));
  const columns: [string, Column][] = [
    ...program.terms.map(({ name }): [string, Column] => [name, terms.byName.get(name)!]),
    ...program.shapings.map(({ name }, i): [string, Column] => [name, settlement.shapings[i]]),
  ];

  const limits = program.limits.map(({ name, node }) => ({ name, value: node === undefined ? undefined : single({ node }) }));
  const assumptions = program.assumptions.map((assumption) => ({
    text: assumption.text,
    column: plan.column(assumption.node, laneOfAssumption(assumption)),
  }));

  /** Conditions that cannot be evaluated are reported as what they read, not as broken. */
  function brokenBy(episode: number): Broken[] {
    const { begin, end } = plan.current.block.frame;
    return assumptions.flatMap(({ text, column }): Broken[] => {
      if (column.lane !== STEP) return column.data[episode] === 0 ? [{ text, step: null, count: 1 }] : [];
      const rows = column.data.subarray(begin[episode], end[episode]);
      const step = rows.indexOf(0);
      return step < 0 ? [] : [{ text, step, count: rows.reduce((count, value) => count + (value === 0 ? 1 : 0), 0) }];
    });
  }

  /** The value for the episode, on its last step if it has one per step. */
  function single({ node }: Pick<Named, "node">): (episode: number) => number | boolean | null {
    const column = plan.column(node);
    const truth = program.nodes[node].type.kind === "bool";
    return (episode) => {
      const { begin, end } = plan.current.block.frame;
      if (column.lane === STEP && end[episode] === begin[episode]) return null;
      const value = column.data[column.lane === CONSTANT ? 0 : column.lane === EPISODE ? episode : end[episode] - 1];
      if (truth) return value === 1 ? true : value === 0 ? false : null;
      return orNull(value);
    };
  }

  function rows({ node }: Named): (episode: number) => (number | null)[] {
    const column = plan.column(node);
    return (episode) => {
      const { begin, end } = plan.current.block.frame;
      return copyRows(column.data, begin[episode], end[episode]).map(orNull);
    };
  }

  return (episode: number, totals: EpisodeTotals, ledger: Ledger): EpisodeResult => {
    const { frame, episodes, invalid } = plan.current.block;
    const [from, to] = [frame.begin[episode], frame.end[episode]];
    const { id, group } = episodes[episode];
    const goal = Object.fromEntries(goals.map(({ name, value }) => [name, value(episode)]));
    return {
      id,
      ...(group === undefined ? {} : { group }),
      ...totals,
      rewards: copyRows(settlement.rewards.data, from, to),
      terms: Object.fromEntries(columns.map(([name, column]) => [name, copyRows(column.data, from, to)])),
      probes: Object.fromEntries(probes.map(({ name, value }) => [name, asProbe(value(episode))])),
      goal: goals.length === 0 ? null : goals.length === 1 ? goal[goals[0].name] : goal,
      violations: ledger.violations,
      invalid: byStep([...invalid[episode], ...ledger.invalid]),
      ...(limits.length === 0
        ? {}
        : { limits: Object.fromEntries(limits.map(({ name, value }) => [name, asLimit(value?.(episode), totals)])) }),
      ...(assumptions.length === 0 ? {} : { assumptions: brokenBy(episode) }),
      notes: plan.outcome.notes(episode),
    };
  };
}

const orNull = (value: number): number | null => (Number.isNaN(value) || value === undefined ? null : value);

/** Without a value of its own a limit is on the return. */
const asLimit = (value: number | boolean | null | undefined, { unshaped }: EpisodeTotals): number | null =>
  value === undefined ? unshaped : value === null ? null : Number(value);

const asProbe = (value: number | boolean | null | (number | null)[]): number | null | (number | null)[] =>
  typeof value === "boolean" ? Number(value) : value;

/** Numbers `from` up to but not including `to`, as a plain array. */
export function copyRows(data: Float64Array, from: number, to: number): number[] {
  const copy = new Array<number>(to - from);
  for (let row = from; row < to; row++) copy[row - from] = data[row];
  return copy;
}
