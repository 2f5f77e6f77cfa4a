// Random well-typed programs: signals of every kind, tracks, ends, terms, constraints, shaping, totals, goals and probes.
// It must not know what evaluates or prints them.
import type { Named, Program, Range, Require, Shaping, SignalDeclaration, Term, ValueType } from "../../runtime/program.ts";
import { express } from "./arbitrary-expression.ts";
import { add, BOOL, constant, list, NUMBER, type Scope, TEXT, type Track, vector, type Workshop } from "./arbitrary-leaf.ts";
import type { Choices } from "./choices.ts";

const SOURCE: [number, number] = [0, 0];

/** Names that generated code must take care with. */
const NAMES = [
  "speed",
  "t",
  "row",
  "sum",
  "default",
  "episode",
  "steps",
  "terms",
  "x",
  "rm_ref",
  "ledger",
  "NaN",
  "norm",
  "ended",
  "previousX",
  "i",
];

export function makeProgram(choices: Choices): Program {
  const oneShot = choices.chance(25);
  const names = [...NAMES];
  const name = () => names.splice(choices.below(names.length), 1)[0] ?? `v${names.length}`;
  const signals = Array.from({ length: 2 + choices.below(5) }, () => makeSignal(choices, name(), oneShot));
  const params = choices.chance(50) ? [name()] : [];
  const termNames = ["right", "long", "fall", "speed"].slice(0, 1 + choices.below(4));
  const shop: Workshop = {
    choices,
    nodes: [],
    signals,
    params,
    termNames: [],
    tracks: [],
    hasSteps: !oneShot,
    outcomes: [],
    elements: [],
  };
  const depth = 1 + choices.below(3);

  const tracks = oneShot ? [] : makeTracks(shop, Array.from({ length: choices.below(3) }, name), depth);
  const ends = oneShot
    ? []
    : Array.from({ length: choices.below(3) }, () => ({
        node: express(shop, BOOL, "step", depth),
        outcome: choices.pick(["failure", "success", undefined] as const),
        source: SOURCE,
      }));
  shop.outcomes = oneShot ? [] : ["terminated", "truncated", "succeeded", "failed"];

  const late = (): "step" | "end" => (oneShot || choices.chance(30) ? "end" : "step");
  const lets: Named[] = Array.from({ length: choices.below(3) }, () =>
    named(
      name(),
      express(
        shop,
        choices.pick([NUMBER, BOOL, vector(3), vector(4), list(vector(2)), list(list(NUMBER)), list(NUMBER)]),
        late(),
        depth,
      ),
    ),
  );
  const terms = termNames.map((term) => makeTerm(shop, term, late(), depth));
  const requires = Array.from({ length: choices.below(3) }, (_, k) => makeRequire(shop, `rule${k}`, late(), depth));
  const shapings = !oneShot && choices.chance(30) ? [makeShaping(shop, "posture", depth)] : [];
  const outcome = (type: ValueType) => named(name(), express(shop, type, late(), depth));
  const goals = Array.from({ length: choices.below(3) }, () => outcome(choices.pick([BOOL, NUMBER])));
  const probes = Array.from({ length: choices.below(3) }, () => outcome(choices.pick([NUMBER, BOOL])));
  shop.termNames = termNames;
  const total = !oneShot && choices.chance(25) ? express(shop, NUMBER, "total", depth) : undefined;
  if (total !== undefined && choices.chance(50)) shop.nodes[total].range = [-5, 5];

  return {
    version: 1,
    name: "Random",
    source: SOURCE,
    settings: {
      ...(choices.chance(40) ? { horizon: 1 + choices.below(4) } : {}),
      discount: choices.pick([1, 0.9]),
      discountDeclared: true,
      dt: 0.02,
      group: 1,
    },
    oneShot,
    nodes: shop.nodes,
    signals,
    params: params.map((param) => ({ name: param, value: 1.5, range: [0, 3], integer: false, source: SOURCE })),
    lets,
    tracks,
    terms,
    shapings,
    requires,
    ...(total === undefined ? {} : { total }),
    goals,
    probes,
    ends,
    scenarios: [],
    sequences: [],
    groups: [],
    limits: [],
    assumptions: [],
    claims: [],
    data: [],
    expectations: [],
    allows: [],
  };
}

