// Random programs and trajectories for property tests: small, but with everything the reference knows.
import type { NodeId, Program, Range } from "../../runtime/program.ts";
import type { Episode, Row, Value } from "../../runtime/trajectory.ts";
import { BOOL, buildProgram, NUMBER, vectorOf } from "./build-program.ts";

/** Numbers in 0..1 from a seed (mulberry32, T. Ettinger). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

type Kind = "number" | "bool" | "vector" | "bools";
type Pool = Record<Kind, NodeId[]>;

export function randomProgram(seed: number): Program {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const chance = (p: number) => random() < p;
  const b = buildProgram({ discount: pick([1, 0.9]), dt: 0.5, ...(chance(0.3) ? { horizon: 4 } : {}) });
  const steps: Pool = { number: [], bool: [], vector: [], bools: [] };
  const kindOf = (id: NodeId): Kind => {
    const { type } = b.program.nodes[id];
    if (type.kind === "vector") return type.of === "bool" ? "bools" : "vector";
    return type.kind === "bool" ? "bool" : "number";
  };
  const add = (pool: Pool, id: NodeId) => pool[kindOf(id)].push(id);

  add(steps, b.signal("x", { range: [-2, 2] }));
  add(steps, b.signal("y", { range: [0, 1] }));
  add(steps, b.signal("flag", { type: BOOL }));
  add(steps, b.signal("v", { type: vectorOf(2), range: [-2, 2] }));
  add(steps, b.signal("w", { type: vectorOf(2, "bool") }));
  add(steps, b.signal("command", { timing: "start", range: [-2, 2] }));
  add(steps, b.param("p", 0.7));
  for (const value of [0, 1, -0.5, 2]) add(steps, b.constant(value));
  add(steps, b.constant([0.5, -1]));
  add(steps, b.builtin("t"));
  add(steps, b.builtin("ending", BOOL));

  function grow(pool: Pool): NodeId {
    const number = () => pick(pool.number);
    const bool = () => pick(pool.bool);
    const either = () => (pool.vector.length > 0 && chance(0.4) ? pick(pool.vector) : number());
    const shapes: (() => NodeId)[] = [
      () => b.apply(pick(["add", "subtract", "multiply", "divide", "min", "max", "power"]), either(), either()),
      () => b.apply(pick(["abs", "exp", "sqrt", "tanh", "negate", "sigmoid", "log"]), either()),
      () => b.apply("clip", either(), b.constant(-1), number()),
      () => b.apply(pick(["less", "less_equal", "greater", "greater_equal", "equal", "not_equal"]), either(), either()),
      () => b.apply("between", number(), b.constant(-1), b.constant(0.5)),
      () => b.choose(bool(), number(), number()),
      () => b.apply(pick(["and", "or"]), bool(), bool()),
      () => b.apply("not", bool()),
      () => b.otherwise(number(), number()),
    ];
    if (pool === steps) {
      shapes.push(
        () => b.prev(number()),
        () => b.prev(either(), number()),
        () => b.prev(bool()),
        () => b.choose(pick(pool.bools), pick(pool.vector), number()),
        () => b.vector(number(), number()),
        () => b.component(pick(pool.vector), Math.floor(random() * 2)),
        () => b.component(pick(pool.vector), 1, 0),
        () => b.reduce(pick(["sum", "mean", "min", "max", "std"]), pick(pool.vector)),
        () => b.node({ op: "reduce", operator: pick(["any", "all"]), args: [pick(pool.bools)], type: BOOL }),
        () => b.apply("norm", pick(pool.vector)),
        () => b.element(pick(pool.vector), number()),
      );
    }
    return pick(shapes)();
  }

  // Two tracks at once may read each other.
  const waiting = Array.from({ length: pick([0, 1, 2]) }, () => {
    const wide = chance(0.3);
    const starts = wide && chance(0.5) ? pick(steps.vector) : b.constant(pick([0, 1, -1]));
    const type = wide ? vectorOf(2) : NUMBER;
    const previous = b.node({ op: "previous", of: -1, starts, type });
    add(steps, previous);
    return { previous, starts, type };
  });
  for (let i = 0; i < 14; i++) add(steps, grow(steps));
  for (const { previous, starts, type } of waiting) {
    const next = type.kind === "vector" ? pick(steps.vector) : pick(steps.number);
    const state = b.node({ op: "state", args: [starts, next], name: `track${previous}`, type });
    (b.program.nodes[previous] as { of: NodeId }).of = state;
    add(steps, state);
  }
  if (chance(0.7)) b.ends(pick(steps.bool), "failure");
  if (chance(0.3)) b.ends(pick(steps.bool), "success");
  if (b.program.ends.length > 0) {
    add(steps, b.builtin("failed", BOOL));
    add(steps, b.builtin("terminated", BOOL));
  }
  for (let i = 0; i < 4; i++) add(steps, grow(steps));

  const late: Pool = { number: [b.constant(0.25)], bool: [], vector: [], bools: [] };
  late.number.push(b.signal("score", { timing: "end", range: [-1, 1] }));
  for (let i = 0; i < 3; i++) {
    late.number.push(b.aggregate(pick(["sum", "mean", "min", "max", "first", "last", "std"]), "steps", pick(steps.number)));
    const over = pick(["any", "all"]);
    late.bool.push(
      b.node({ op: "aggregate", operator: over, axis: "steps", args: [pick(steps.bool)], type: BOOL, timing: "end" }),
    );
  }
  for (let i = 0; i < 3; i++) {
    const isTruth = chance(0.5);
    const operator = pick(["always", "eventually", "until"] as const);
    const from = pick([0, 0, 1, 2]);
    const window = { from, to: pick([null, from, from + 1, from + 3]) };
    const make = (args: [number] | [number, number]) =>
      b.node({
        op: "temporal",
        operator: args.length === 2 ? "until" : operator === "until" ? "always" : operator,
        args,
        ...window,
        ...(isTruth ? {} : { nothing: pick([1, null]) }),
        type: isTruth ? BOOL : { kind: "number" },
        timing: "step",
      });
    const given = () => pick(isTruth ? steps.bool : steps.number);
    const inner = make(operator === "until" ? [given(), given()] : [given()]);
    const between = b.node({
      op: "apply",
      operator: isTruth ? "or" : "max",
      args: [given(), inner],
      type: isTruth ? BOOL : { kind: "number" },
      timing: "step",
    });
    const outer = make([chance(0.5) ? between : inner]);
    (isTruth ? late.bool : late.number).push(
      b.node({
        op: "aggregate",
        operator: pick(["first", "last"]),
        axis: "steps",
        args: [chance(0.8) ? outer : between],
        type: isTruth ? BOOL : { kind: "number" },
        timing: "end",
      }),
    );
  }
  if (chance(0.5)) late.number.push(b.aggregate(pick(["mean", "max", "std"]), "group", pick(late.number.slice(1))));
  for (let i = 0; i < 4; i++) add(late, grow(late));

  const bound = (): number | null => (chance(0.15) ? null : pick([-1, 0, 1]));
  const range = (): Range => [bound(), bound()];
  for (let i = 0; i < 4; i++) {
    const make = chance(0.6) ? b.objective : b.penalty;
    const value = pick(chance(0.8) ? steps.number : steps.bool);
    make(`step${i}`, value, {
      timing: "step",
      weight: chance(0.2) ? pick(steps.number) : b.constant(pick([0.5, 2])),
      rate: pick(["step", "step", "second", "once"]),
      range: range(),
      ...(chance(0.3) ? { when: pick(steps.bool) } : {}),
    });
  }
  for (let i = 0; i < 2; i++) {
    const make = chance(0.6) ? b.objective : b.penalty;
    make(`end${i}`, pick(late.number), { timing: "end", range: range(), ...(chance(0.3) ? { when: pick(late.bool) } : {}) });
  }
  if (chance(0.4)) {
    const terms = b.node({ op: "terms" });
    const one = b.node({ op: "term", name: "step0" });
    const mixed = b.apply(
      "add",
      b.apply("clip", terms, b.constant(-2), b.constant(2)),
      chance(0.5) ? b.prev(one) : pick(steps.number),
    );
    b.program.total = chance(0.5) ? b.bound(mixed, [-3, null]) : mixed;
  }
  if (chance(0.4)) b.require("safe", pick(steps.bool), b.constant(-0.5));
  if (chance(0.4)) b.require("good", pick(late.bool), b.constant(pick([-1, 0])), "end");
  if (chance(0.3)) b.require("better", pick(late.bool), b.constant(-2), "end");
  if (chance(0.5)) b.shaping("near", pick(steps.number), b.constant(0.5));
  b.goal("done", chance(0.5) ? pick(late.number) : pick(steps.bool));
  return b.program;
}

export function randomEpisodes(seed: number, count: number, most: number): Episode[] {
  const random = randomNumbers(seed ^ 0x9e3779b9);
  const near = (lo: number, hi: number): Value => {
    const p = random();
    if (p < 0.04) return Number.NaN;
    if (p < 0.08) return null;
    if (p < 0.11) return hi + 1;
    return p < 0.3 ? Math.round(lo + random() * (hi - lo)) : lo + random() * (hi - lo);
  };
  const row = (): Row => ({
    x: near(-2, 2),
    y: near(0, 1),
    flag: random() < 0.05 ? null : random() < 0.5,
    v: [near(-2, 2), near(-2, 2)],
    w: [random() < 0.5, random() < 0.9 ? random() < 0.5 : null],
    ...(random() < 0.1 ? { terminated: random() < 0.5 } : {}),
  });
  return Array.from({ length: count }, (_, i) => ({
    id: String(i),
    ...(random() < 0.6 ? { group: `g${Math.floor(random() * 3)}` } : {}),
    ...(random() < 0.5 ? { start: row() } : {}),
    steps: Array.from({ length: 1 + Math.floor(random() * most) }, row),
    end: { command: near(-2, 2), score: near(-1, 1) },
  }));
}
