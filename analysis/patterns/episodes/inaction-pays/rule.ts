// RH312: doing nothing, or nothing for the goal, earns at least as much as trying.
import type { Facts } from "../../../facts/facts.ts";
import { unwantedEvents } from "../../../facts/unwanted-events.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import type { Played } from "../../../witness/honest-reference.ts";
import { withoutTrying } from "../../../witness/without-trying.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import { decidingTerm, outEarns, sayHonest, showBehaviour, weighLess } from "../../without-trying.ts";
import { endlessCharges } from "../missing-termination/endless-charge.ts";
import { idlesAhead } from "../stay-alive-farm/idling.ts";
import { reportNothingToGain } from "./nothing-to-gain.ts";

export const rule: Pattern = {
  code: "RH312",
  name: "inaction-pays",
  severity: "warning",
  summary: "Doing nothing earns as much as trying, or more.",
  classes: ["inaction-pays"],
  evidence: [
    {
      title: "ZiwenZhuang/parkour, issue 21",
      url: "https://github.com/ZiwenZhuang/parkour/issues/21",
      says: "With 2 per step for being alive beside a cost of the tracking error, the robot just stands until the episode is over.",
    },
    {
      title: "Murphy, SIGBOVIK 2013",
      says: "Losing is the only thing Tetris charges, so the program pauses the game for ever just before it would lose.",
    },
    {
      title: "Farama-Foundation/HighwayEnv, issue 312",
      url: "https://github.com/Farama-Foundation/HighwayEnv/issues/312",
      says: "The reward is scaled so that surviving alone pays most of it: the car stops behind traffic and collects that.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  if (facts.length.most <= 1 || idlesAhead(facts)) return [];
  const behaviours = withoutTrying(facts);
  if (behaviours !== undefined) {
    const { honest, idle, lingers, ended } = behaviours;
    // One slip that is charged to the end is said where it is charged.
    if (endlessCharges(facts, unwantedEvents(facts)).length > 0) return [];
    if (outEarns(idle, honest)) return report(input, idle, honest, "Doing nothing");
    if (ended !== "finished" && outEarns(lingers, honest)) return report(input, lingers, honest, "Staying clear of the goal");
  }
  return reportNothingToGain(input, behaviours);
}

function report({ facts, text }: PatternInput, one: Played, honest: Played, doing: string): Finding[] {
  const deciding = decidingTerm(facts, one, honest);
  if (deciding === undefined) return [];
  const { term } = deciding;
  const goal = honest.goals.length === 1 && honest.goals[0] !== 1 ? ` and reaches ${sayNumber(one.goals[0]!)}` : "";
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `${doing} for ${sayCount(one.episode.steps.length, "step")} earns ${sayNumber(one.paid)}${goal}; ${sayHonest(facts, honest)}. ${sayWhy(facts, deciding, one, honest)}`,
      why: "Trying costs more than it earns, or puts a sure income at risk. An agent will do as little as it can for as long as it can.",
      help: "Pay for what the goal needs rather than for not failing: let the bonus for going on depend on the task ('… when moving', a product), charge idling, or make failure cheaper than the task is worth.",
      fixes: weighLess(text, facts, term, one, honest),
      witness: () => showBehaviour(facts, one, honest, doing),
    },
  ];
}

function sayWhy(facts: Facts, { term }: Paid, one: Played, honest: Played): string {
  const sum = ({ result }: Played) => (result.terms[term.name] ?? []).reduce((all, value) => all + value, 0);
  const [here, there] = [sum(one), sum(honest)];
  const name = quoteNames([term.name]);
  if (here > 0)
    return `${name} pays ${sayNumber(here)} of it, which takes nothing that ${quoteNames(facts.program.goals.map((goal) => goal.name))} needs.`;
  return `${name} takes ${sayNumber(-there)} from who tries, and ${here === 0 ? "nothing" : sayNumber(-here)} from who does not.`;
}
