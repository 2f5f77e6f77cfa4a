// Why a reward has no program yet, in one sentence. It must not know who asks.
import type { Source } from "../runtime/program.ts";
import type { OpenDocument } from "./documents.ts";

export interface WhyNot {
  reward?: string;
  message: string;
  /** The first error. */
  at?: Source;
}

/** The first error of the reward called `name` (or of the first one), or that there is no such reward. */
export function whyNotComputed({ compilation, diagnostics }: OpenDocument, name: string | undefined): WhyNot {
  const rewards = compilation.file.declarations.filter((declaration) => declaration.kind === "reward");
  const reward = name === undefined ? rewards[0] : rewards.find((candidate) => candidate.name.text === name);
  if (reward === undefined) {
    if (name !== undefined) return { message: `This file has no reward called '${name}'.` };
    return { message: "There is no reward in this file yet. Begin with 'reward Name { … }'." };
  }
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const own = errors.filter(({ start, end }) => start <= reward.end && reward.start <= end);
  const [first] = own.length > 0 ? own : errors;
  const named = { reward: reward.name.text };
  if (first === undefined) return { ...named, message: `${reward.name.text} cannot be computed yet.` };
  const more = own.length > 1 ? ` (and ${own.length - 1} more)` : "";
  return { ...named, message: `${first.message}${more}`, at: [first.start, first.end] };
}
