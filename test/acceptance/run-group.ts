// A reward that compares the samples of a prompt, one episode per sample. It must not know the numbers that are expected.
import type { Grouped } from "./groups.ts";
import { entryOf, type Wanted } from "./numbers.ts";
import { runReward } from "./run-reward.ts";

export function runGroup({ key, is, shared }: Grouped): Wanted {
  const { inputs } = entryOf(key);
  const values = inputs.R as number[];
  const paid = is.replace(/\{(\w+)\}/g, (_, name: string) => String(inputs[name]));
  const text = `reward Acceptance {\n  group ${values.length}\n  signal R : number from verifier\n  objective paid = ${paid}\n}`;
  const samples = values.map((R, i) => ({ id: `${i}`, group: "prompt", steps: [{ R }] }));
  const got = runReward(text, samples).map((result) => result.return!);
  if (shared !== true) return got;
  if (got.some((value) => Math.abs(value - got[0]!) > 1e-12)) throw new Error(`${key} differs between samples: ${got}`);
  return got[0]!;
}
