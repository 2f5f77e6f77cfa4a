// RH305: going on costs more than failing at once, so that failing is the best an agent can do until it is very good.
import { quittingOf } from "../../../facts/quitting.ts";
import { failAtOnce } from "../../../witness/fail-at-once.ts";
import { withoutTrying } from "../../../witness/without-trying.ts";
import { combinationOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { outEarns } from "../../without-trying.ts";
import { reportAgainstScenario, reportCosts, reportNothingToEarn } from "./report.ts";

export const rule: Pattern = {
  code: "RH305",
  name: "quit-early-incentive",
  severity: "warning",
  summary: "Failing at once costs less than going on.",
  classes: ["suicide-incentive"],
  thresholds: {
    share: {
      default: 0.1,
      doc: "Where nothing can be earned: the share of the worst that going on can cost which failing must cost at least.",
      min: 0,
      max: 1,
    },
  },
  evidence: [
    {
      title: "Effective Reward Specification in Deep Reinforcement Learning, 2024",
      says: "A cost per step makes ending the episode early attractive wherever failing is cheaper than the rest of it.",
    },
    {
      title: "upb-lea/gym-electric-motor, issue 24",
      url: "https://github.com/upb-lea/gym-electric-motor/issues/24",
      says: "With the tracking error as a cost on every step, violating a limit at once is cheaper than running the motor.",
    },
    {
      title: "A student project on wolves and sheep, widely reported 2019 and 2021",
      says: "A wolf ran into the boulder at once: that ended the episode for 1, while the hunt cost 0.1 on every step.",
    },
  ],
  check,
};

const MOST_NODES = 1_500;

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (program.oneShot || facts.length.most <= 1) return [];
  const going = quittingOf(facts);
  // Trying to fail takes longer than all else here: on a spec of a thousand lines only where every step is known to cost.
  if (going === undefined || (program.nodes.length > MOST_NODES && !(going.step.hi < 0))) return [];
  const quits = failAtOnce(facts, going.ends);
  if (quits === undefined) return [];
  const quitting = { ...going, quits };
  const behaviours = withoutTrying(facts);
  const { honest, fails } = behaviours ?? {};
  if (honest !== undefined && outEarns(fails, honest)) return reportAgainstScenario(input, quitting, fails, honest);
  // The rest compares bounds, and is only worth the time where going on earns nothing.
  if (combinationOf(program) !== "sum" || !Number.isFinite(facts.length.discountedMost)) return [];
  const shown = honest !== undefined && fails !== undefined && honest.discounted > fails.discounted;
  if (quitting.step.hi < 0) return reportCosts(input, quitting, shown ? "info" : "warning");
  return shown ? [] : reportNothingToEarn(input, quitting);
}
