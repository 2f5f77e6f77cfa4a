// How `tolerance` falls outside its range, for each kind. Not an operator; its range needs it too.

/** The fall of `tolerance`: 1 at distance 0, `value` at distance 1. NaN for a `value` the kind cannot take. */
export function toleranceKernel(distance: number, value: number, kind: string): number {
  const reachesZero = kind === "cosine" || kind === "linear" || kind === "quadratic";
  if (!(value < 1 && (value > 0 || (reachesZero && value === 0))) || Number.isNaN(distance)) return NaN;
  switch (kind) {
    case "gaussian": {
      const scaled = distance * Math.sqrt(-2 * Math.log(value));
      return Math.exp(-0.5 * scaled * scaled);
    }
    case "hyperbolic":
      return 1 / Math.cosh(distance * Math.acosh(1 / value));
    case "long_tail": {
      const scaled = distance * Math.sqrt(1 / value - 1);
      return 1 / (scaled * scaled + 1);
    }
    case "reciprocal":
      return 1 / (Math.abs(distance) * (1 / value - 1) + 1);
    case "cosine": {
      const scaled = distance * (Math.acos(2 * value - 1) / Math.PI);
      return Math.abs(scaled) < 1 ? (1 + Math.cos(Math.PI * scaled)) / 2 : 0;
    }
    case "linear": {
      const scaled = distance * (1 - value);
      return Math.abs(scaled) < 1 ? 1 - scaled : 0;
    }
    case "quadratic": {
      const scaled = distance * Math.sqrt(1 - value);
      return Math.abs(scaled) < 1 ? 1 - scaled * scaled : 0;
    }
    case "tanh_squared": {
      const flat = Math.tanh(distance * Math.atanh(Math.sqrt(1 - value)));
      return 1 - flat * flat;
    }
    default:
      return NaN;
  }
}
