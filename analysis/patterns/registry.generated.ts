// Generated from the folders of the rules by scripts/generate-pattern-registry.mts. Do not edit.
import type { Pattern } from "./pattern.ts";
import { rule as answerLeak } from "./authority/answer-leak/rule.ts";
import { rule as constantOrRandomTotal } from "./authority/constant-or-random-total/rule.ts";
import { rule as foreignPrincipal } from "./authority/foreign-principal/rule.ts";
import { rule as hiddenGoalOrder } from "./authority/hidden-goal-order/rule.ts";
import { rule as policyPicksGrader } from "./authority/policy-picks-grader/rule.ts";
import { rule as policyWritableSignal } from "./authority/policy-writable-signal/rule.ts";
import { rule as proxyWithoutGoal } from "./authority/proxy-without-goal/rule.ts";
import { rule as sideEffectBlind } from "./authority/side-effect-blind/rule.ts";
import { rule as taskIndependentReward } from "./authority/task-independent-reward/rule.ts";
import { rule as wrongReferent } from "./authority/wrong-referent/rule.ts";
import { rule as deadTerm } from "./bounds/dead-term/rule.ts";
import { rule as saturatedTransform } from "./bounds/saturated-transform/rule.ts";
import { rule as signContradiction } from "./bounds/sign-contradiction/rule.ts";
import { rule as thresholdCliff } from "./bounds/threshold-cliff/rule.ts";
import { rule as unboundedLearnedReward } from "./bounds/unbounded-learned-reward/rule.ts";
import { rule as uncenteredPreferenceReward } from "./bounds/uncentered-preference-reward/rule.ts";
import { rule as cloneEnsemble } from "./combining/clone-ensemble/rule.ts";
import { rule as compensableConstraint } from "./combining/compensable-constraint/rule.ts";
import { rule as deadOrTrivialGate } from "./combining/dead-or-trivial-gate/rule.ts";
import { rule as doubleCountedSignal } from "./combining/double-counted-signal/rule.ts";
import { rule as formatFloor } from "./combining/format-floor/rule.ts";
import { rule as meanOfLearnedScores } from "./combining/mean-of-learned-scores/rule.ts";
import { rule as opposedTerms } from "./combining/opposed-terms/rule.ts";
import { rule as partialOrMixedRoute } from "./combining/partial-or-mixed-route/rule.ts";
import { rule as scaleMismatch } from "./combining/scale-mismatch/rule.ts";
import { rule as unitMismatch } from "./combining/unit-mismatch/rule.ts";
import { rule as variancePenaltyUnits } from "./combining/variance-penalty-units/rule.ts";
import { rule as amplificationRemovesContrast } from "./episodes/amplification-removes-contrast/rule.ts";
import { rule as bookedTwice } from "./episodes/booked-twice/rule.ts";
import { rule as cumulativePaidPerStep } from "./episodes/cumulative-paid-per-step/rule.ts";
import { rule as denseOutweighsTerminal } from "./episodes/dense-outweighs-terminal/rule.ts";
import { rule as farmableEvent } from "./episodes/farmable-event/rule.ts";
import { rule as goalAvoidance } from "./episodes/goal-avoidance/rule.ts";
import { rule as inactionPays } from "./episodes/inaction-pays/rule.ts";
import { rule as meanOverPolicyChosenCount } from "./episodes/mean-over-policy-chosen-count/rule.ts";
import { rule as missingTermination } from "./episodes/missing-termination/rule.ts";
import { rule as noLearningSignal } from "./episodes/no-learning-signal/rule.ts";
import { rule as paidOnTheFailingStep } from "./episodes/paid-on-the-failing-step/rule.ts";
import { rule as processWithoutOutcome } from "./episodes/process-without-outcome/rule.ts";
import { rule as quitEarlyIncentive } from "./episodes/quit-early-incentive/rule.ts";
import { rule as rewardImpliesDone } from "./episodes/reward-implies-done/rule.ts";
import { rule as stayAliveFarm } from "./episodes/stay-alive-farm/rule.ts";
import { rule as sumOverPolicyChosenCount } from "./episodes/sum-over-policy-chosen-count/rule.ts";
import { rule as wholeTrajectoryBlame } from "./episodes/whole-trajectory-blame/rule.ts";
import { rule as alwaysTrueComparison } from "./numerics/always-true-comparison/rule.ts";
import { rule as controllableDenominator } from "./numerics/controllable-denominator/rule.ts";
import { rule as hiddenDt } from "./numerics/hidden-dt/rule.ts";
import { rule as superLinearPattern } from "./numerics/super-linear-pattern/rule.ts";
import { rule as unboundedSimulatorSignal } from "./numerics/unbounded-simulator-signal/rule.ts";
import { rule as meanOnlyUnderHazard } from "./risk/mean-only-under-hazard/rule.ts";
import { rule as scheduleJump } from "./schedules/schedule-jump/rule.ts";
import { rule as unclampedSchedule } from "./schedules/unclamped-schedule/rule.ts";
import { rule as dwellingPays } from "./shaping/dwelling-pays/rule.ts";
import { rule as negativePotentialDrip } from "./shaping/negative-potential-drip/rule.ts";
import { rule as noisyTv } from "./shaping/noisy-tv/rule.ts";
import { rule as nonPotentialDifference } from "./shaping/non-potential-difference/rule.ts";
import { rule as noveltyOnFailure } from "./shaping/novelty-on-failure/rule.ts";
import { rule as permanentHeuristic } from "./shaping/permanent-heuristic/rule.ts";
import { rule as potentialNotOfState } from "./shaping/potential-not-of-state/rule.ts";
import { rule as shapingGammaMismatch } from "./shaping/shaping-gamma-mismatch/rule.ts";
import { rule as terminalPotentialLeak } from "./shaping/terminal-potential-leak/rule.ts";
import { rule as thresholdAdmitsNegatives } from "./shaping/threshold-admits-negatives/rule.ts";
import { rule as undecayedNovelty } from "./shaping/undecayed-novelty/rule.ts";
import { rule as allowsEmpty } from "./surface/allows-empty/rule.ts";
import { rule as countNotQuality } from "./surface/count-not-quality/rule.ts";
import { rule as lengthRewarded } from "./surface/length-rewarded/rule.ts";
import { rule as lengthWeightedLikelihood } from "./surface/length-weighted-likelihood/rule.ts";
import { rule as lineAnchor } from "./surface/line-anchor/rule.ts";
import { rule as phraseReward } from "./surface/phrase-reward/rule.ts";
import { rule as selfConfidenceReward } from "./surface/self-confidence-reward/rule.ts";
import { rule as silencePays } from "./surface/silence-pays/rule.ts";
import { rule as vanishingLikelihood } from "./surface/vanishing-likelihood/rule.ts";
import { rule as wrongLengthUnit } from "./surface/wrong-length-unit/rule.ts";
import { rule as wrongRepetitionMetric } from "./surface/wrong-repetition-metric/rule.ts";
import { rule as absenceMeansGood } from "./verifiers/absence-means-good/rule.ts";
import { rule as askActInverted } from "./verifiers/ask-act-inverted/rule.ts";
import { rule as brittleEquality } from "./verifiers/brittle-equality/rule.ts";
import { rule as containmentBothWays } from "./verifiers/containment-both-ways/rule.ts";
import { rule as failOpen } from "./verifiers/fail-open/rule.ts";
import { rule as firstOrLastOfMany } from "./verifiers/first-or-last-of-many/rule.ts";
import { rule as frozenLearnedReward } from "./verifiers/frozen-learned-reward/rule.ts";
import { rule as guessableOutcome } from "./verifiers/guessable-outcome/rule.ts";
import { rule as judgeWeakerThanPolicy } from "./verifiers/judge-weaker-than-policy/rule.ts";
import { rule as looseAnswerLocation } from "./verifiers/loose-answer-location/rule.ts";
import { rule as metricDisclosed } from "./verifiers/metric-disclosed/rule.ts";
import { rule as negationBlind } from "./verifiers/negation-blind/rule.ts";
import { rule as neverOrAlwaysAbstain } from "./verifiers/never-or-always-abstain/rule.ts";
import { rule as successByAbsence } from "./verifiers/success-by-absence/rule.ts";
import { rule as unguardedJudge } from "./verifiers/unguarded-judge/rule.ts";
import { rule as unknownPays } from "./verifiers/unknown-pays/rule.ts";

