// Trying costs, and only success pays: until success has been met once, doing nothing is the best there is.

import { buildEpisode } from "../../../witness/build-episode.ts";
import type { Played } from "../../../witness/honest-reference.ts";
import { playEpisodes } from "../../../witness/play-episodes.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { incomeOf } from "../../income.ts";
import type { Finding, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export function reportOnlySuccess(input: PatternInput, shown: { honest: Played; idle: Played } | undefined): Finding[] {
  const { facts, program } = input;
  if (facts.length.success.length === 0 || program.shapings.length > 0 || combinationOf(program) !== "sum") return [];
  if (facts.length.most < input.threshold("steps")) return [];
  const { bonuses, bonus } = incomeOf(facts);
  const others = facts.paid.filter((paid) => !bonuses.includes(paid));
  const costs = others.filter(({ term, once }) => once.lo < 0 && facts.trust(term.node) === "policy");
  const [cost] = costs;
  if (bonus <= 0 || cost === undefined || others.some(({ once }) => once.hi > 0) || idlePays(input) !== 0) return [];
  const names = quoteNames(costs.map(({ term }) => term.name));
  const tried =
    shown === undefined
      ? ""
      : ` '${shown.honest.episode.id}' tries and earns ${sayNumber(shown.honest.paid)}; doing nothing earns ${sayNumber(shown.idle.paid)}.`;
  return [
    {
      at: placeOf(facts, cost.term.source, cost.term.node),
      severity: shown === undefined ? "info" : "warning",
      message: `Every action is charged by ${names}, and nothing is paid before ${quoteNames(bonuses.map(({ term }) => term.name))}: until success is met by chance, doing nothing is best.${tried}`,
      why: "An agent learns first that acting costs. If it has not met success by then, it stops trying.",
      help: "Pay the way to success as a potential or as new progress ('record(x)'), or make acting nearly free until success is common.",
      related: bonuses.map(({ term }) => ({
        start: term.source[0],
        end: term.source[1],
        message: `pays ${sayNumber(bonus)}, only on success`,
      })),
    },
  ];
}

function idlePays({ program }: PatternInput): number | null {
  return playEpisodes(program, [buildEpisode(program, "idles", [{ steps: 2, cycle: [{}] }])])[0]?.unshaped ?? null;
}
