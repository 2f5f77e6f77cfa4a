// Values that follow a clock alone: how far training has come, or the step of the episode. What they are used for, and what they
// are at each moment. It must not know what is wanted.
import { type Interval, point } from "../../runtime/interval.ts";
import type { NodeId } from "../../runtime/program.ts";
import { assumeNothing } from "./assumptions.ts";
import { constantOf } from "./combine-linearly.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";
import { nodesBelow } from "./trace-reads.ts";
import type { Paid } from "./value-terms.ts";

export type Clock = "training" | "t" | "time";

export interface Schedule {
  paid: Paid;
  node: NodeId;
  clock: Clock;
  /** Its weight, a factor of its formula, one side of a comparison, or how far a mixture has gone. */
  use: "weight" | "factor" | "threshold" | "share";
  /** What it is multiplied or compared with. */
  partner?: NodeId;
  /** Of a comparison: the node itself. */
  comparison?: NodeId;
  /** What the clock shows at the end; infinite where nothing ends an episode. */
  last: number;
  /** The value where the clock shows that much. */
  at(clock: number): number;
}

const comparisons: ReadonlySet<string> = new Set(["less", "less_equal", "greater", "greater_equal"]);
/** The place of the share among a mixture's arguments. */
const mixtures: Readonly<Record<string, number>> = { lerp: 2, blend: 2 };

/** In order of the terms, each with its weight first. */
export const schedulesOf = factOf((facts: Facts): readonly Schedule[] => {
  const { program } = facts;
  const clocks = clocksOf(facts);
  return facts.paid.flatMap((paid) => {
    const { term } = paid;
    const found: Schedule[] = [];
    const add = (node: NodeId, use: Schedule["use"], more: Partial<Schedule> = {}) => {
      const clock = clocks[node];
      if (clock !== undefined && clock !== "none") found.push({ ...scheduleAt(facts, node, clock), ...more, paid, use });
    };
    add(term.weight, "weight");
    const roots = [term.node, ...(term.when === undefined ? [] : [term.when])];
    for (const id of new Set(roots.flatMap((root) => [...nodesBelow(program, root)]))) {
      const node = program.nodes[id];
      if (node?.op !== "apply" || clocks[id] !== undefined) continue;
      const [a, b] = node.args as [NodeId, NodeId];
      const share = mixtures[node.operator];
      if (share !== undefined) add(node.args[share]!, "share");
      for (const [own, other] of [
        [a, b],
        [b, a],
      ] as const) {
        if (own === undefined || other === undefined || clocks[other] !== undefined) continue;
        if (node.operator === "multiply") add(own, "factor", { partner: other });
        if (comparisons.has(node.operator)) add(own, "threshold", { partner: other, comparison: id });
      }
    }
    return found;
  });
});

/** Per node: the one clock it follows, "none" for a constant, undefined where it reads anything else. */
const clocksOf = factOf(({ program }: Facts): readonly (Clock | "none" | undefined)[] => {
  const clocks: (Clock | "none" | undefined)[] = [];
  for (const [id, node] of program.nodes.entries()) {
    if (node.op === "builtin") {
      clocks.push(node.name === "training" || node.name === "t" || node.name === "time" ? node.name : undefined);
      continue;
    }
    const fixed = node.op === "constant" || node.op === "param" || constantOf(program, id) !== undefined;
    const args =
      node.op === "apply" || node.op === "if" ? (node.args as readonly NodeId[]).map((arg) => clocks[arg]) : [undefined];
    const moving = new Set(args.filter((clock) => clock !== "none"));
    clocks.push(fixed ? "none" : moving.size === 1 ? [...moving][0] : moving.size === 0 ? "none" : undefined);
  }
  return clocks;
});

function scheduleAt(facts: Facts, node: NodeId, clock: Clock): Pick<Schedule, "node" | "clock" | "last" | "at"> {
  const { program, classes } = facts;
  const of = program.nodes.findIndex((other) => other.op === "builtin" && other.name === clock);
  const steps = (program.settings.horizon ?? Number.POSITIVE_INFINITY) - 1;
  const last = clock === "training" ? 1 : clock === "t" ? steps : steps * (program.settings.dt ?? 1);
  const at = (shown: number): number => {
    const assumed = assumeNothing();
    assumed.classes.set(classes.now[of]!, point(shown));
    const { lo, hi }: Interval = facts.rangesUnder(assumed)(node);
    return (lo + hi) / 2;
  };
  return { node, clock, last, at };
}

/** Moments looked at, from the beginning to the end. */
const MOMENTS = 64;

/** The values at moments spread evenly over the clock; none where it has no end. */
export function valuesOf({ last, at }: Schedule): { when: number; value: number }[] {
  if (!Number.isFinite(last)) return [];
  return Array.from({ length: MOMENTS + 1 }, (_, index) => {
    const when = (index / MOMENTS) * last;
    return { when, value: at(when) };
  });
}

/** Where between two moments it leaves `low` for `high`: how the clock stands, and the values right before and after. */
export function changeBetween(schedule: Schedule, low: number, high: number): { when: number; before: number; after: number } {
  let [a, b] = [low, high];
  for (let round = 0; round < 40; round++) {
    const middle = (a + b) / 2;
    const first = Math.abs(schedule.at(middle) - schedule.at(a));
    const second = Math.abs(schedule.at(b) - schedule.at(middle));
    if (first >= second) b = middle;
    else a = middle;
  }
  return { when: b, before: schedule.at(a), after: schedule.at(b) };
}

/** The last moment, found by halving, up to which `holds`; it holds at `low` and no more at `high`. */
export function lastWhere(low: number, high: number, holds: (when: number) => boolean): number {
  let [a, b] = [low, high];
  for (let round = 0; round < 40; round++) {
    const middle = (a + b) / 2;
    if (holds(middle)) a = middle;
    else b = middle;
  }
  return b;
}
