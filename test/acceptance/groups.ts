// Acceptance numbers that compare the samples of one prompt: each value of `R` is an episode of the group. Only a table.

export interface Grouped {
  key: string;
  /** What each sample gets; `{name}` stands for the number of an input. */
  is: string;
  /** The entry is one number for the group, the same for every sample. */
  shared?: boolean;
}

export const groups: readonly Grouped[] = [
  { key: "r3l_code", is: "amplify_positive(R)" },
  { key: "r3l_doc", is: `amplify_positive(R, variant: "paper")` },
  { key: "r3l_code_partial", is: "amplify_positive(R)" },
  { key: "r3l_allmax_code", is: "amplify_positive(R)" },
  { key: "grpo_ddof1", is: `group_adv(R, kind: "grpo", ddof: 1)` },
  { key: "grpo_ddof0", is: `group_adv(R, kind: "grpo", ddof: 0)` },
  { key: "grpo_scale_washout", is: `group_adv(R, kind: "grpo", ddof: 1)` },
  { key: "rloo", is: `group_adv(R, kind: "rloo")` },
  { key: "logavgexp", is: `R - group_adv(R, kind: "logavgexp", temperature: {tau})`, shared: true },
];