export const registry: readonly Pattern[] = [
  answerLeak,
  constantOrRandomTotal,
  foreignPrincipal,
  hiddenGoalOrder,
  policyPicksGrader,
  policyWritableSignal,
  proxyWithoutGoal,
  sideEffectBlind,
  taskIndependentReward,
  wrongReferent,
  deadTerm,
  saturatedTransform,
  signContradiction,
  thresholdCliff,
  unboundedLearnedReward,
  uncenteredPreferenceReward,
  cloneEnsemble,
  compensableConstraint,
  deadOrTrivialGate,
  doubleCountedSignal,
  formatFloor,
  meanOfLearnedScores,
  opposedTerms,
  partialOrMixedRoute,
  scaleMismatch,
  unitMismatch,
  variancePenaltyUnits,
  amplificationRemovesContrast,
  bookedTwice,
  cumulativePaidPerStep,
  denseOutweighsTerminal,
  farmableEvent,
  goalAvoidance,
  inactionPays,
  meanOverPolicyChosenCount,
  missingTermination,
  noLearningSignal,
  paidOnTheFailingStep,
  processWithoutOutcome,
  quitEarlyIncentive,
  rewardImpliesDone,
  stayAliveFarm,
  sumOverPolicyChosenCount,
  wholeTrajectoryBlame,
  alwaysTrueComparison,
  controllableDenominator,
  hiddenDt,
  superLinearPattern,
  unboundedSimulatorSignal,
  meanOnlyUnderHazard,
  scheduleJump,
  unclampedSchedule,
  dwellingPays,
  negativePotentialDrip,
  noisyTv,
  nonPotentialDifference,
  noveltyOnFailure,
  permanentHeuristic,
  potentialNotOfState,
  shapingGammaMismatch,
  terminalPotentialLeak,
  thresholdAdmitsNegatives,
  undecayedNovelty,
  allowsEmpty,
  countNotQuality,
  lengthRewarded,
  lengthWeightedLikelihood,
  lineAnchor,
  phraseReward,
  selfConfidenceReward,
  silencePays,
  vanishingLikelihood,
  wrongLengthUnit,
  wrongRepetitionMetric,
  absenceMeansGood,
  askActInverted,
  brittleEquality,
  containmentBothWays,
  failOpen,
  firstOrLastOfMany,
  frozenLearnedReward,
  guessableOutcome,
  judgeWeakerThanPolicy,
  looseAnswerLocation,
  metricDisclosed,
  negationBlind,
  neverOrAlwaysAbstain,
  successByAbsence,
  unguardedJudge,
  unknownPays,
];

