// A one-shot reward made of the inputs of an entry: numbers, vectors, nested lists and texts become signals, each part of what is
// wanted a probe. It must not know the numbers that are expected, only their shape.
import type { Row, Value } from "../../runtime/trajectory.ts";
import { entryOf, type Wanted } from "./numbers.ts";
import type { OneShot } from "./one-shot.ts";
import { runReward } from "./run-reward.ts";

const isName = (name: string) => /^[A-Za-z_]\w*$/.test(name);

function typeOf(value: Value): string | undefined {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "text";
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (typeof value[0] === "number") return `vector(${value.length})`;
  if (typeof value[0] === "boolean") return `bools(${value.length})`;
  return Array.isArray(value[0]) ? "list of list of number" : undefined;
}

/** One probe for a number, one per element of a vector. */
function probesOf(expression: string, wanted: Wanted, at: number): string[] {
  if (!Array.isArray(wanted)) return [`probe part${at} = ${expression}`];
  const elements = wanted.map((_, i) => `probe part${at}_${i} = all${at}[${i}]`);
  return [`let all${at} = ${expression}`, ...elements];
}

export function runOneShot({ key, given, is }: OneShot): Wanted {
  const { inputs, expected } = entryOf(key);
  const values = Object.entries({ ...inputs, ...given } as Row).filter(([name]) => isName(name) && name !== "note");
  const text = JSON.stringify(is);
  const used = values.filter(([name, value]) => typeOf(value) !== undefined && new RegExp(`\\b${name}\\b(?!:|\\})`).test(text));
  const signals = used.map(([name, value]) => `signal ${name} : ${typeOf(value)}`);
  const filled = (expression: string) => expression.replace(/\{(\w+)\}/g, (_, name: string) => String(inputs[name]));
  const parts = typeof is === "string" ? [is] : Object.values(is);
  const shapes = typeof is === "string" ? [expected] : Object.keys(is).map((name) => (expected as Record<string, Wanted>)[name]!);
  const probes = parts.flatMap((part, at) => probesOf(filled(part), shapes[at]!, at));
  const reward = `reward Acceptance {\n  ${[...signals, ...probes].join("\n  ")}\n}`;
  const [result] = runReward(reward, [{ id: key, steps: [Object.fromEntries(used)] }]);
  const got = parts.map((_, at) => {
    const shape = shapes[at]!;
    const probe = (name: string) => [result!.probes[name]].flat()[0] as number;
    return Array.isArray(shape) ? shape.map((_, i) => probe(`part${at}_${i}`)) : probe(`part${at}`);
  });
  return typeof is === "string" ? got[0]! : Object.fromEntries(Object.keys(is).map((name, at) => [name, got[at]!]));
}