const named = (name: string, node: number): Named => ({ name, node, source: SOURCE });

function makeSignal(choices: Choices, name: string, oneShot: boolean): SignalDeclaration {
  const type = choices.pick<ValueType>([
    NUMBER,
    NUMBER,
    BOOL,
    TEXT,
    { kind: "text", alternatives: ["a", "b c"] },
    vector(2),
    vector(3),
    vector(2, "bool"),
    list(NUMBER),
    list(TEXT),
    list(BOOL),
    vector(4),
    list(vector(2)),
    list(list(NUMBER)),
  ]);
  const numeric = type.kind === "number" || (type.kind === "vector" && type.of === "number");
  const range: Range | undefined = numeric ? choices.pick<Range | undefined>([undefined, [-1, 1], [0, null], [0, 5]]) : undefined;
  const tags: SignalDeclaration["tags"] = {};
  if (numeric && choices.chance(25)) tags.saturates = true;
  if ((type.kind === "number" || type.kind === "bool") && choices.chance(20)) tags.default = 1;
  const timing = oneShot
    ? choices.pick(["end", "end", "start"] as const)
    : choices.pick(["step", "step", "step", "start", "end"] as const);
  return {
    name,
    type,
    timing,
    optional: choices.chance(15),
    ...(type.kind === "number" && choices.chance(20) ? { integer: true } : {}),
    ...(range === undefined ? {} : { range }),
    trust: "measured",
    tags,
    source: SOURCE,
  };
}

/** Tracks may look at the previous values of each other. */
function makeTracks(shop: Workshop, names: string[], depth: number): Named[] {
  const { choices } = shop;
  const made: (Track & { starts: number })[] = names.map(() => {
    const type = choices.pick([NUMBER, NUMBER, BOOL, vector(2), TEXT]);
    return { type, state: -1, previous: [], starts: express(shop, type, choices.pick(["constant", "start"] as const), 1) };
  });
  shop.tracks = made;
  for (const [k, track] of made.entries()) {
    const next = express(shop, track.type, "step", depth);
    track.state = add(shop, { op: "state", args: [track.starts, next], name: names[k] }, track.type, "step");
  }
  shop.tracks = [];
  for (const { state, starts, previous } of made) {
    for (const id of previous) {
      const node = shop.nodes[id];
      if (node.op === "previous") Object.assign(node, { of: state, starts });
    }
  }
  return made.map(({ state }, k) => named(names[k], state));
}

function makeTerm(shop: Workshop, name: string, timing: "step" | "end", depth: number): Term {
  const { choices } = shop;
  const weight = choices.pick<() => number>([
    () => constant(shop, choices.pick([1, 0.5, 2e-5]), NUMBER),
    () => constant(shop, choices.pick([1, 0.5, 2e-5]), NUMBER),
    () => express(shop, NUMBER, "constant", 1),
    () => express(shop, NUMBER, timing, 1),
  ])();
  return {
    ...named(name, express(shop, choices.pick([NUMBER, NUMBER, BOOL]), timing, depth)),
    role: choices.pick(["objective", "penalty"] as const),
    weight,
    ...(choices.chance(25) ? { when: express(shop, BOOL, timing, depth) } : {}),
    rate: choices.pick(["step", "step", "second", "once"] as const),
    timing,
    range: choices.pick<Range>([
      [null, null],
      [0, 1],
      [-1, null],
      [null, 2],
    ]),
  };
}

function makeRequire(shop: Workshop, name: string, timing: "step" | "end", depth: number): Require {
  const { choices } = shop;
  const scope: Scope = choices.chance(60) ? "constant" : timing;
  const otherwise = express(shop, NUMBER, scope, 1);
  if (choices.chance(60)) shop.nodes[otherwise].range = [-2, 2];
  return { ...named(name, express(shop, BOOL, timing, depth)), otherwise, timing };
}

function makeShaping(shop: Workshop, name: string, depth: number): Shaping {
  return { ...named(name, express(shop, NUMBER, "step", depth)), weight: express(shop, NUMBER, "constant", 1) };
}
