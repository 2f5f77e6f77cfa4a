// RH311: an event that no goal asks for pays every time, and all the times together pay more than what serves the goal.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { Facts } from "../../../facts/facts.ts";
import { elementKind } from "../../../facts/infer-range.ts";
import { isWritable } from "../../../facts/judge-trust.ts";
import { outweighs, overEpisode, servingOf, type Worth } from "../../../facts/serving.ts";
import { type Beside, besideGoals, speaksOfOutcome } from "../../beside-goal.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { payOnce, rewriteValue } from "../../edit-term.ts";
import { incomeOf } from "../../income.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { showFarming } from "./witness.ts";

export const rule: Pattern = {
  code: "RH311",
  name: "farmable-event",
  severity: "warning",
  summary: "An event that the goal does not ask for pays every time it happens, more than the goal does.",
  classes: ["farmable-event"],
  thresholds: {
    ratio: {
      default: 1,
      doc: "How many times what serves the goal an event must be able to earn over the longest episode.",
      min: 0.1,
    },
  },
  evidence: [
    {
      title: "Faulty Reward Functions in the Wild, 2016",
      url: "https://openai.com/index/faulty-reward-functions/",
      says: "A racing boat circles through three targets that come back, on fire and against the traffic, and never finishes the race; it scores higher than people who do.",
    },
    {
      title: "Go-Explore: a New Approach for Hard-Exploration Problems, 2019",
      url: "https://arxiv.org/abs/1901.10995",
      says: "In Montezuma's Revenge the agent can stay in the treasure room and collect gems that come back instead of going on to the next level.",
    },
    {
      title: "Towards Better Dense Rewards, 2025",
      says: "Hand-made dense rewards speed learning up and invite hacking; they must be checked against what is meant.",
    },
  ],
  check,
};

/** What the events are compared with. */
interface Rival {
  /** End of the sentence. */
  says: string;
  worth: Worth;
  terms: readonly Beside["stream"]["paid"][];
}

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (facts.length.most <= 1 || combinationOf(program) !== "sum") return [];
  const events = besideGoals(facts).filter((beside) => isHappening(beside) && !speaksOfOutcome(facts, beside));
  if (events.length === 0) return [];
  const { wanted, terms } = servingOf(facts);
  const paying = wanted.length === 0 ? [] : events.filter(({ kind }) => kind === "event" || terms.length === 0);
  if (guards(input)) return [];
  const joint = report(input, paying, againstGoal(facts));
  if (joint.length > 0) return joint;
  const again = events.filter(isRepeatable);
  return report(input, again, wanted.length === 0 ? againstRest(facts, again) : againstOne(facts));
}

/** Something that happens and that the policy does not simply write: sums of its own doings are another rule's. */
function isHappening({ kind, drivers }: Beside): boolean {
  return (kind === "event" || kind === "amount") && !drivers.some(isWritable);
}

function isRepeatable({ drivers }: Beside): boolean {
  return drivers.some(({ tags }) => tags.repeatable !== undefined);
}

/** What breaks a constraint on the goal's signals pays nothing anyway. */
function guards({ facts, program }: PatternInput): boolean {
  const names = new Set(servingOf(facts).wanted.map(({ signal }) => signal.name));
  return program.requires.some(({ node }) => [...facts.reads(node)].some((name) => names.has(name)));
}

function againstGoal(facts: Facts): Rival {
  const { wanted, terms, worth } = servingOf(facts);
  const asked = quoteNames([...new Set(wanted.map(({ signal }) => signal.name))].slice(0, 3));
  const goals = quoteNames([...new Set(wanted.flatMap((want) => want.goals.map(({ name }) => name)))]);
  const most = overEpisode(facts, worth);
  const says =
    terms.length === 0
      ? `nothing is paid for ${asked}, which the goal ${goals} asks for`
      : `what serves the goal ${goals} can earn ${sayNumber(most)}`;
  return { says, worth, terms };
}

/** One success: where an event is known to come back, the goal need not come as often. */
function againstOne(facts: Facts): Rival {
  const { terms, single } = servingOf(facts);
  return { says: `reaching what the goal asks for pays ${sayNumber(single)}`, worth: { step: 0, fixed: single }, terms };
}

function againstRest(facts: Facts, again: readonly Beside[]): Rival {
  const others = facts.paid.filter(
    ({ term }) => term.role === "objective" && !again.some(({ stream }) => stream.paid.term === term),
  );
  const fixed = others.reduce((sum, { episode }) => sum + Math.max(0, episode.hi), 0);
  return { says: `everything else can earn ${sayNumber(fixed)}`, worth: { step: 0, fixed }, terms: others };
}

function report(input: PatternInput, events: readonly Beside[], rival: Rival): Finding[] {
  const { facts, program, threshold } = input;
  const size = ({ stream }: Beside) => stream.step.hi * stream.share;
  const largest = events.toSorted((a, b) => size(b) - size(a))[0];
  if (largest === undefined) return [];
  const step = events.reduce((sum, event) => sum + size(event), 0) - incomeOf(facts).cost;
  const needed = { step: rival.worth.step * threshold("ratio"), fixed: rival.worth.fixed * threshold("ratio") };
  if (!(step > 0) || !outweighs(facts, { step, fixed: 0 }, needed)) return [];
  const { term } = largest.stream.paid;
  const total = step * facts.length.discountedMost;
  const { horizon, discount } = program.settings;
  const long = horizon === undefined ? "with no horizon" : `over ${sayNumber(horizon)} steps`;
  const discounted = discount < 1 ? ` at a discount of ${discount}` : "";
  const together = events.length === 1 ? "" : " together";
  const each = largest.kind === "amount" ? "up to " : "";
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `${quoteNames(events.map(({ stream }) => stream.paid.term.name))}${together} ${events.length === 1 ? "pays" : "pay"} ${each}${sayNumber(step / largest.stream.share)} each time, as often as ${happening(largest)}: ${sayNumber(total)} ${long}${discounted}, while ${rival.says}.`,
      why: "Nothing makes the event pay less the next time. An agent will look for the place where it can be had again and again, and stay there.",
      help: "Pay it the first time only ('once'), the first few times ('… and count_so_far(…) <= 3'), or each new best ('record(x)'); tag the signal 'latched' if it cannot come back; and let what the goal asks for pay more than all of it.",
      related: rival.terms.map((paid) => ({
        start: paid.term.source[0],
        end: paid.term.source[1],
        message: `pays ${sayNumber(paid.once.hi)} at a time`,
      })),
      fixes: limiting(input, largest),
      witness: () => showFarming(input, events, rival.terms),
    },
  ];
}

function happening({ drivers, kind }: Beside): string {
  if (kind === "amount") return `there is more of ${quoteNames(drivers.slice(0, 2).map(({ name }) => name))}`;
  const events = drivers.filter((signal) => elementKind(signal.type) === "bool" || signal.integer === true).slice(0, 2);
  return `${quoteNames(events.map(({ name }) => name))} ${events.length === 1 ? "happens" : "happen"}`;
}

function limiting({ text }: PatternInput, { stream }: Beside): Fix[] {
  const { term } = stream.paid;
  if (term.timing === "step") return payOnce(text, term);
  return rewriteValue(text, term, "Pay for the first one only: min(…, 1)", (value) => `min(${value}, 1)`);
}
