// The hackable patterns, in order of their codes. Adding one is adding its folder and a line here.
import { rule as compensableConstraint } from "./compensable-constraint/rule.ts";
import { rule as denseOutweighsTerminal } from "./dense-outweighs-terminal/rule.ts";
import { rule as nonPotentialDifference } from "./non-potential-difference/rule.ts";
import type { Pattern } from "./pattern.ts";
import { rule as scaleMismatch } from "./scale-mismatch/rule.ts";
import { rule as signContradiction } from "./sign-contradiction/rule.ts";
import { rule as stayAliveFarm } from "./stay-alive-farm/rule.ts";
import { rule as sumOverPolicyChosenCount } from "./sum-over-policy-chosen-count/rule.ts";
import { rule as superLinearPattern } from "./super-linear-pattern/rule.ts";
import { rule as unboundedLearnedReward } from "./unbounded-learned-reward/rule.ts";
import { rule as unguardedJudge } from "./unguarded-judge/rule.ts";
import { rule as unitMismatch } from "./unit-mismatch/rule.ts";

export const patterns: readonly Pattern[] = [
  unboundedLearnedReward,
  signContradiction,
  scaleMismatch,
  unitMismatch,
  compensableConstraint,
  sumOverPolicyChosenCount,
  denseOutweighsTerminal,
  stayAliveFarm,
  nonPotentialDifference,
  unguardedJudge,
  superLinearPattern,
];

/** By name and by code. */
export const patternByName: ReadonlyMap<string, Pattern> = new Map(
  patterns.flatMap((pattern) => [
    [pattern.name, pattern],
    [pattern.code, pattern],
  ]),
);
