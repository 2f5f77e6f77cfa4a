// The example specs pay, step by step, what the environment itself recorded in the sample logs, within what the logs' rounding allows.
//
// Every number of these logs is rounded to 6 decimals (rewards to 9). If a recorded x is off by at most dx, then
//   x² is off by at most 2|x|·dx + dx²,
//   the angle of a recorded (cos, sin) by at most atan(r / (R − r)) with r = √2·dx and R the length of the recorded pair:
//   the true point lies within r of the recorded one.
// Gymnasium's observations and actions are float32, and the logs hold them from the other side of that conversion: it moves a value by at
// most 2⁻²⁴ of its size.
// The bound of a step is the sum over its terms, plus half a unit in the last place of the recorded reward, plus 1e-12 for summation.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEpisodes } from "../../analysis/data/read.ts";
import { compile } from "../../compiler/compilation.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import type { Row } from "../../runtime/trajectory.ts";

const examples = new URL("../../examples/", import.meta.url);
const ROUNDED = 0.5e-6;
const REWARD_ROUNDED = 0.5e-9 + 1e-12;

const single = (size: number) => size * 2 ** -24;
const square = (x: number, dx: number) => 2 * Math.abs(x) * dx + dx * dx;

const logs: { folder: string; spec: string; log: string; steps: number; bound(row: Row): number }[] = [
  {
    folder: "pendulum",
    spec: "pendulum.reward",
    log: "pendulum-v1.jsonl",
    steps: 450,
    bound(row) {
      const { theta, theta_dot: spin, torque } = row as Record<string, number>;
      const moved = Math.SQRT2 * (ROUNDED + single(1));
      // The recorded pair has length 1 up to its own rounding.
      const angle = Math.atan(moved / (1 - 2 * moved));
      return (
        square(theta!, angle) +
        0.1 * square(spin!, ROUNDED + single(8)) +
        0.001 * square(torque!, ROUNDED + single(2)) +
        REWARD_ROUNDED
      );
    },
  },
  {
    folder: "mountain-car",
    spec: "mountain-car.reward",
    log: "mountain-car-continuous-v0.jsonl",
    steps: 0,
    bound: (row) => 0.1 * square(Number(row.force), ROUNDED + single(1)) + REWARD_ROUNDED,
  },
  // A reward of 1 per step leaves nothing to round.
  { folder: "cartpole", spec: "cartpole.reward", log: "cartpole-v1.csv", steps: 0, bound: () => 0 },
];

describe.each(logs)("$folder", ({ folder, spec, log, steps, bound }) => {
  const program = compile(readFileSync(new URL(`${folder}/${spec}`, examples), "utf8")).programs[0]!;
  const bytes = readFileSync(new URL(`${folder}/${log}`, examples));
  const { episodes, problems } = readEpisodes([{ name: log, bytes }], program, program.data[0]);
  const results = evaluate(program, episodes);

  it("reads the whole log", () => {
    expect(problems).toEqual([]);
    const records =
      readFileSync(new URL(`${folder}/${log}`, examples), "utf8")
        .trim()
        .split("\n").length - (log.endsWith(".csv") ? 1 : 0);
    expect(episodes.reduce((sum, episode) => sum + episode.steps.length, 0)).toBe(records);
    if (steps > 0) expect(records).toBe(steps);
  });

  it("pays the recorded reward on every step", () => {
    let compared = 0;
    for (const [index, episode] of episodes.entries()) {
      const result = results[index]!;
      expect(result.invalid).toEqual([]);
      for (const [step, row] of episode.steps.entries()) {
        const recorded = episode.recorded?.[step];
        expect(recorded, `${episode.id} step ${step}`).toBeTypeOf("number");
        const off = Math.abs(result.rewards[step]! - recorded!);
        expect(off, `${episode.id} step ${step}: ${result.rewards[step]} for ${recorded}`).toBeLessThanOrEqual(bound(row));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});
