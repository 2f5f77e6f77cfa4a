// Where along a signal a reward has stopped moving. It must not know the reward, only its curve.
//
// Formula: the share of the range in which |f′| is below a hundredth of its maximum there; f′ from differences of even samples, the
// places where it crosses the threshold interpolated.
// Needs: the reward as a function of one signal, the others held fixed.
// Limits: features narrower than a sample are not seen; a curve that is flat everywhere is dead as a whole.
// Source: bounded, centred rewards in Fu et al., 2025 (PAR); A-03 of the analyses.

const SAMPLES = 20_000;

/** 0..1; NaN for an empty or infinite range, or a curve that is not finite somewhere. */
export function deadShare(curve: (x: number) => number, lo: number, hi: number, threshold = 0.01, samples = SAMPLES): number {
  const width = (hi - lo) / samples;
  if (!(width > 0) || !Number.isFinite(width)) return Number.NaN;
  const values = Array.from({ length: samples + 1 }, (_, i) => curve(lo + i * width));
  if (!values.every(Number.isFinite)) return Number.NaN;
  const slopes = values.slice(1).map((value, i) => Math.abs(value - values[i]!) / width);
  const steepest = slopes.reduce((a, b) => Math.max(a, b));
  if (steepest === 0) return 1;
  const limit = threshold * steepest;
  // Slopes belong to the middles of the samples; half a sample is left at either end.
  const ends = ((slopes[0]! < limit ? 1 : 0) + (slopes.at(-1)! < limit ? 1 : 0)) / 2;
  const dead = slopes.slice(1).reduce((sum, slope, i) => sum + below(slopes[i]!, slope, limit), ends);
  return dead / samples;
}

/** Share of the way from one slope to the next that lies below the limit. */
function below(a: number, b: number, limit: number): number {
  if (a < limit === b < limit) return a < limit ? 1 : 0;
  return (limit - Math.min(a, b)) / Math.abs(a - b);
}
