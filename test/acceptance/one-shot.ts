// Acceptance numbers that an expression gives: inputs are signals of a one-shot reward, each expression is a probe. Only a table.
import type { Value } from "../../runtime/trajectory.ts";

export interface OneShot {
  key: string;
  /** Signals that the entry describes in words only. */
  given?: Record<string, Value>;
  /** One expression, or one per named part. `{name}` stands for the number of an input where a constant is wanted. */
  is: string | Record<string, string>;
}

const phrases = Array.from({ length: 40 }, (_, k) => `p${k + 10}`);
const listed = JSON.stringify(phrases);
const block = Array.from({ length: 25 }, (_, k) => `w${k}`).join(" ");
const blocks = Array.from({ length: 40 }, () => block).join(" ");
const same100 = Array.from({ length: 100 }, () => "x").join(" ");

/** The flawed repetition: n-grams seen more than once, each counted once, over all n-grams. */
const flawed = (n: number) =>
  `sum((if count(same(g, other) for other in ngrams(words(text), ${n})) > 1 then 1 else 0) for g in unique(ngrams(words(text), ${n}))) / length(ngrams(words(text), ${n}))`;

export const oneShots: readonly OneShot[] = [
  { key: "par", is: "par(r, refs, k: {k})" },
  { key: "par_single", is: "par(r, refs)" },
  { key: "calib", is: "calibrate(r, base)" },
  { key: "logsig", is: "logsig(r, ref)" },
  { key: "logsig_neg", is: "logsig(r, ref)" },
  { key: "logsig_pos", is: "logsig(r, ref)" },
  { key: "logsig_extreme", is: "logsig(r, ref)" },
  { key: "all_of", is: "all_of(d, [0, 0])" },
  { key: "all_of_unbalanced", is: "all_of(d, [0, 0])" },
  { key: "z85", given: { refs: [-1, 1] }, is: "ref_quantile(refs, q: 0.85, eps: 0)" },
  { key: "ref_quantile_normal", is: "ref_quantile(refs, q: {q}, ddof: {ddof})" },
  { key: "ref_quantile_normal_ddof1", is: "ref_quantile(refs, q: {q}, ddof: {ddof})" },
  { key: "lsc_vs_par", is: { par: "par(r, refs)", lsc: "logsig(r, ref_quantile(refs))" } },

  { key: "ens_mean", is: "mean(e)" },
  { key: "ens_min", is: "min(e)" },
  { key: "ens_uwo_ddof0", is: "uwo(e, lam, ddof: 0)" },
  { key: "ens_uwo_ddof1", is: "uwo(e, lam, ddof: 1)" },
  { key: "ens_softmin_b1", is: "softmin(e, beta: beta)" },
  { key: "ens_softmin_b100", is: "softmin(e, beta: beta)" },
  { key: "ens_softmin_b0.05", is: "softmin(e, beta: beta)" },
  { key: "ens_std", is: "mean_minus_std(e, lam, ddof: {ddof})" },
  { key: "brme", is: "brme(mu, sd, lam)" },
  { key: "brme2", is: "brme(mu, sd, lam)" },

  { key: "prm_clip", is: "prm_clip(r, eta)" },
  { key: "prm_delta", is: "prm_delta(r)" },
  { key: "prm_delta_sum", is: "sum(prm_delta(r))" },
  { key: "prm_clip_delta", is: "prm_clip_delta(r, eta)" },
  { key: "prm_repeat_sum_raw", is: "sum(repeat(r, {n}))" },
  { key: "prm_repeat_sum_clip", given: { r: 0.9 }, is: "sum(prm_clip(repeat(r, 50), eta))" },
  { key: "prm_repeat_sum_delta", given: { r: 0.9 }, is: "sum(prm_delta(repeat(r, 50)))" },
  { key: "repeat_gain", is: "sum(repeat(r, {extra} + 1)) - sum(repeat(r, 1))" },
  {
    key: "steps_agg",
    is: {
      min: "steps_agg(s)",
      prod: `steps_agg(s, how: "prod")`,
      gm: `steps_agg(s, how: "geometric_mean")`,
      mean: `steps_agg(s, how: "mean")`,
      last: `steps_agg(s, how: "last")`,
      mean_logit: `steps_agg(s, how: "mean_logit")`,
      mean_odds: `steps_agg(s, how: "mean_odds")`,
    },
  },
  { key: "min_form_credit", is: "prm_min(s, temperature: T)" },
  { key: "min_form_sum", given: { s: [0.9, 0.8, 0.5] }, is: "sum(prm_min(s))" },
  { key: "novelty", is: "novelty(r, counts, power: beta)" },
  { key: "novelty_sum_inf", is: "sum(novelty(1, k, power: beta) for k in 1..2000)" },
  { key: "lare_residual", is: { residual: "R - sum(f)", adjusted: "redistribute(R, f)" } },
  { key: "opt_gap", is: "opt_gap([Rstar, Rother])" },

  { key: "lik_logprob", is: "logprob(p)" },
  { key: "lik_avglogprob", is: "avg_logprob(p)" },
  { key: "lik_prob", is: "seq_prob(p)" },
  { key: "lik_avgprob", is: "avg_prob(p)" },
  { key: "lik_jepo", given: { chains: [0.0625, 0.25] }, is: "jepo(chains)" },
  {
    key: "lik_vanish",
    given: { p: 0.5 },
    is: { prob: "seq_prob(repeat(p, 200))", logprob: "logprob(repeat(p, 200))", avglogprob: "avg_logprob(repeat(p, 200))" },
  },

  { key: "repetition_rpr_flaw", given: { text: same100 }, is: flawed(1) },
  { key: "repetition_distinct", given: { text: same100 }, is: "ngram_repetition(text, {n})" },
  { key: "repetition_rpr_25w_x40_n20", given: { text: blocks }, is: flawed(20) },
  { key: "repetition_distinct_25w_x40_n20", given: { text: blocks }, is: "ngram_repetition(text, 20)" },
  { key: "repetition_small", given: { text: "a b a b c" }, is: { distinct: "ngram_repetition(text, {n})", rpr: flawed(2) } },
  {
    key: "rpr",
    given: { text: phrases.slice(0, 20).join(" ") },
    is: `max(0, phrases(text, ${listed}) - rep - user)`,
  },
  { key: "rpr_half", given: { text: phrases.slice(0, 7).join(" ") }, is: `max(0, phrases(text, ${listed}) - rep - user)` },
  { key: "len_pen", is: "length_over(len, free: valid, cost: c)" },
  { key: "len_bracket", is: "length_band(n, [4, 6, 11, 13], [0.5, 1, 0.5])" },

  { key: "crs_pass", is: "gate(acc, align >= tau[0], div >= tau[1], len >= tau[2])" },
  { key: "crs_fail", is: "gate(acc, align >= tau[0], div >= tau[1], len >= tau[2])" },
  {
    key: "sum_vs_gate",
    is: { sum: "acc + align + div + len", gate: "gate(acc, align >= 0.7, div >= 0.4, len >= 0.5)" },
  },
  { key: "cliff", is: { below: "gate(main, c >= tau)", above: "gate(main, c + 0.001 >= tau)" } },
  { key: "r1_reward", is: "consistency_bonus(fmt, acc, cons)" },
  { key: "r1_reward_incons", is: "consistency_bonus(fmt, acc, cons)" },
  { key: "r1_reward_wrong", is: "consistency_bonus(fmt, acc, cons)" },
  { key: "format_floor", is: "consistency_bonus(1, 0, 0) / (fmt + acc_term_max)" },
  { key: "kl_gate", is: "kl_gate(r, logratio, KLmax, cap: inf)" },
  { key: "kl_gate_neg", is: "kl_gate(r, logratio, KLmax, cap: inf)" },
  { key: "kl_gate_zero", is: "kl_gate(r, logratio, KLmax, cap: inf)" },
  { key: "debate", is: "debate(env, win == 1, lam, scale: m)" },
  { key: "debate_m1", is: "debate(env, win == 1, lam, scale: m)" },
  { key: "atom_sched", is: "process_to_outcome(atom, f1, p, share: alpha0)" },

  { key: "info_gain", is: "info_gain(before, after)" },
  { key: "info_gain_partial", is: "info_gain(before, after)" },
  {
    key: "count_vs_ig",
    given: { a: [1, 0], b: [1, ...Array.from({ length: 15 }, () => 0)] },
    is: {
      count_each: "if max(a) == 1 then 1 else 0",
      bits_A: "info_gain(repeat(1 / 2, 2), a)",
      bits_B: "info_gain(repeat(1 / 16, 16), b)",
    },
  },
  { key: "uncertainty_damp", is: "damp(r, u, s: s)" },
  { key: "uncertainty_damp_neg", is: `damp(r, u, mode: "raw")` },
  { key: "bt", is: "pref_bt(delta)" },
  { key: "bt_margin", is: "pref_bt_margin(delta, m)" },
  { key: "bt_scaled", is: "pref_bt_scaled(delta, m)" },
  { key: "prdp", is: "pref_rdp(lr_a, lr_b, ra, rb, beta)" },
  {
    key: "pref_strength",
    is: {
      mean: "pref_strength(margins)",
      std: `pref_strength(margins, which: "std")`,
      vote: `pref_strength(margins, which: "vote")`,
    },
  },
  { key: "rubric", is: "rubric(w, s)" },
  { key: "rubric_mass", is: "sum(w)" },
  { key: "tri_factor", is: "tri_factor(weak, risk, corr_redund)" },
  { key: "lagr_softmax", is: "constraint_weights(a, main: a0)" },
  { key: "frozen_norm", is: "frozen_norm(r, mu_ref, sd_ref)" },
  {
    key: "anchor",
    given: { baseline: 0.9 },
    is: { shortfall: "anchor(x, baseline, slack: slack)", bonus: `anchor(x, baseline, mode: "signed")` },
  },
  { key: "anchor_below", given: { baseline: 0.9 }, is: "anchor(x, baseline)" },
  { key: "rae", is: { mean: "mean(outcomes)", var: "var(outcomes)", mv: "mean_var(outcomes, lam)" } },
  { key: "rae_safe", is: "mean_var(outcomes, lam)" },
  { key: "cvar25", is: "cvar(outcomes, alpha: alpha)" },

  { key: "abstain_threshold", is: "break_even(right, wrong, abstain)" },
  { key: "abstain_threshold_never", is: "break_even(right, wrong, abstain)" },
  { key: "abstain_threshold_03", is: "break_even(right, wrong, abstain)" },
  { key: "claims", is: { mean: `claims(c, how: "mean")`, min: "claims(c)" } },
  { key: "f1_core", given: { both: 3 }, is: "critique_sim(both, pred, gold)" },
  {
    key: "citation",
    is: {
      precision: `citation(cited, supported, needed, which: "precision")`,
      recall: `citation(cited, supported, needed, which: "recall")`,
      f1: "citation(cited, supported, needed)",
    },
  },
  { key: "artifact_prob", is: { p: "sigmoid(lp_yes - lp_no)", reward: "1 - sigmoid(lp_yes - lp_no)" } },
  { key: "fuse", is: "blend(rubric(sims, n), r, alpha)" },
  { key: "order_of_ops", is: { cap_then_pen: "ceil_at(r, cap) + pen", pen_then_cap: "ceil_at(r + pen, cap)" } },
];
