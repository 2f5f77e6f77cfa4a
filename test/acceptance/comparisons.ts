// Acceptance numbers of measures: distances between rewards, ranks, conflicts and compromises. Only a table from inputs to numbers.
import {
  alignmentOf,
  canonicalReward,
  clipConflict,
  compareOneToMany,
  compromise,
  contrastConsistency,
  cosine,
  type DecisionProcess,
  flipAddition,
  flipWeight,
  hypervolume,
  kendall,
  paretoFront,
  pearson,
  pearsonDistance,
  sharesOfSize,
  spearman,
  starcDistance,
  type TransitionReward,
  winnerUnder,
} from "../../analysis/measures/index.ts";
import type { Measured } from "./measured.ts";

/** One state that every action leads back to. */
const loop = (actions: number): DecisionProcess => [Array.from({ length: actions }, () => [{ to: 0, probability: 1 }])];
const byAction =
  (rewards: number[]): TransitionReward =>
  (_, action) =>
    rewards[action]!;
const between = (one: number[], other: number[]) => starcDistance(loop(one.length), byAction(one), byAction(other), 0.5);

/** Two states; an action stays or switches. */
const pair: DecisionProcess = [0, 1].map((state) => [[{ to: state, probability: 1 }], [{ to: 1 - state, probability: 1 }]]);
const arriving: TransitionReward = (state, _, to) => (state === 0 && to === 1 ? 1 : 0);
const switching: TransitionReward = (state, _, to) => (state === to ? 0 : 1);

export const comparisons: Measured = {
  starc_val: ({ R, gamma }) => canonicalReward(loop(2), byAction(R), gamma)![0]!,
  starc_opposite: ({ R1, R2 }) => between(R1, R2),
  starc_affine: ({ R1, R2 }) => between(R1, R2),
  starc_const: ({ R1, R2 }) => between(R1, R2),
  starc_mid: ({ R1, R2 }) => between(R1, R2),
  starc_alignment: ({ R1, R2 }) => alignmentOf(between(R1, R2)),
  starc_shaping_invariance: ({ gamma, Phi }) => {
    const shaped: TransitionReward = (state, action, to) => arriving(state, action, to) + gamma * Phi[to!] - Phi[state];
    const [plain, other] = [arriving, shaped].map((reward) => canonicalReward(pair, reward, gamma)!.flat());
    return {
      // The entry lists every (s, a, s′): each (s, a) once per next state.
      c_R1: plain!.flatMap((c) => [c, c]),
      maxabs_diff: Math.max(...plain!.map((c, i) => Math.abs(c - other![i]!))),
    };
  },
  starc_loop: () => starcDistance(pair, arriving, switching, 0.5),
  epic_pearson_distance: ({ rho }) => pearsonDistance(rho),
  pearson_conflict: ({ a, b }) => pearson(a, b),
  pearson_mid: ({ a, b }) => pearson(a, b),
  partial_len: () => ({ r: pearson([1, 2, 3, 4], [110, 190, 310, 390]) }),
  spearman_mismatch: (inputs) => spearman(inputs.proxy, inputs.eval),
  kendall: ({ a, b }) => kendall(a, b),
  cosine: ({ g1, g2 }) => cosine(g1, g2),
  cagrad_clip: ({ g1, g2, w, c }) => {
    const { plain, mixture, clipped, agreement, clippedAgreement, direction } = clipConflict([g1, g2], w, c)!;
    return { g0: plain, alpha: mixture[0]!, p_clip: clipped, rho: agreement, rho_clip: clippedAgreement, G0: direction };
  },

  one_to_many: ({ chosen, rej }) => {
    const { accuracy, reciprocalRank, pairwise } = compareOneToMany(chosen, rej);
    return { acc: accuracy, mrr: reciprocalRank, pairwise };
  },
  one_to_many_tie: ({ chosen, rej }) => {
    const { accuracy, accuracyWithTies, reciprocalRank } = compareOneToMany(chosen, rej);
    return { acc_strict: accuracy, acc_tie: accuracyWithTies, mrr: reciprocalRank };
  },
  contrast: ({ M }) => {
    const { responses, instructions, joint } = contrastConsistency(M)!;
    return { C_res: responses, C_ins: instructions, joint };
  },

  share: ({ mean_abs }) =>
    sharesOfSize(Object.fromEntries(Object.entries(mean_abs).map(([name, size]) => [name, [size as number]]))),
  pareto: ({ pts }) => ({ front: paretoFront(pts as number[][]), hypervolume_ref00: hypervolume(pts, [0, 0]) }),
  weight_flip: ({ A, B }) => flipWeight(A, B),
  principal_regret: ({ user, platform, w }) => {
    const { scores, regrets } = compromise([user, platform], w)!;
    return { scores, user_regret: regrets[0]! };
  },
  principal_switch: ({ user, platform }) => flipWeight([platform[0], user[0]], [platform[1], user[1]]),
  barfi_flip: ({ A, B }) => {
    const winner = winnerUnder([A, B], [1, 0.5]);
    const { regrets } = compromise(
      [
        [A[0], B[0]],
        [A[1], B[1]],
      ],
      [1, 0.5],
    )!;
    return { "phi3*": flipAddition(A, B), "winner@.5": "AB"[winner]!, regret: regrets[0]! };
  },
};
