// Terms that pull one signal both ways so hard that not moving it at all pays best, and charges on the very motion that the goal
// needs. It must not know messages.
import { point } from "../../../../runtime/interval.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import { assumeNothing } from "../../../facts/assumptions.ts";
import type { Facts } from "../../../facts/facts.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import { readersOf } from "../../../facts/readers.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { type Paid, payment } from "../../../facts/value-terms.ts";

export interface Opposition {
  signal: string;
  /** More of it is wanted, or less. */
  wanted: "+" | "-";
  /** Who wants it. */
  by: { kind: "goal" | "objective"; name: string; source: readonly [number, number] };
  pays: Paid;
  charges: Paid;
  /** At the end where nothing is done, and where the signal is wanted: what all terms that read it pay at best. */
  idle: { at: number; pay: number };
  wantedEnd: { at: number; pay: number };
}

const remembering: ReadonlySet<string> = new Set(["prev", "previous", "state", "window", "temporal"]);
const PLACES = [0.1, 0.25, 0.5, 1];

/** The signals of which every amount in the wanted direction pays less than none. */
export function oppositions(facts: Facts): Opposition[] {
  return [...facts.signals.values()].flatMap((signal) => oppositionIn(facts, signal) ?? []);
}

function oppositionIn(facts: Facts, signal: SignalDeclaration): Opposition | undefined {
  const { lo, hi } = signalRange(signal);
  if (signal.type.kind !== "number" || !Number.isFinite(hi - lo) || !(hi > lo)) return undefined;
  const terms = readersOf(facts, signal.name);
  if (terms.length < 2 || terms.some(({ term }) => remembers(facts, term.node, signal.name))) return undefined;
  const wish = wantedOf(facts, terms, signal.name);
  if (wish === undefined) return undefined;
  const start = lo <= 0 && hi >= 0 ? 0 : wish.wanted === "+" ? lo : hi;
  const end = wish.wanted === "+" ? hi : lo;
  if (start === end) return undefined;
  const at = (value: number) => terms.map((paid) => best(facts, paid, signal.name, value));
  const idle = at(start);
  const moved = PLACES.map((share) => at(start + share * (end - start)));
  if (moved.some((values) => !(sum(values) < sum(idle)))) return undefined;
  const far = moved.at(-1)!;
  const gain = (index: number) => far[index]! - idle[index]!;
  const order = terms.map((_, index) => index).sort((a, b) => gain(b) - gain(a));
  const [most, least] = [order[0]!, order.at(-1)!];
  // Where nothing pays the right way the sign is wrong, which is said elsewhere.
  if (!(gain(most) > 0) || !(gain(least) < 0)) return undefined;
  return {
    signal: signal.name,
    ...wish,
    pays: terms[most]!,
    charges: terms[least]!,
    idle: { at: start, pay: sum(idle) },
    wantedEnd: { at: end, pay: sum(far) },
  };
}

function remembers({ program, reads }: Facts, root: number, name: string): boolean {
  return [...nodesBelow(program, root)].some((id) => remembering.has(program.nodes[id]?.op ?? "") && reads(id).has(name));
}

/** A goal that moves with it, else an objective for something the goal reads; without a goal, one that reads nothing else. */
function wantedOf(facts: Facts, terms: readonly Paid[], name: string): Pick<Opposition, "wanted" | "by"> | undefined {
  for (const goal of facts.program.goals) {
    const wanted = facts.direction(goal.node, name);
    if (wanted === "+" || wanted === "-") return { wanted, by: { kind: "goal", name: goal.name, source: goal.source } };
    if (wanted === "?") return undefined;
  }
  for (const paid of terms) {
    const { term } = paid;
    if (term.role !== "objective" || !isAsked(facts, paid)) continue;
    const wanted = payDirection(facts, paid, name);
    if (wanted === "+" || wanted === "-") return { wanted, by: { kind: "objective", name: term.name, source: term.source } };
  }
  return undefined;
}

