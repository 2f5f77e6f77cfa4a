// Acceptance numbers of measures: judges, rubrics, time, groups and rates. Only a table from inputs to numbers.
import {
  allFail,
  allSame,
  breakEvenAmbiguity,
  brierScore,
  chanceAccuracy,
  compareVerdicts,
  correctedAccuracy,
  cycleValue,
  deadShare,
  degenerateShare,
  denseAgainstTerminal,
  eventRate,
  expectedPayoffs,
  findBlindSpots,
  incomeOf,
  largestJump,
  normalisedEntropy,
  passProbability,
  reachOrQuit,
  redistributionLoss,
  rewardDensity,
  saturation,
} from "../../analysis/measures/index.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Measured } from "./measured.ts";
import { entryOf } from "./numbers.ts";

const sigmoid = operatorByName.get("sigmoid")!.evaluate as (x: number, k: number) => number;

const health = (scores: number[]) => ({ sat: saturation(scores, 5), norm_entropy: normalisedEntropy(scores, 6) });

export const judgements: Measured = {
  deception: ({ conflict_errors_policy_known: known, of_which_judge_unknown: unseen }) =>
    findBlindSpots(Array.from({ length: known }, (_, i) => ({ policyKnows: true, judgeKnows: i >= unseen, error: true })))
      .deception,
  saturation: ({ scores }) => health(scores),
  rubric_keep: ({ scores }) => health(scores),
  ece_like: () => {
    const { p, y } = entryOf("ece_like").expected as { p: number[]; y: number[] };
    return { p, y, brier: brierScore(p, y) };
  },
  chance_outcome: ({ k }) => k.map(chanceAccuracy),
  chance_corrected: ({ acc, k }) => correctedAccuracy(acc, k),
  cooper_agree: ({ rule, judge }) => {
    const { agree, abstained } = compareVerdicts(rule.map(Boolean), judge.map(Boolean));
    return { agree, abstain: abstained };
  },
  ask_table: ({ p_amb, R }) => {
    const table = { askAmbiguous: R["ask&amb"], askClear: R["ask&clear"], actAmbiguous: R["act&amb"], actClear: R["act&clear"] };
    const { ask, act, ideal } = expectedPayoffs(table, p_amb);
    return { always_ask: ask, always_act: act, ideal };
  },
  ask_break_even: ({ table: [askAmbiguous, askClear, actAmbiguous, actClear] }) =>
    breakEvenAmbiguity({ askAmbiguous, askClear, actAmbiguous, actClear }),

  dense_vs_terminal: ({ r_step, T, gamma, terminal }) => {
    const { dense, ratio } = denseAgainstTerminal(r_step, T, gamma, terminal);
    return { dense_max: dense, ratio };
  },
  dense_vs_terminal_disc: ({ r_step, T, gamma, terminal }) => {
    const balance = denseAgainstTerminal(r_step, T, gamma, terminal);
    return { dense_max: balance.dense, terminal_disc: balance.terminal };
  },
  cycle_value: () => cycleValue([1, 0], 0.9),
  alive_vs_goal: ({ alive, gamma }) => ({ alive_forever: incomeOf(alive, Number.POSITIVE_INFINITY, gamma) }),
  suicide: ({ step, T_goal, goal, gamma }) => {
    const { reach, quit } = reachOrQuit(step, T_goal, goal, gamma);
    return { reach_goal: reach, terminate_now: quit };
  },
  density: ({ r }) => {
    const { density, first } = rewardDensity(r);
    return { density, first: first! };
  },
  schedule_jump: ({ w_t, w_t1, range }) => largestJump([w_t, w_t1], range)!.size,
  sat_fraction: () => deadShare((x) => sigmoid(x, 1), 0, 1000),
  lare_loss: ({ R, f }) => redistributionLoss(R, f),

  degenerate_groups: ({ groups }) => degenerateShare(groups),
  all_fail_group: ({ p, G }) => allFail(p, G),
  all_fail_32: ({ p, G }) => allFail(p, G),
  all_same_group: ({ p, G }) => allSame(p, G),
  behaviour_rate: ({ events, limit }) => {
    const { rate, violated } = eventRate(events, limit);
    return { rate, violated: violated! };
  },
  gate_pass_prob: ({ p }) => passProbability(p),
  event_gate_pass: ({ p }) => passProbability(p),
};
