// How much each term contributes to a reward over samples. It must not know how terms are computed.
//
// Formula: share of size = mean|vᵢ| / Σⱼ mean|vⱼ|; share of variance = var(vᵢ) / Σⱼ var(vⱼ), vᵢ the weighted, signed value of a term.
// Needs: one column per term, all equally long.
// Limits: a large term that never changes has a large share of size and teaches nothing: look at the variance. Shares of variance leave
// out that terms may move together.
// Source: contribution tables of Quark Medical Alignment and RecGPT-V2, 2025.
import { areComparable, type Column, meanOf, varianceOf } from "./columns.ts";

type Named<T> = Readonly<Record<string, T>>;

/** Shares of the mean size by term, summing to 1; all NaN where every term is 0 or a column is unusable. */
export const sharesOfSize = (terms: Named<Column>): Record<string, number> =>
  sharesBy(terms, (values) => meanOf(values.map(Math.abs)));

/** Shares of the summed variances by term; all NaN where nothing varies. */
export const sharesOfVariance = (terms: Named<Column>): Record<string, number> => sharesBy(terms, varianceOf);

function sharesBy(terms: Named<Column>, measure: (values: Column) => number): Record<string, number> {
  const usable = areComparable(...Object.values(terms));
  const sizes = Object.entries(terms).map(([name, values]) => [name, usable ? measure(values) : Number.NaN] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  return Object.fromEntries(sizes.map(([name, size]) => [name, total > 0 ? size / total : Number.NaN]));
}
