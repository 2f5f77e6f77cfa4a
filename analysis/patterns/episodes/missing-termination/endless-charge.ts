// A state that must not be entered, is charged on every step and ends nothing: the author's own scenario stays in it for most of
// what it costs.
import type { Facts } from "../../../facts/facts.ts";
import type { UnwantedEvent } from "../../../facts/unwanted-events.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { honestReference, type Played } from "../../../witness/honest-reference.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";

/** Steps in a row from which on it is a state, not an event. */
const LEAST_STEPS = 10;

export interface EndlessCharge {
  event: UnwantedEvent;
  charge: Paid;
  honest: Played;
  steps: number;
  /** What it costs, and what the scenario earns at all. */
  cost: number;
  earned: number;
}

export function endlessCharges(facts: Facts, events: readonly UnwantedEvent[]): EndlessCharge[] {
  const honest = honestReference(facts);
  if (honest === undefined) return [];
  return events.flatMap((event): EndlessCharge[] => {
    const { name } = event.signal;
    const charges = facts.paid.filter(
      ({ term, repeats }) => term.role === "penalty" && repeats > 1 && facts.reads(term.node).has(name),
    );
    const [charge] = charges;
    const stay = lastStay(honest, name);
    if (event.ends || charge === undefined || stay === undefined) return [];
    const cost = -sum(charges.flatMap(({ term }) => (honest.result.terms[term.name] ?? []).slice(stay.from, stay.to)));
    const earned = sum(honest.result.rewards.map((_, row) => rowPays(honest, row)));
    const steps = stay.to - stay.from;
    return steps < LEAST_STEPS || cost <= earned ? [] : [{ event, charge, honest, steps, cost, earned }];
  });
}

export function reportEndlessCharge({ facts }: PatternInput, events: readonly UnwantedEvent[]): Finding[] {
  return endlessCharges(facts, events).map(({ event, charge, honest, steps, cost, earned }): Finding => {
    const { name, source } = event.signal;
    const { term } = charge;
    return {
      at: placeOf(facts, term.source, term.node),
      message: `'${honest.episode.id}' stays in '${name}' for its last ${sayCount(steps, "step")} and is charged ${sayNumber(cost)} for it, more than the ${sayNumber(earned)} it earns: '${name}' ends nothing, so one slip is charged to the end.`,
      why: "After the slip nothing that is done matters, and before it the best that can be done is not to move at all.",
      help: `End the episode ('ends when ${name} as failure') and charge it once ('penalty … once = ${name}').`,
      related: [{ start: source[0], end: source[1], message: `${event.wish.note}, and no 'ends when' reads it` }],
    };
  });
}

/** From where on it holds to the end. */
function lastStay({ episode }: Played, name: string): { from: number; to: number } | undefined {
  const { steps } = episode;
  const away = steps.findLastIndex((row) => row[name] !== true);
  return steps.at(-1)?.[name] === true ? { from: away + 1, to: steps.length } : undefined;
}

const rowPays = ({ result }: Played, row: number) =>
  sum(Object.values(result.terms).map((values) => Math.max(0, values[row] ?? 0)));
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
