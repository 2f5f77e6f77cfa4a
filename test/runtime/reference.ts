// A second evaluator, for tests: recursive, one value at a time, as close to the wording of the language as can be.
// It shares operators with the first one, but neither columns nor the functions that pay.
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Node, NodeId, Program, Term } from "../../runtime/program.ts";
import type { Episode, Knobs, Row } from "../../runtime/trajectory.ts";

type Scalar = number | string | null;
type Item = Scalar | Scalar[];

export interface ReferenceResult {
  return: number | null;
  discounted: number | null;
  unshaped: number | null;
  rewards: number[];
  terms: Record<string, number[]>;
  goal: Item | undefined;
  violations: [require: string, step: number | null][];
  faults: [step: number | null, of: string][];
}

const known = (value: Item): boolean => (Array.isArray(value) ? value.every(known) : value !== null && !Number.isNaN(value));

/** Applies `f` to numbers, or element by element to vectors; numbers are the same for every element. */
function each(f: (...values: Scalar[]) => Scalar, args: Item[]): Item {
  const vector = args.find(Array.isArray);
  if (!vector) return f(...(args as Scalar[]));
  return vector.map((_, i) => f(...args.map((arg) => (Array.isArray(arg) ? arg[i] : arg))));
}

export function reference(program: Program, episodes: Episode[], knobs: Knobs = {}): ReferenceResult[] {
  const worlds: World[] = episodes.map((episode) => world(program, episode, knobs, () => peers(episode)));
  const peers = (episode: Episode): World[] =>
    worlds.filter((_, i) => episodes[i] === episode || (episode.group !== undefined && episodes[i].group === episode.group));
  return worlds.map((one) => pay(program, one, knobs));
}

interface World {
  episode: Episode;
  last: number;
  /** The value of a node on a step; -1 is the start state. */
  at(id: NodeId, step: number): Item;
  number(id: NodeId, step: number): number;
  faults: [step: number | null, of: string][];
  terminated(step: number): boolean;
  /** Filled once the terms are known. */
  paid: Map<string, number[]>;
  sums: number[];
}

