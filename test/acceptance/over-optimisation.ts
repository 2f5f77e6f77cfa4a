// Acceptance numbers of measures: over-optimisation, label noise, ensembles and controls. Only a table from inputs to numbers.
import {
  advantageGap,
  bestOfN,
  distanceOfBestOfN,
  falsePositiveRate,
  findHerding,
  klOfBestOfN,
  majorityWrong,
  mutualInformation,
  noisyCorrelation,
  noisyGap,
  noisyMean,
  noisyPairs,
  optimumOf,
  pearson,
  proxyRegret,
  samplesAtKl,
  signalLeft,
  uncertaintyGradient,
} from "../../analysis/measures/index.ts";
import type { Measured } from "./measured.ts";
import { entryOf } from "./numbers.ts";

const law = ({ distance, reward }: { distance: number; reward: number }) => ({ "d*": distance, "R*": reward });

export const overOptimisation: Measured = {
  bon_gold: ({ gold_sorted_by_proxy: gold }) => bestOfN([0.1, 0.2, 0.3, 0.4], gold)!,
  bon_proxy: ({ proxy }) => bestOfN(proxy, proxy)!,
  bon_kl: ({ n }) => n.map(klOfBestOfN),
  bon_d: ({ n }) => n.map(distanceOfBestOfN),
  bon_hack_rank: () => ({
    regret: proxyRegret(entryOf("bon_proxy").inputs.proxy, entryOf("bon_gold").inputs.gold_sorted_by_proxy),
  }),
  gao_bon: ({ alpha, beta }) => law(optimumOf("best_of_n", alpha, beta)),
  gao_rl: ({ alpha, beta }) => law(optimumOf("reinforcement", alpha, beta)),
  n_at_kl4: ({ KL }) => samplesAtKl(KL),

  flip_scale: ({ p }) => signalLeft(p),
  flip_mean: ({ a, p }) => noisyMean(a, p),
  flip_corr: ({ a, p }) => a.map((share: number) => noisyCorrelation(share, p)),
  flip_pairs: ({ p }) => ({ ...noisyPairs(p) }),
  bias_reward_gap: ({ gap_clean, p }) => noisyGap(gap_clean, p),
  majority_flip: ({ votes, p }) => majorityWrong(votes, p),

  herding_common: ({ members, gold }) => {
    const { mean, min } = findHerding(members, gold)!;
    return { mean, min };
  },
  // The entry gives the errors themselves.
  error_corr: ({ e1, e2 }) => pearson(e1, e2),
  uwo_grad: ({ e, lam, i }) => uncertaintyGradient(e, lam, i),
  uwo_grad_half: ({ lam }) => uncertaintyGradient([2, 1, 0], lam, 0),

  spurious_expected_gap: (inputs) => advantageGap(inputs["p_reward|correct"], inputs["p_reward|wrong"]),
  corr_reward_truth: ({ reward, truth }) => pearson(reward, truth),
  mutual_info_const: () => mutualInformation([1, 0, 1, 0], [true, true, false, false]),
  probe_fpr: ({ rewards }) => falsePositiveRate(rewards),
};
