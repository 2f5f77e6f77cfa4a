// RH304: every step that goes on pays a sure amount, and together that is more than finishing pays.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import { combinationOf, placeOf } from "../../combination.ts";
import { reweigh } from "../../edit-term.ts";
import type { Income } from "../../income.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { showStalling } from "../../stalling.ts";
import { type Sure, sayTerms, sureIncome } from "../../sure-income.ts";
import { reportIdling } from "./idling.ts";

/** Share of the bonus that all steps together may pay for certain after the fix. */
const FIXED_SHARE = 0.1;

export const rule: Pattern = {
  code: "RH304",
  name: "stay-alive-farm",
  severity: "warning",
  summary: "Merely going on pays more than finishing.",
  classes: ["inaction-pays", "goal-avoidance", "missing-termination"],
  evidence: [
    {
      title: "Effective Reward Specification in Deep Reinforcement Learning, 2024",
      says: "Constant living rewards make postponing the goal optimal once they add up to more than the goal pays.",
    },
    {
      title: "Towards Better Dense Rewards, 2025",
      says: "Hand-made dense rewards speed learning up and invite hacking; they must be checked against the terminal reward.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (facts.length.most <= 1 || combinationOf(program) !== "sum") return [];
  const found = sureIncome(facts);
  if (found === undefined) return [];
  const { income, sure, largest, net } = found;
  if (facts.length.success.length === 0) return reportIdling(input, largest, sure, net);
  const total = net * facts.length.discountedMost;
  return total > income.bonus ? [report(input, largest, sure, income, net, total)] : [];
}

function report(input: PatternInput, largest: Sure, sure: readonly Sure[], income: Income, net: number, total: number): Finding {
  const { program, facts } = input;
  const { term } = largest.paid;
  const { discount, horizon } = program.settings;
  const long = horizon === undefined ? "with no horizon" : `over ${sayNumber(horizon)} steps`;
  const discounted = discount < 1 ? ` at a discount of ${discount}` : "";
  return {
    at: placeOf(facts, term.source, term.node),
    message: `${sayTerms(sure)} ${sayNumber(net)} on every step that goes on: ${sayNumber(total)} ${long}${discounted}, while finishing pays ${sayNumber(income.bonus)}.`,
    why: "Success ends the episode, and with it the income. An agent will stay just short of the goal for as long as it may.",
    help: "Pay nothing for going on, or charge a small cost per step ('penalty time weight 0.01 = 1'); put the reward on finishing, and make that worth more than all steps together.",
    related: [
      ...income.bonuses.map((bonus) => ({
        start: bonus.term.source[0],
        end: bonus.term.source[1],
        message: `finishing pays ${sayNumber(bonus.once.hi)} here`,
      })),
      ...program.ends
        .filter((end) => end.outcome === "success")
        .map((end) => ({ start: end.source[0], end: end.source[1], message: "success ends the episode" })),
    ],
    fixes: smallerShare(input, largest, sure, income),
    witness: () =>
      showStalling(
        facts,
        sure.map(({ paid }) => paid),
        {},
      ),
  };
}

function smallerShare({ text, facts }: PatternInput, largest: Sure, sure: readonly Sure[], income: Income): Fix[] {
  const { paid, amount } = largest;
  const others = sure.reduce((sum, other) => sum + other.amount, 0) - amount;
  const allowed = (FIXED_SHARE * income.bonus) / facts.length.discountedMost - others;
  return allowed > 0 ? reweigh(text, paid.term, facts.range(paid.term.weight).hi * (allowed / amount)) : [];
}
