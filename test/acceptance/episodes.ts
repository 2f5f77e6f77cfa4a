// Acceptance numbers that whole rewards pay: over the steps of an episode, or for one design and two completions. Only a table.

import { returnRange } from "../../analysis/contract/return-range.ts";
import { factsOf } from "../../analysis/facts/facts.ts";
import type { Episode, EpisodeResult, Row } from "../../runtime/trajectory.ts";
import type { Wanted } from "./numbers.ts";
import { compileCleanly, runReward } from "./run-reward.ts";

/** From the inputs of an entry to the number. */
// biome-ignore lint/suspicious/noExplicitAny: every entry has inputs of its own shape.
export type Whole = (inputs: Record<string, any>) => Wanted;

const rewardOf = (...members: string[]) => `reward Acceptance {\n  ${members.join("\n  ")}\n}`;

/** The first value is the state before the first action. */
function episode(name: string, [start, ...rest]: number[], terminated = false): Episode {
  const last = rest.length - 1;
  const steps = rest.map((value, k): Row => ({ [name]: value, ...(terminated && k === last ? { terminated: true } : {}) }));
  return { id: "one", start: { [name]: start! }, steps };
}

const run = (text: string, one: Episode): EpisodeResult => runReward(text, [one])[0]!;

const shaped = (gamma: number) =>
  rewardOf(`discount ${gamma}`, "horizon 9 steps", "signal phi : -10..10", "shaping s = potential(phi)");

const nearer = (gamma: number, shaping: string) =>
  rewardOf(`discount ${gamma}`, "horizon 9 steps", "signal d : 0..10", `shaping nearer = ${shaping}`);

/** What the state after the end is worth does not matter: the potential there counts as 0. */
const beyond = 5;

const toAndFro = [2, 1, 2, 1, 2, 1];

const lengths = rewardOf(
  "signal task : 0..1",
  "signal excess : 0..40.96",
  "signal form : 0..0.5",
  "objective task = task",
  "penalty len = excess",
  "objective fmt = form",
);

export const episodes: Readonly<Record<string, Whole>> = {
  shape_F: ({ gamma, phi }) => run(shaped(gamma), episode("phi", [...phi, beyond], true)).rewards,
  shape_return: ({ gamma }) => run(shaped(gamma), episode("phi", [0, 1, 2, beyond], true)).discounted!,
  shape_return_leaky: ({ phi_T }) => {
    const leak = rewardOf(
      "discount 0.9",
      "horizon 9 steps",
      "signal phi : -10..10",
      "objective leak = 0.9 * phi - prev(phi)", // the potential by hand, without its end
    );
    return run(leak, episode("phi", [0, 1, 2, phi_T], true)).discounted!;
  },
  noncons_progress_loop: () => {
    const approach = rewardOf("horizon 9 steps", "signal d : 0..10", "objective approach = max(0, -delta(d))");
    return run(approach, episode("d", toAndFro)).return!;
  },
  progress_g1: ({ d, gamma }) => run(nearer(gamma, "progress(d)"), episode("d", d)).discounted!,
  progress_g09: ({ d, gamma }) => run(nearer(gamma, "progress(d)"), episode("d", d)).discounted!,
  pbrs_stand_still: ({ d, gamma }) => run(nearer(gamma, "potential(-d)"), episode("d", [d, d])).rewards[0]!,
  safety_compensation: ({ w_help, w_safe }) => {
    const both = rewardOf(
      "signal help : 0..1",
      "signal safe : 0..1",
      `objective helpful weight ${w_help} = help`,
      `objective harmless weight ${w_safe} = safe`,
    );
    const pay = (help: number, safe: number) => run(both, { id: "one", steps: [{ help, safe }] }).return!;
    return { unsafe_helpful: pay(1, 0), safe_useless: pay(0, 1) };
  },
  interval_sum: () => {
    const { lo, hi } = returnRange(compileCleanly(lengths));
    return [lo, hi];
  },
  width_ratio: () => {
    const { paid } = factsOf(compileCleanly(lengths));
    const width = (name: string) => {
      const { episode } = paid.find(({ term }) => term.name === name)!;
      return episode.hi - episode.lo;
    };
    return width("len") / width("task");
  },
};