function world(program: Program, episode: Episode, knobs: Knobs, group: () => World[]): World {
  const memo = new Map<string, Item>();
  const last = episode.steps.length - 1;
  const first = episode.start ? -1 : 0;
  const faults: World["faults"] = [];
  const self: World = { episode, last, faults, at, number, terminated, paid: new Map(), sums: [] };

  function at(id: NodeId, step: number): Item {
    const key = `${id} ${step}`;
    if (!memo.has(key)) memo.set(key, compute(program.nodes[id], step));
    return memo.get(key)!;
  }
  function number(id: NodeId, step: number): number {
    return at(id, step) as number;
  }

  function compute(node: Node, step: number): Item {
    switch (node.op) {
      case "constant":
        return Array.isArray(node.value) ? [...node.value] : typeof node.value === "boolean" ? Number(node.value) : node.value;
      case "infinity":
        return Number.POSITIVE_INFINITY;
      case "param":
        return knobs.params?.[node.name] ?? program.params.find((param) => param.name === node.name)!.value;
      case "signal":
        return signal(node.name, step);
      case "builtin":
        return builtin(node.name, step);
      case "vector":
        return node.args.map((arg) => number(arg, step));
      case "component": {
        const vector = at(node.args[0], step) as number[];
        return node.scalar ? vector[node.components[0]] : node.components.map((i) => vector[i]);
      }
      case "element":
        return (at(node.args[0], step) as number[])[number(node.args[1], step)] ?? Number.NaN;
      case "if":
        return each(
          (c, yes, no) => (c === 1 ? yes : c === 0 ? no : Number.NaN),
          node.args.map((arg) => at(arg, step)),
        );
      case "default":
        return each(
          (a, b) => (known(a) ? a : b),
          node.args.map((arg) => at(arg, step)),
        );
      case "prev":
        return previousOf(node.args, step);
      case "previous":
        return step === first ? fill(at(node.starts, step), node) : at(node.of, step - 1);
      case "state": {
        const before = step === first ? fill(at(node.args[0], step), node) : at(program.nodes.indexOf(node), step - 1);
        if (step === -1) return before;
        return each((next, kept) => (known(next) ? next : kept), [fill(at(node.args[1], step), node), before]);
      }
      case "reduce": {
        const [values, ...extra] = node.args.map((arg) => at(arg, step));
        return operatorByName.get(node.operator)!.reduce!(values as number[], ...(extra as number[]));
      }
      case "aggregate": {
        const values =
          node.axis === "steps"
            ? episode.steps.map((_, t) => number(node.args[0], t))
            : group().map((one) => one.at(node.args[0], one.last) as number);
        return operatorByName.get(node.operator)!.reduce!(values, ...node.args.slice(1).map((arg) => number(arg, last)));
      }
      case "temporal":
        return step < 0 ? Number.NaN : formula(node, step);
      case "apply": {
        const { evaluate, elementwise } = operatorByName.get(node.operator)!;
        const args = node.args.map((arg) => at(arg, step));
        return elementwise
          ? each(evaluate as (...values: Scalar[]) => Scalar, args)
          : (evaluate as (...values: Item[]) => Item)(...args);
      }
      case "terms":
        return step < 0 ? Number.NaN : self.sums[step];
      case "term":
        return step < 0 ? Number.NaN : self.paid.get(node.name)![step];
      default:
        throw new Error(`the reference has no ${node.op}`);
    }
  }

  /** Looks at every step of the window; what is unknown may be anything, so only what is the same for all it may be is known. */
  function formula(node: Node & { op: "temporal" }, step: number): number {
    const size = node.nothing === undefined ? undefined : (node.nothing ?? Number.POSITIVE_INFINITY);
    const [none, whole] = size === undefined ? [0, 1] : [-size, size];
    const guesses = size === undefined ? [0, 1] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const [first, second] = node.args;
    const inside = episode.steps.map((_, t) => t).filter((t) => t >= step + node.from && t <= step + (node.to ?? Infinity));
    const [low, high] = guesses.map((guess) => {
      const value = (id: NodeId, t: number) => (Number.isNaN(number(id, t)) ? guess : number(id, t));
      if (inside.length === 0) return node.operator === "always" ? whole : none;
      if (node.operator === "always") return Math.min(...inside.map((t) => value(first, t)));
      if (node.operator === "eventually") return Math.max(...inside.map((t) => value(first, t)));
      const before = (t: number) => Array.from({ length: t - step }, (_, k) => value(first, step + k));
      return Math.max(...inside.map((t) => Math.min(value(second!, t), ...before(t))));
    });
    return low === high ? low : Number.NaN;
  }

  function fill(value: Item, { type }: Node): Item {
    return type.kind === "vector" && !Array.isArray(value) ? new Array<Scalar>(type.size).fill(value) : value;
  }

  function previousOf([x, init]: readonly NodeId[], step: number): Item {
    if (step === -1) return at(x, -1);
    const otherwise = at(init ?? x, step);
    if (step > 0) return at(x, step - 1);
    if (first === 0) return Array.isArray(at(x, step)) ? each((_, b) => b, [at(x, step), otherwise]) : otherwise;
    return each((before, b) => (known(before) ? before : b), [at(x, -1), otherwise]);
  }

  function signal(name: string, step: number): Item {
    const declared = program.signals.find((one) => one.name === name)!;
    const row: Row | undefined = declared.timing !== "step" ? episode.end : step === -1 ? episode.start : episode.steps[step];
    const [lo, hi] = declared.range ?? [null, null];
    const read = (raw: unknown): number => {
      const value = typeof raw === "boolean" ? Number(raw) : raw;
      return typeof value === "number" && Number.isFinite(value) && value >= (lo ?? -Infinity) && value <= (hi ?? Infinity)
        ? // An input has no negative zero.
          value + 0
        : Number.NaN;
    };
    const raw = row?.[name];
    if (declared.type.kind !== "vector") return read(raw);
    return Array.from({ length: declared.type.size }, (_, i) => read((raw as unknown[] | undefined)?.[i]));
  }

  function builtin(name: string, step: number): number {
    const dt = program.settings.dt ?? Number.NaN;
    const holds = (outcome: string) => program.ends.some((end) => end.outcome === outcome && number(end.node, step) === 1);
    switch (name) {
      case "t":
        return step < 0 ? Number.NaN : step;
      case "time":
        return step < 0 ? Number.NaN : step * dt;
      case "first":
        return step < 0 ? Number.NaN : Number(step === 0);
      case "ending":
        return Number(step === last);
      case "terminated":
        return Number(step >= 0 && terminated(step));
      case "succeeded":
        return Number(step >= 0 && holds("success"));
      case "failed":
        return Number(step >= 0 && holds("failure"));
      case "group_size":
        return group().length;
      default:
        throw new Error(`the reference has no ${name}`);
    }
  }

  function terminated(step: number): boolean {
    const recorded = episode.steps[step].terminated;
    return typeof recorded === "boolean" ? recorded : program.ends.some((end) => number(end.node, step) === 1);
  }
  return self;
}

/** What a term is worth on a row, before weight and sign; null makes the episode invalid. */
function value(term: Term, raw: number, step: number | null, { faults }: World): number | null {
  if (!Number.isFinite(raw)) {
    faults.push([step, term.name]);
    return term.role === "objective" ? term.range[0] : term.range[1];
  }
  if (term.role === "objective" || raw >= 0) return raw;
  faults.push([step, term.name]);
  return 0;
}

