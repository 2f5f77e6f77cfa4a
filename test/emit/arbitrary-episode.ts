// Random trajectories for a program's signals, with faults: missing, impossible and ill-typed values. It must not know what
// programs compute.
import type { Program, ValueType } from "../../runtime/program.ts";
import type { Episode, Knobs, Row, Value } from "../../runtime/trajectory.ts";
import type { Choices } from "./choices.ts";

const NUMBERS = [0, 1, 0.5, -0.5, 2, 0.25, -1, 4];
const TEXTS = ["a", "b c", "so \\boxed{42} a", "", "12"];
const FAULTS: Value[] = [null, Number.NaN, Number.POSITIVE_INFINITY, 99, -7.5, "oops", true, [1], [1, 2, 3, 4], [[1]]];

export function makeEpisode(choices: Choices, { signals, oneShot, nodes }: Program): Episode {
  const rows = oneShot ? 1 : choices.below(5);
  const faulty = choices.chance(40);
  const row = (timings: readonly string[]): Row => {
    const values: Row = {};
    for (const { name, type, timing } of signals) {
      if (timings.includes(timing) && !(faulty && choices.chance(10)))
        values[name] = faulty && choices.chance(15) ? choices.pick(FAULTS) : makeValue(choices, type);
    }
    return values;
  };
  const once = ["start", "end", "group"];
  const flags = (): Row => ({
    ...(choices.chance(15) ? { terminated: choices.pick<Value>([true, false, null, 1]) } : {}),
    ...(choices.chance(10) ? { truncated: choices.pick<Value>([true, false]) } : {}),
  });
  // What terms pay before the first step is nothing anybody could look back at.
  const canStart = !oneShot && !nodes.some((node) => node.op === "terms" || node.op === "term");
  const inSteps = oneShot && choices.chance(50);
  return {
    id: "e",
    ...(choices.chance(20) ? { group: "g" } : {}),
    ...(canStart && choices.chance(30) ? { start: row(["step", "start"]) } : {}),
    steps: Array.from({ length: rows }, () => (oneShot ? (inSteps ? row(once) : {}) : { ...row(["step"]), ...flags() })),
    ...(inSteps ? {} : { end: row(once) }),
  };
}

function makeValue(choices: Choices, type: ValueType): Value {
  switch (type.kind) {
    case "number":
      return choices.pick(NUMBERS);
    case "bool":
      return choices.pick<Value>([true, false, 1, 0]);
    case "text":
      return choices.pick(type.alternatives ?? TEXTS);
    case "vector":
      return Array.from({ length: type.size }, () => (type.of === "bool" ? choices.chance(50) : choices.pick(NUMBERS)));
    case "list":
      return Array.from({ length: choices.below(4) }, () => (choices.chance(5) ? null : makeValue(choices, type.of)));
  }
}

export function makeKnobs(choices: Choices, params: readonly string[]): Knobs {
  return {
    ...(choices.chance(30) ? { params: Object.fromEntries(params.map((name) => [name, choices.pick([0, 2, -1])])) } : {}),
    ...(choices.chance(30) ? { weights: { right: choices.pick([0, 3, Number.NaN]) } } : {}),
    ...(choices.chance(30) ? { training: 0.5 } : {}),
  };
}
