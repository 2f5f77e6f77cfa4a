// How often two checkers say the same, and how often nothing may be concluded. It must not know what they check.
//
// Formula: agreement = samples with the same verdict / samples; a sample is abstained from where they differ or one says nothing.
// Needs: two verdicts per sample, null where there is none.
// Limits: two checkers with the same blind spot agree and are wrong.
// Source: hybrid annotation of Cooper, 2025.

export type Verdict = boolean | null;

export interface Agreement {
  /** 0..1; NaN without samples or where the columns differ in length. */
  agree: number;
  /** How many samples neither verdict may be used for. */
  abstained: number;
}

export function compareVerdicts(one: readonly Verdict[], other: readonly Verdict[]): Agreement {
  if (one.length !== other.length) return { agree: Number.NaN, abstained: Number.NaN };
  const same = one.filter((verdict, i) => verdict !== null && verdict === other[i]).length;
  return { agree: one.length === 0 ? Number.NaN : same / one.length, abstained: one.length - same };
}
