// How much a reward tells about something else, whatever the shape of the relation. It must not know what the columns mean.
//
// Formula: I = Σ p(x, y)·log₂(p(x, y) / (p(x)·p(y))) over the pairs that occur, in bit.
// Needs: two columns of few different values; put continuous ones into bins first.
// Limits: from few samples it is too high, by about (values of x − 1)(values of y − 1) / (2n ln 2) bit.
// Source: Shannon, 1948; Miller, 1955 (bias).

type Label = number | string | boolean;

/** 0 where the two are independent, at most the entropy of either; NaN of nothing or columns of different length. */
export function mutualInformation(xs: readonly Label[], ys: readonly Label[]): number {
  const n = xs.length;
  if (n === 0 || ys.length !== n || [...xs, ...ys].some(Number.isNaN)) return Number.NaN;
  const [ofX, ofY] = [countBy(xs), countBy(ys)];
  const pairs = countBy(xs.map((x, i) => JSON.stringify([x, ys[i]!])));
  let sum = 0;
  for (const [pair, count] of pairs) {
    const [x, y] = JSON.parse(pair) as [Label, Label];
    sum += (count / n) * Math.log2((count * n) / (ofX.get(x)! * ofY.get(y)!));
  }
  return Math.max(0, sum);
}

function countBy<T>(labels: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