function pay(program: Program, w: World, knobs: Knobs): ReferenceResult {
  const { episode, last, faults } = w;
  const steps = episode.steps.map((_, step) => step);
  const { discount, dt } = program.settings;
  let valid = true;
  const weightOf = (term: Term, step: number): number => {
    const weight = knobs.weights?.[term.name] ?? w.number(term.weight, step);
    if (Number.isFinite(weight)) return weight;
    // One that does not change from step to step is reported once, whether the term is active or not.
    if (program.nodes[term.weight].timing === "step") faults.push([step, term.name]);
    valid = false;
    return Number.NaN;
  };
  const weigh = (term: Term, v: number | null, step: number): number => {
    if (v === null) {
      valid = false;
      return Number.NaN;
    }
    let x = weightOf(term, step) * v;
    if (term.rate === "second") x = x * dt!;
    return term.role === "penalty" ? 0 - x : x;
  };
  const active = (term: Term, step: number, reported: number | null): boolean => {
    if (term.when === undefined) return true;
    const when = w.number(term.when, step);
    if (Number.isNaN(when)) faults.push([reported, term.name]);
    return Number.isNaN(when) ? term.role === "penalty" : when === 1;
  };
  for (const term of program.terms) {
    const column = steps.map(() => 0);
    let spent = false;
    if (program.nodes[term.weight].timing !== "step" && Number.isNaN(weightOf(term, last))) faults.push([null, term.name]);
    for (const step of steps) {
      if (term.timing !== "step" && step !== last) continue;
      const reported = term.timing === "step" ? step : null;
      if (!active(term, step, reported)) continue;
      let v = value(term, w.number(term.node, step), reported, w);
      if (term.rate === "once" && v !== null && v !== 0) {
        if (spent) v = 0;
        spent = true;
      }
      column[step] = weigh(term, v, step);
    }
    w.paid.set(term.name, column);
  }
  const ordered = [...program.terms.filter((t) => t.timing === "step"), ...program.terms.filter((t) => t.timing !== "step")];
  for (const step of steps) w.sums.push(ordered.reduce((sum, term) => sum + w.paid.get(term.name)![step], 0));

  const lowest = program.total === undefined ? null : (program.nodes[program.total].range?.[0] ?? null);
  const rewards = steps.map((step) => {
    const pay = program.total === undefined ? w.sums[step] : w.number(program.total, step);
    if (Number.isFinite(pay)) return pay;
    if (lowest === null) valid = false;
    return lowest ?? Number.NaN;
  });
  const violations: ReferenceResult["violations"] = [];
  for (const require of program.requires.filter((one) => one.timing === "step")) {
    for (const step of steps) {
      if (w.number(require.node, step) === 1) continue;
      violations.push([require.name, step]);
      rewards[step] = Math.min(rewards[step], w.number(require.otherwise, step));
    }
  }
  const caps: number[] = [];
  for (const require of program.requires.filter((one) => one.timing !== "step")) {
    if (w.number(require.node, last) === 1) continue;
    violations.push([require.name, null]);
    caps.push(w.number(require.otherwise, last));
  }
  const sum = (numbers: number[]) => numbers.reduce((total, x) => total + x, 0);
  if (caps.length > 0 && sum(rewards) > Math.min(...caps)) rewards[last] = Math.min(...caps) - sum(rewards.slice(0, -1));
  const unshaped = sum(rewards);

  const terms = Object.fromEntries(program.terms.map(({ name }) => [name, w.paid.get(name)!]));
  for (const shaping of program.shapings) {
    let before: number | undefined =
      episode.start && Number.isFinite(w.number(shaping.node, -1)) ? w.number(shaping.node, -1) : undefined;
    terms[shaping.name] = steps.map((step) => {
      let here: number | undefined = w.number(shaping.node, step);
      if (!Number.isFinite(here)) {
        faults.push([step, shaping.name]);
        here = before;
      }
      if (w.terminated(step)) here = 0;
      const f = before === undefined || here === undefined ? 0 : discount * here - before;
      before = here;
      const x = (knobs.weights?.[shaping.name] ?? w.number(shaping.weight, step)) * f;
      rewards[step] += x;
      return x;
    });
  }
  const total = sum(rewards);
  const discounted = rewards.reduce(([all, g], x) => [all + g * x, g * discount], [0, 1])[0];
  const orNull = (x: number) => (valid && Number.isFinite(x) ? x : null);
  return {
    return: orNull(total),
    discounted: orNull(discounted),
    unshaped: orNull(unshaped),
    rewards,
    terms,
    goal: program.goals.length === 1 ? w.at(program.goals[0].node, last) : undefined,
    violations,
    faults,
  };
}