/** The family of each rule, by the rule's name. */
export const familyOf: Readonly<Record<string, string>> = {
  "answer-leak": "authority",
  "constant-or-random-total": "authority",
  "foreign-principal": "authority",
  "hidden-goal-order": "authority",
  "policy-picks-grader": "authority",
  "policy-writable-signal": "authority",
  "proxy-without-goal": "authority",
  "side-effect-blind": "authority",
  "task-independent-reward": "authority",
  "wrong-referent": "authority",
  "dead-term": "bounds",
  "saturated-transform": "bounds",
  "sign-contradiction": "bounds",
  "threshold-cliff": "bounds",
  "unbounded-learned-reward": "bounds",
  "uncentered-preference-reward": "bounds",
  "clone-ensemble": "combining",
  "compensable-constraint": "combining",
  "dead-or-trivial-gate": "combining",
  "double-counted-signal": "combining",
  "format-floor": "combining",
  "mean-of-learned-scores": "combining",
  "opposed-terms": "combining",
  "partial-or-mixed-route": "combining",
  "scale-mismatch": "combining",
  "unit-mismatch": "combining",
  "variance-penalty-units": "combining",
  "amplification-removes-contrast": "episodes",
  "booked-twice": "episodes",
  "cumulative-paid-per-step": "episodes",
  "dense-outweighs-terminal": "episodes",
  "farmable-event": "episodes",
  "goal-avoidance": "episodes",
  "inaction-pays": "episodes",
  "mean-over-policy-chosen-count": "episodes",
  "missing-termination": "episodes",
  "no-learning-signal": "episodes",
  "paid-on-the-failing-step": "episodes",
  "process-without-outcome": "episodes",
  "quit-early-incentive": "episodes",
  "reward-implies-done": "episodes",
  "stay-alive-farm": "episodes",
  "sum-over-policy-chosen-count": "episodes",
  "whole-trajectory-blame": "episodes",
  "always-true-comparison": "numerics",
  "controllable-denominator": "numerics",
  "hidden-dt": "numerics",
  "super-linear-pattern": "numerics",
  "unbounded-simulator-signal": "numerics",
  "mean-only-under-hazard": "risk",
  "schedule-jump": "schedules",
  "unclamped-schedule": "schedules",
  "dwelling-pays": "shaping",
  "negative-potential-drip": "shaping",
  "noisy-tv": "shaping",
  "non-potential-difference": "shaping",
  "novelty-on-failure": "shaping",
  "permanent-heuristic": "shaping",
  "potential-not-of-state": "shaping",
  "shaping-gamma-mismatch": "shaping",
  "terminal-potential-leak": "shaping",
  "threshold-admits-negatives": "shaping",
  "undecayed-novelty": "shaping",
  "allows-empty": "surface",
  "count-not-quality": "surface",
  "length-rewarded": "surface",
  "length-weighted-likelihood": "surface",
  "line-anchor": "surface",
  "phrase-reward": "surface",
  "self-confidence-reward": "surface",
  "silence-pays": "surface",
  "vanishing-likelihood": "surface",
  "wrong-length-unit": "surface",
  "wrong-repetition-metric": "surface",
  "absence-means-good": "verifiers",
  "ask-act-inverted": "verifiers",
  "brittle-equality": "verifiers",
  "containment-both-ways": "verifiers",
  "fail-open": "verifiers",
  "first-or-last-of-many": "verifiers",
  "frozen-learned-reward": "verifiers",
  "guessable-outcome": "verifiers",
  "judge-weaker-than-policy": "verifiers",
  "loose-answer-location": "verifiers",
  "metric-disclosed": "verifiers",
  "negation-blind": "verifiers",
  "never-or-always-abstain": "verifiers",
  "success-by-absence": "verifiers",
  "unguarded-judge": "verifiers",
  "unknown-pays": "verifiers",
};
