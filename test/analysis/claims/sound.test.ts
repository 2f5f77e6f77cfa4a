// What is proved of a random reward holds on random episodes; what is refuted replays in the evaluator and in generated code.
import fc from "fast-check";
import { it } from "vitest";
import { readChoices, tapes } from "../../emit/choices.ts";
import { randomNumbers } from "../../runtime/random-program.ts";
import { checkFacts, checkVerdicts, sampleEpisodes, settled, type Tally, withClaims } from "./check-claims.ts";
import { conditionText, rewardText } from "./reward-text.ts";

const RUNS = Number(process.env.TELOS_RUNS ?? 25);
const EPISODES = Number(process.env.TELOS_EPISODES ?? 200);

it(`holds for ${RUNS} random rewards`, { timeout: 3_600_000 }, () => {
  const tally: Tally = { proved: {}, refuted: {}, open: {} };
  const started = Date.now();
  fc.assert(
    fc.property(tapes(120), fc.nat(0x7fffffff), (tape, seed) => {
      const choices = readChoices(tape);
      const made = settled(rewardText(choices, [conditionText(choices, false), conditionText(choices, true)]));
      if (made === undefined) return;
      const program = withClaims(made.program);
      const sampling = randomChoices(seed);
      const sampled = sampleEpisodes(program, sampling, EPISODES);
      checkFacts(program, sampled, made.text);
      checkVerdicts(program, sampled, sampling, made.text, tally);
    }),
    {
      numRuns: RUNS,
      endOnFailure: true,
      ...(process.env.TELOS_SEED === undefined ? {} : { seed: Number(process.env.TELOS_SEED) }),
    },
  );
  if (process.env.TELOS_RUNS !== undefined) console.log(JSON.stringify(tally), `${Date.now() - started} ms`);
});

/** Choices without end. */
function randomChoices(seed: number) {
  const random = randomNumbers(seed);
  const below = (n: number) => Math.floor(random() * n);
  return {
    below,
    pick: <T>(items: readonly T[]): T => items[below(items.length)]!,
    chance: (percent: number) => below(100) >= 100 - percent,
  };
}
