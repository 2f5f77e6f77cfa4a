// Steps per second of a twelve-term reward: the evaluator against a loop written by hand over the same columns, in one process.
// Run: npx esbuild bench/evaluate.mts --bundle --platform=node --format=esm --outfile=dist/bench-evaluate.mjs && node dist/bench-evaluate.mjs
import { prepare } from "../runtime/evaluate.ts";
import type { Episode } from "../runtime/trajectory.ts";
import { buildProgram } from "../test/runtime/build-program.ts";

const STEPS = 1000;
const EPISODES = Number(process.argv[2] ?? 200);
const ROUNDS = 9;
const NAMES = ["vx", "vy", "wz", "height", "roll", "pitch", "torque", "action", "distance", "contact"] as const;
type Name = (typeof NAMES)[number];

function twelveTerms() {
  const b = buildProgram({ discount: 0.99, dt: 0.02 });
  const s = Object.fromEntries(NAMES.map((name) => [name, b.signal(name, { range: [-10, 10] })])) as Record<Name, number>;
  const sigma = b.param("sigma", 0.25);
  const c = b.constant;
  const square = (x: number) => b.apply("power", x, c(2));
  const minus = (x: number, y: number) => b.apply("subtract", x, y);
  const paid = (role: "objective" | "penalty", name: string, weight: number, value: number) =>
    b[role](name, value, { weight: c(weight), range: [-1e6, 1e6] });
  const off = b.apply("add", square(minus(s.vx, c(0.8))), square(s.vy));
  paid("objective", "tracking", 1, b.apply("exp", b.apply("divide", b.apply("negate", off), sigma)));
  paid("objective", "turning", 0.5, b.apply("exp", b.apply("divide", b.apply("negate", square(s.wz)), sigma)));
  paid("objective", "forward", 0.2, b.apply("clip", s.vx, c(-1), c(1)));
  paid("objective", "upright", 0.3, minus(c(1), b.apply("clip", b.apply("abs", s.roll), c(0), c(1))));
  paid("objective", "alive", 0.1, c(1));
  paid("penalty", "effort", 2e-3, square(s.torque));
  paid("penalty", "jerk", 0.01, square(minus(s.action, b.prev(s.action))));
  paid("penalty", "jump", 0.05, square(minus(s.height, b.prev(s.height))));
  paid("penalty", "tilt", 0.5, b.apply("add", square(s.roll), square(s.pitch)));
  paid("penalty", "near", 1, b.apply("max", c(0), minus(c(0.5), s.distance)));
  paid(
    "objective",
    "reach",
    0.3,
    b.apply("min", b.apply("divide", c(1), b.apply("add", c(1), b.apply("abs", s.distance))), c(0.8)),
  );
  paid("penalty", "bump", 2, b.apply("greater", s.contact, c(9)));
  return b.program;
}

type Columns = Record<Name, Float64Array>;

/** What a person would write: one loop, sums only; with `out`, each term's column as well. */
function byHand(columns: Columns, sigma: number, from: number, to: number, out?: Float64Array[]): number {
  const { vx, vy, wz, height, roll, pitch, torque, action, distance, contact } = columns;
  let sum = 0;
  for (let i = from; i < to; i++) {
    const p = i === from ? i : i - 1;
    const ex = vx[i] - 0.8;
    const da = action[i] - action[p];
    const dh = height[i] - height[p];
    const t0 = Math.exp(-(ex * ex + vy[i] * vy[i]) / sigma);
    const t1 = 0.5 * Math.exp(-(wz[i] * wz[i]) / sigma);
    const t2 = 0.2 * Math.min(Math.max(vx[i], -1), 1);
    const t3 = 0.3 * (1 - Math.min(Math.max(Math.abs(roll[i]), 0), 1));
    const t4 = 0.1;
    const t5 = 0 - 2e-3 * (torque[i] * torque[i]);
    const t6 = 0 - 0.01 * (da * da);
    const t7 = 0 - 0.05 * (dh * dh);
    const t8 = 0 - 0.5 * (roll[i] * roll[i] + pitch[i] * pitch[i]);
    const t9 = 0 - Math.max(0, 0.5 - distance[i]);
    const t10 = 0.3 * Math.min(1 / (1 + Math.abs(distance[i])), 0.8);
    const t11 = 0 - 2 * (contact[i] > 9 ? 1 : 0);
    sum += t0 + t1 + t2 + t3 + t4 + t10 + t5 + t6 + t7 + t8 + t9 + t11;
    if (out) {
      const terms = [t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11];
      for (let k = 0; k < 12; k++) out[k][i] = terms[k];
    }
  }
  return sum;
}

const round = (x: number) => Math.round(x * 1e6) / 1e6;
const episodes: Episode[] = Array.from({ length: EPISODES }, (_, e) => ({
  id: String(e),
  steps: Array.from({ length: STEPS }, (_, t) =>
    Object.fromEntries(NAMES.map((name, k) => [name, round(10 * Math.sin(0.37 * t * (k + 1) + e))])),
  ),
}));
const columns = Object.fromEntries(
  NAMES.map((name) => [name, Float64Array.from(episodes.flatMap((e) => e.steps.map((s) => s[name] as number)))]),
) as Columns;

const runner = prepare(twelveTerms());
// Of their own, so that they do not replace what the first one keeps.
const reader = prepare(twelveTerms());
const slider = prepare(twelveTerms());
const termColumns = Array.from({ length: 12 }, () => new Float64Array(STEPS * EPISODES));
let tick = 0;
const knobs = () => ({ params: { sigma: 0.25 + 1e-9 * (tick++ % 100) } });
const weights = () => ({ params: { sigma: 0.25 }, weights: { effort: 2e-3 + 1e-9 * (tick++ % 100) } });
const hand = (out?: Float64Array[]) => {
  let sum = 0;
  const sigma = knobs().params.sigma;
  for (let e = 0; e < EPISODES; e++) sum += byHand(columns, sigma, e * STEPS, (e + 1) * STEPS, out);
  return sum;
};

const cases: Record<string, () => unknown> = {
  "loop by hand, sums": () => hand(),
  "loop by hand, 12 term columns": () => hand(termColumns),
  "evaluator, sums": () => runner.totals(episodes, knobs()),
  "evaluator, all results": () => runner.run(episodes, knobs()),
  "evaluator, only weights changed": () => slider.run(episodes, weights()),
  "evaluator, from rows": () => reader.totals([...episodes], knobs()),
};
const best = new Map<string, number>(Object.keys(cases).map((name) => [name, Number.POSITIVE_INFINITY]));
const difference = Math.abs(hand() - runner.totals(episodes).reduce((sum, { unshaped }) => sum + (unshaped ?? Number.NaN), 0));
if (!(difference < 1e-5)) throw new Error(`the loop and the evaluator differ by ${difference}`);
slider.run(episodes, weights());
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(cases)) {
    const start = performance.now();
    run();
    best.set(name, Math.min(best.get(name)!, performance.now() - start));
  }
}
const total = STEPS * EPISODES;
const base = best.get("loop by hand, sums")!;
console.log(`${total} steps, best of ${ROUNDS}`);
for (const [name, ms] of best) {
  console.log(
    `${name.padEnd(34)} ${(total / ms / 1000).toFixed(2).padStart(8)} M steps/s ${(base / ms).toFixed(2).padStart(6)} of the loop`,
  );
}