function isAsked({ program, reads }: Facts, { term }: Paid): boolean {
  if (program.goals.length === 0) return reads(term.node).size === 1;
  return program.goals.some(({ node }) => [...reads(node)].some((name) => reads(term.node).has(name)));
}

/** The most a term pays on a record with the signal at a value. */
function best(facts: Facts, { term }: Paid, name: string, value: number): number {
  const assumed = assumeNothing();
  assumed.signals.set(name, point(value));
  return payment(facts.program, term, facts.rangesUnder(assumed)).hi;
}

export interface TaxedMotion {
  charge: Paid;
  velocity: string;
  /** What has to change, and what it is worth per step from one end to the other. */
  position: string;
  serving: Paid[];
  worth: number;
  goal: { name: string; source: readonly [number, number] };
  /** What half of the greatest speed costs per step; with a known dt, what going from end to end costs in all, over `total`. */
  half: { speed: number; cost: number };
  trip?: { cost: number; total: number };
}

/** Penalties on the rate of what the goal wants changed, in the unit of that per second. */
export function taxedMotions(facts: Facts, ratio: number): TaxedMotion[] {
  const { program } = facts;
  const number = [...facts.signals.values()].filter(
    (signal) => signal.type.kind === "number" && Number.isFinite(signalRange(signal).hi - signalRange(signal).lo),
  );
  const positions = number.filter(({ name }) => program.goals.some(({ node }) => facts.reads(node).has(name)));
  return number.flatMap((velocity) => {
    if (
      !positions.some((position) => isRate(velocity, position)) ||
      program.goals.some(({ node }) => facts.reads(node).has(velocity.name))
    )
      return [];
    const charges = readersOf(facts, velocity.name).filter(({ term }) => facts.reads(term.node).has(velocity.name));
    const [charge] = charges;
    if (charges.length !== 1 || charge === undefined || charge.once.hi > 0 || facts.reads(charge.term.node).size !== 1) return [];
    for (const position of positions) {
      const goal = program.goals.find(({ node }) => ["+", "-"].includes(facts.direction(node, position.name)));
      if (goal === undefined || !isRate(velocity, position)) continue;
      const wanted = facts.direction(goal.node, position.name);
      const serving = readersOf(facts, position.name).filter(
        (paid) => payDirection(facts, paid, position.name) === wanted && !paid.telescoping,
      );
      const worth = serving.reduce((total, { once }) => total + (once.hi - once.lo), 0);
      const found =
        serving.length === 0 || !Number.isFinite(worth) ? undefined : taxOn(facts, charge, velocity, position, worth, ratio);
      if (found !== undefined)
        return [{ charge, velocity: velocity.name, position: position.name, serving, worth, goal, ...found }];
    }
    return [];
  });
}

/** m/s beside m, 1/s or rad/s beside an angle. */
function isRate({ unit: rate }: SignalDeclaration, { unit: of }: SignalDeclaration): boolean {
  if (rate === undefined) return false;
  return of === undefined ? rate === "rad/s" || rate === "deg/s" : rate === `${of}/s`;
}

function taxOn(
  facts: Facts,
  charge: Paid,
  velocity: SignalDeclaration,
  position: SignalDeclaration,
  worth: number,
  ratio: number,
): Pick<TaxedMotion, "half" | "trip"> | undefined {
  const range = signalRange(velocity);
  const sides = [range.lo / 2, range.hi / 2].filter((speed) => speed !== 0);
  const costs = sides.map((speed) => ({ speed, cost: -best(facts, charge, velocity.name, speed) }));
  const half = costs.toSorted((a, b) => b.cost - a.cost)[0];
  if (half === undefined || !(half.cost > 0)) return undefined;
  const { dt } = facts.program.settings;
  if (dt === undefined) return half.cost >= ratio * worth ? { half } : undefined;
  const { lo, hi } = signalRange(position);
  const cost = (half.cost * (hi - lo)) / (Math.abs(half.speed) * dt);
  const total = worth * facts.length.discountedMost;
  return cost >= ratio * total ? { half, trip: { cost, total } } : undefined;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
