// The text on which a pattern takes longest, where the time grows faster than the text: suggested by the automaton, measured by
// counting steps. What the steps do not show is not claimed. The result depends on the pattern alone, never on the clock.
import { parsePattern } from "../../runtime/pattern/parse.ts";
import type { PatternNode } from "../../runtime/pattern/syntax.ts";
import { checkPattern } from "../../runtime/pattern.ts";
import { countSteps, type Steps } from "./count-steps.ts";
import { findPumps, type Pump } from "./find-pumps.ts";
import { buildGraph, type Graph } from "./graph.ts";
import { buildMachine, type Machine } from "./machine.ts";

export interface Attack {
  prefix: string;
  /** Repeated as often as wanted. */
  pump: string;
  suffix: string;
  /** Steps grow with this power of the length; Infinity: exponentially. */
  degree: number;
  /** Of one attempt at one place; 1 where only trying again at each place makes it slow. */
  attemptDegree: number;
  /** What was counted last. */
  measured: { repetitions: number; steps: number };
  /** Steps on a text of so many characters, carried on from what was counted. */
  stepsAt(length: number): number;
}

/** So many are looked at, so many measured. */
const TRIED_PUMPS = 12;
const MEASURED_PUMPS = 3;
const FIRST_LOOK = { repetitions: 14, limit: 4_000 };
const LONGEST_RUN = 120_000;
const LONGEST_TEXT = 4_000;
const REMEMBERED = 300;

const remembered = new Map<string, Attack | undefined>();

/** Undefined where the time grows with the text, or nothing else could be shown. `toEnd`: the match must reach the end of the text. */
export function findAttack(pattern: string, flags: string, toEnd = false): Attack | undefined {
  const key = `${toEnd}${flags}/${pattern}`;
  if (remembered.has(key)) return remembered.get(key);
  if (remembered.size >= REMEMBERED) remembered.clear();
  const attack = checkPattern(pattern, flags, "first") === undefined ? search(pattern, flags, toEnd) : undefined;
  remembered.set(key, attack);
  return attack;
}

function search(pattern: string, flags: string, toEnd: boolean): Attack | undefined {
  const tree = parsePattern(pattern);
  const anchored: PatternNode = toEnd ? { kind: "sequence", items: [{ kind: "group", body: tree }, { kind: "end" }] } : tree;
  const machine = buildMachine(anchored, {
    ignoreCase: flags.includes("i"),
    multiline: flags.includes("m"),
    dotAll: flags.includes("s"),
    unicode: flags.includes("u"),
  });
  if (machine === undefined) return undefined;
  const graph = buildGraph(machine);
  const tried = findPumps(graph)
    .slice(0, TRIED_PUMPS)
    .map((pump) => complete(machine, graph, pump))
    .sort((a, b) => b.steps - a.steps);
  let worst: Attack | undefined;
  for (const { pump, suffix } of tried.slice(0, MEASURED_PUMPS)) {
    const attack = measure(machine, pump, suffix);
    if (attack !== undefined && (worst === undefined || attack.degree > worst.degree)) worst = attack;
    if (worst?.degree === Number.POSITIVE_INFINITY) break;
  }
  return worst;
}

type Text = readonly number[];
const written = ({ prefix, pump }: Pump, suffix: Text, repetitions: number): number[] => [
  ...prefix,
  ...Array.from({ length: repetitions }, () => pump).flat(),
  ...suffix,
];

interface Completed {
  pump: Pump;
  suffix: Text;
  /** Per character. */
  steps: number;
}

/** With what makes the match fail at the end, after everything has been tried, and what keeps it from matching at the start. */
function complete(machine: Machine, graph: Graph, found: Pump): Completed {
  const kinds = machine.alphabet.characters.map((_, kind) => kind);
  const shut = kinds.find((kind) => !graph.first.some((place) => graph.accepts[place]![kind]));
  const prefixes = [found.prefix, ...(shut === undefined ? [] : [[shut, ...found.prefix]])];
  let worst: Completed | undefined;
  for (const prefix of prefixes) {
    for (const suffix of [[], ...kinds.map((kind) => [kind])]) {
      const pump = { prefix, pump: found.pump };
      const text = written(pump, suffix, FIRST_LOOK.repetitions);
      const steps = countSteps(machine, text, FIRST_LOOK.limit).total / text.length;
      if (worst === undefined || steps > 1.05 * worst.steps) worst = { pump, suffix, steps };
    }
  }
  return worst!;
}

function measure(machine: Machine, pump: Pump, suffix: Text): Attack | undefined {
  const count = (repetitions: number) => countSteps(machine, written(pump, suffix, repetitions), LONGEST_RUN);
  const exponential = isExponential(count);
  const [shorter, longer, repetitions] = double(count, pump.pump.length);
  const grows = (a: number, b: number) => Math.log2(Math.max(1, b) / Math.max(1, a));
  const power = shorter === undefined ? 1 : grows(shorter.total, longer.total);
  // The lower powers make the growth look a little slower than it is.
  const degree = exponential ? Number.POSITIVE_INFINITY : Math.round(power + 0.15);
  if (degree < 2) return undefined;
  const say = (text: Text) => text.map((kind) => machine.alphabet.characters[kind]).join("");
  const fixed = pump.prefix.length + suffix.length;
  return {
    prefix: say(pump.prefix),
    pump: say(pump.pump),
    suffix: say(suffix),
    degree,
    attemptDegree: exponential ? degree : shorter === undefined ? 1 : Math.round(grows(shorter.attempt, longer.attempt) + 0.15),
    measured: { repetitions, steps: longer.total },
    stepsAt(length) {
      const times = Math.max(0, length - fixed) / pump.pump.length;
      if (exponential) return Number.POSITIVE_INFINITY;
      return longer.total * (times / repetitions) ** degree;
    },
  };
}

/** Twice as long as often as that can be counted; the last two, and how often the last one repeats. */
function double(count: (n: number) => Steps, length: number): [Steps | undefined, Steps, number] {
  let [repetitions, shorter, longer]: [number, Steps | undefined, Steps] = [4, undefined, count(4)];
  while (2 * repetitions * length <= LONGEST_TEXT) {
    const next = count(2 * repetitions);
    if (next.stopped) break;
    [repetitions, shorter, longer] = [2 * repetitions, longer, next];
  }
  return [shorter, longer, repetitions];
}

const EXPONENTIAL_AT = [8, 12, 16] as const;

/** Steps multiply by as much over the later repetitions as over the earlier ones; those of a power would multiply by less. */
function isExponential(count: (n: number) => Steps): boolean {
  const [a, b, c] = EXPONENTIAL_AT.map(count) as [Steps, Steps, Steps];
  if (b.stopped) return true;
  const [early, late] = [b.total / a.total, c.total / b.total];
  return early > 2 && (c.stopped || late > 0.95 * early);
}
