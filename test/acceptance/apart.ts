// Acceptance numbers that nothing computes, or that their own formula does not give: each with the reason. Only data.

/** Figures measured in a paper; held as data only. */
export const quoted: Readonly<Record<string, string>> = {
  crs_ablation: "a table of figures of RecGPT-V2 (HR@30 in percent): there is no formula to reproduce",
};

/** What the formula gives instead. */
export const disputed: Readonly<Record<string, string>> = {
  contrast_bad:
    "C_ins counts 1[M[i][i] > M[j][i]]: of [[0.9, 0.95], [0.7, 0.8]] the second response has 0.8 with its own instruction and 0.95 with the other, so C_ins is 0.5 (not 1), and no i holds in both directions (joint 0)",
};
