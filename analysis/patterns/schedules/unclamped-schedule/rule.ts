// RH806: a factor, a threshold or a share follows a clock out of the range in which it means something.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { Facts } from "../../../facts/facts.ts";
import { lastWhere, type Schedule, schedulesOf, valuesOf } from "../../../facts/schedules.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { sayClock } from "../say-clock.ts";

export const rule: Pattern = {
  code: "RH806",
  name: "unclamped-schedule",
  severity: "warning",
  summary: "A schedule runs on past the value where it stops to mean what it should.",
  classes: ["sign-error", "dead-term"],
  evidence: [
    {
      title: "Atom-Searcher: Enhancing Agentic Deep Research via Fine-Grained Atomic Thought Reward, 2025",
      says: "The share of the process reward falls along a line to 0 and ends there, together with training.",
    },
    {
      title: "open-r1, get_cosine_scaled_reward",
      url: "https://github.com/huggingface/open-r1",
      says: "Released without a clamp, the schedule over the length comes back after its end and pays for what it should no longer pay for.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return schedulesOf(facts).flatMap((schedule) => {
    if (schedule.paid.weight === 0 || !isOneWay(schedule)) return [];
    if (schedule.use === "factor") return changesSign(input, schedule);
    if (schedule.use === "share") return extrapolates(input, schedule);
    return schedule.use === "threshold" ? leavesRange(input, schedule) : [];
  });
}

/** It only rises or only falls: what swings is a rhythm, and meant to. */
function isOneWay(schedule: Schedule): boolean {
  const values = valuesOf(schedule).map(({ value }) => value);
  const along = (sign: number) => values.every((value, index) => index === 0 || sign * (value - values[index - 1]!) >= 0);
  return values.length > 0 && values.every(Number.isFinite) && (along(1) || along(-1));
}

const ends = (schedule: Schedule): [first: number, last: number] => [schedule.at(0), schedule.at(schedule.last)];

/** Of a value that does not change its sign itself. */
function changesSign(input: PatternInput, schedule: Schedule): Finding[] {
  const { facts } = input;
  const [first, last] = ends(schedule);
  const value = facts.range(schedule.partner!);
  if (!(first * last < 0) || (value.lo < 0 && value.hi > 0)) return [];
  const when = lastWhere(0, schedule.last, (moment) => schedule.at(moment) * first > 0);
  const { term } = schedule.paid;
  const turned = (term.role === "objective") === first > 0 ? "charged for" : "paid for";
  return [
    finding(input, schedule, {
      message: `A factor of '${term.name}' goes from ${sayNumber(first)} through 0 at ${sayClock(schedule.clock, when)} to ${sayNumber(last)}: after that, what it stood for is ${turned} instead.`,
      why: "The sign of the term turns round. What was taught before is untaught after, and nothing says that this was meant.",
      fixes: clamp(input, schedule, first > 0 ? "max" : "min"),
    }),
  ];
}

function extrapolates(input: PatternInput, schedule: Schedule): Finding[] {
  const [first, last] = ends(schedule);
  const [least, most] = [Math.min(first, last), Math.max(first, last)];
  if (least >= 0 && most <= 1) return [];
  const side = most > 1 ? "beyond 1" : "below 0";
  const holds = (moment: number) => schedule.at(moment) >= 0 && schedule.at(moment) <= 1;
  const when = holds(0) ? lastWhere(0, schedule.last, holds) : 0;
  return [
    finding(input, schedule, {
      message: `The share of a mixture in '${schedule.paid.term.name}' goes from ${sayNumber(first)} to ${sayNumber(last)}, ${side} from ${sayClock(schedule.clock, when)} on: the mixture leaves both of its parts.`,
      why: "Beyond its ends a mixture weighs one part by more than 1 and the other by less than 0, so that the other is charged for.",
      fixes: clamp(input, schedule, "clip"),
    }),
  ];
}

/** A threshold that begins where the value can be and ends where it cannot. */
function leavesRange(input: PatternInput, schedule: Schedule): Finding[] {
  const { facts } = input;
  const { lo, hi } = facts.range(schedule.partner!);
  const [first, last] = ends(schedule);
  const inside = (moment: number) => schedule.at(moment) >= lo && schedule.at(moment) <= hi;
  if (!Number.isFinite(hi - lo) || !inside(0) || inside(schedule.last)) return [];
  const when = lastWhere(0, schedule.last, inside);
  if (when > 0.98 * schedule.last) return [];
  const beyond = last > hi ? `above ${sayNumber(hi)}` : `below ${sayNumber(lo)}`;
  return [
    finding(input, schedule, {
      message: `A threshold of '${schedule.paid.term.name}' goes from ${sayNumber(first)} to ${sayNumber(last)}, from ${sayClock(schedule.clock, when)} on ${beyond}, where the value it is compared with never is: after that the condition is ${afterwards(facts, schedule)}.`,
      why: "A condition that can only come out one way pays, or refuses, whatever the agent does. A curriculum that ends there ends without a task.",
      fixes: clamp(input, schedule, last > hi ? "min" : "max", last > hi ? hi : lo),
    }),
  ];
}

function afterwards({ program, range }: Facts, { comparison, partner, at, last }: Schedule): string {
  const node = program.nodes[comparison!];
  if (node?.op !== "apply") return "settled";
  const below = range(partner!).hi < at(last);
  const asksBelow = node.operator.startsWith("less") === (node.args[0] === partner);
  return below === asksBelow ? "always true" : "never true";
}

function finding({ facts }: PatternInput, { paid, node }: Schedule, said: Pick<Finding, "message" | "why" | "fixes">): Finding {
  return {
    at: placeOf(facts, paid.term.source, node),
    help: "Hold it at its end: 'max(0, …)', 'min(1, …)', or 'anneal(from, to, training)', which stays where it arrives.",
    ...said,
  };
}

function clamp({ program, text }: PatternInput, { node }: Schedule, how: "max" | "min" | "clip", bound = 0): Fix[] {
  const source = program.nodes[node]?.source;
  if (source === undefined) return [];
  const written = text.slice(...source);
  const held = how === "clip" ? `clip(${written}, 0, 1)` : `${how}(${bound}, ${written})`;
  return [{ title: `Hold it: ${held}`, safe: false, edits: [{ start: source[0], end: source[1], text: held }] }];
}
