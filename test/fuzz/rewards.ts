// One share of the random rewards of a test run; each file runs one, so that they go side by side.
import fc from "fast-check";
import { it } from "vitest";
import { readChoices, tapes } from "../emit/choices.ts";
import { checkProgram, checkText } from "./check-reward.ts";
import { makeReward } from "./reward-text.ts";

/** Rewards in all; TELOS_RUNS asks for more. */
const RUNS = Number(process.env.TELOS_RUNS ?? 10_000);
const SHARES = 4;

export function testRewards(share: number): void {
  const numRuns = Math.ceil(RUNS / SHARES);
  it(`holds for ${numRuns} random rewards (share ${share} of ${SHARES})`, { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(tapes(400), (tape) => {
        const choices = readChoices(tape);
        const reward = makeReward(choices);
        try {
          checkText(reward);
          checkProgram(reward, choices);
        } catch (problem) {
          // What fails by itself does not say of which reward.
          if (problem instanceof TypeError || problem instanceof RangeError) problem.message += `\n${reward.text}`;
          throw problem;
        }
      }),
      // The message shows the reward, and making it smaller takes minutes.
      {
        numRuns,
        endOnFailure: true,
        ...(process.env.TELOS_SEED === undefined ? {} : { seed: Number(process.env.TELOS_SEED) + share }),
      },
    );
  });
}
