// The evaluator against the reference on random programs: the same bits, the same faults, the same violations.
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, prepare } from "../../runtime/evaluate.ts";
import type { EpisodeResult, Knobs } from "../../runtime/trajectory.ts";
import { randomEpisodes, randomProgram } from "./random-program.ts";
import { type ReferenceResult, reference } from "./reference.ts";

const bySteps = (a: [number | null, string], b: [number | null, string]) =>
  (a[0] ?? Infinity) - (b[0] ?? Infinity) || a[1].localeCompare(b[1]) || 0;

function summary(result: EpisodeResult) {
  return {
    return: result.return,
    discounted: result.discounted,
    unshaped: result.unshaped,
    rewards: result.rewards,
    terms: result.terms,
    violations: result.violations.map(({ require, step }) => [require, step]),
    faults: result.invalid
      .filter(({ term }) => term !== undefined)
      .map(({ step, term }): [number | null, string] => [step, term!])
      .sort(bySteps),
  };
}

const expected = ({ goal: _, faults, ...rest }: ReferenceResult) => ({ ...rest, faults: [...faults].sort(bySteps) });

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

test("agrees with the reference on random programs", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const program = randomProgram(seed);
      const episodes = randomEpisodes(seed, 5, 6);
      const knobs = seed % 3 === 0 ? { params: { p: 0.3 }, weights: { step0: 1.5, near: 2 } } : {};
      const found = evaluate(program, episodes, knobs);
      const wanted = reference(program, episodes, knobs);
      found.forEach((result, i) => {
        if (wanted[i].return === null) {
          expect(result.return).toBeNull();
          expect(result.unshaped).toBeNull();
        } else expect(summary(result)).toEqual(expected(wanted[i]));
        const goal = wanted[i].goal as number;
        const kind = program.nodes[program.goals[0].node].type.kind;
        if (kind === "bool") expect(result.goal).toBe(goal === 1 ? true : goal === 0 ? false : null);
        else expect(result.goal).toEqual(Number.isNaN(goal) ? null : goal);
      });
    }),
    { numRuns: 200 },
  );
});

test("gives the same results again, with other knobs, and across blocks", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const program = randomProgram(seed);
      const episodes = randomEpisodes(seed, 60, 60);
      const runner = prepare(program);
      const turned: Knobs[] = [
        {},
        { weights: { step1: 3, end0: 0.1, near: 0 } },
        { params: { p: -1 } },
        { weights: { step0: 2 } },
        {},
      ];
      for (const knobs of turned) {
        const fresh = evaluate(program, episodes, knobs);
        expect(runner.run(episodes, knobs)).toEqual(fresh);
        expect(runner.totals(episodes, knobs)).toEqual(
          fresh.map((one) => ({ return: one.return, discounted: one.discounted, unshaped: one.unshaped })),
        );
      }
      const alone = evaluate(
        program,
        episodes.filter((episode) => episode.group === undefined),
      );
      expect(alone).toEqual(evaluate(program, episodes).filter((result) => result.group === undefined));
    }),
    { numRuns: 8 },
  );
});
