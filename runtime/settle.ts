// From the terms of a block to what its episodes earn: `total`, constraints, shaping, sums.
// It must not know how nodes are computed or how results are written out.

import { type Column, EPISODE, emptyColumn, type Lane, reserve, STEP } from "./columns.ts";
import { START } from "./frame.ts";
import type { Ledger, RequireRule } from "./pay.ts";
import { discountRows, reported, settleEpisode, settleSteps, settleTotal, shape, sumRows } from "./pay.ts";
import type { Plan } from "./plan.ts";
import type { NodeId, Program, Require } from "./program.ts";

export interface EpisodeTotals {
  /** Undiscounted sum of everything paid; null where the episode is not valid. */
  return: number | null;
  discounted: number | null;
  /** Undiscounted sum without shaping. */
  unshaped: number | null;
}

export interface Settlement {
  /** All that is paid, per step of the block. */
  rewards: Column;
  /** In the order of the program. */
  shapings: readonly Column[];
  /** Makes room for the block the plan has just run. */
  begin(): void;
  /** Pays one of its episodes. */
  settle(episode: number, ledger: Ledger): EpisodeTotals;
}

const laneOfRequire = (require: Require): Lane => (require.timing === "step" ? STEP : EPISODE);

/** How a constraint is settled. */
export function requireRule(program: Program, require: Require): RequireRule {
  return { name: require.name, lowest: program.nodes[require.otherwise].range?.[0] ?? null };
}

/** The least `total` can be, paid where it cannot be computed; null without one. */
export function lowestTotal(program: Program): number | null {
  return program.total === undefined ? null : (program.nodes[program.total].range?.[0] ?? null);
}

/** The nodes a settlement reads, with their lanes. */
export function settledNodes(program: Program): { id: NodeId; lane: Lane }[] {
  const wanted = (id: NodeId, lane: Lane) => ({ id, lane });
  const total = program.total === undefined ? [] : [wanted(program.total, STEP)];
  const requires = program.requires.flatMap((require) =>
    [require.node, require.otherwise].map((id) => wanted(id, laneOfRequire(require))),
  );
  const shapings = program.shapings.flatMap(({ node, weight }) => [wanted(node, STEP), wanted(weight, EPISODE)]);
  return [...total, ...requires, ...shapings];
}

/** `terms` is the column of the terms' sums. */
export function makeSettlement(program: Program, plan: Plan, terms: Column): Settlement {
  const { discount } = program.settings;
  const total = program.total === undefined ? terms : plan.column(program.total, STEP);
  const lowest = lowestTotal(program);
  const requires = program.requires.map((require) => ({
    rule: requireRule(program, require),
    onSteps: require.timing === "step",
    condition: plan.column(require.node, laneOfRequire(require)),
    cap: plan.column(require.otherwise, laneOfRequire(require)),
  }));
  const onSteps = requires.filter((require) => require.onSteps);
  const atEnd = requires.filter((require) => !require.onSteps);
  const endRules = atEnd.map(({ rule }) => rule);
  const shapings = program.shapings.map((shaping) => ({
    name: shaping.name,
    potential: plan.column(shaping.node, STEP),
    weight: plan.column(shaping.weight, EPISODE),
    out: emptyColumn(STEP, 1),
  }));
  const rewards = emptyColumn(STEP, 1);

  function shapeEpisode(episode: number, ledger: Ledger): void {
    const { first, begin, end, flags } = plan.current.block.frame;
    const [from, to] = [begin[episode], end[episode]];
    for (const { name, potential, weight, out } of shapings) {
      const factor = plan.current.knobs.weights?.[name] ?? weight.data[episode];
      const before = flags[first[episode]] >= START && from > first[episode] ? potential.data[from - 1] : Number.NaN;
      shape(name, potential.data, before, plan.outcome.terminated.data, discount, factor, from, to, out.data, ledger);
      for (let row = from; row < to; row++) rewards.data[row] += out.data[row];
    }
  }

  return {
    rewards,
    shapings: shapings.map(({ out }) => out),
    begin() {
      const { rows } = plan.current.block.frame;
      reserve(rewards, rows);
      for (const { out } of shapings) reserve(out, rows);
    },
    settle(episode, ledger) {
      const { begin, end } = plan.current.block.frame;
      const [from, to] = [begin[episode], end[episode]];
      const pay = rewards.data;
      for (let row = from; row < to; row++) pay[row] = total.data[row];
      settleTotal(lowest, from, to, pay, ledger);
      for (const { rule, condition, cap } of onSteps) settleSteps(rule, condition.data, cap.data, from, to, pay, ledger);
      if (atEnd.length > 0) {
        const conditions = atEnd.map(({ condition }) => condition.data[episode]);
        const caps = atEnd.map(({ cap }) => cap.data[episode]);
        settleEpisode(endRules, conditions, caps, from, to, pay, ledger);
      }
      const unshaped = reported(sumRows(pay, from, to), ledger);
      shapeEpisode(episode, ledger);
      return {
        return: reported(sumRows(pay, from, to), ledger),
        discounted: reported(discountRows(pay, discount, from, to), ledger),
        unshaped,
      };
    },
  };
}
