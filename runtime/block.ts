// A block: some episodes as rows of columns, inputs read and validated. Whole groups stand together in one block.
// It must not know nodes or what is done with the inputs.
import type { Column } from "./columns.ts";
import { type Frame, layOut } from "./frame.ts";
import { readInput } from "./inputs.ts";
import { recordedFlag } from "./outcome.ts";
import type { Program } from "./program.ts";
import type { Episode, Invalid } from "./trajectory.ts";

export interface Block {
  frame: Frame;
  episodes: Episode[];
  /** One column per declared signal, by name. */
  inputs: Map<string, Column>;
  /** 1, 0 or NaN where not recorded, per row. */
  recordedTerminated: Float64Array;
  recordedTruncated: Float64Array;
  /** Faults of the inputs, per episode. */
  invalid: Invalid[][];
}

/** Reads and validates the inputs of some episodes. */
export function loadBlock(program: Program, episodes: Episode[]): Block {
  const frame = layOut(episodes);
  const block: Block = {
    frame,
    episodes,
    inputs: new Map(),
    recordedTerminated: recordedColumn(episodes, frame, "terminated"),
    recordedTruncated: recordedColumn(episodes, frame, "truncated"),
    invalid: episodes.map(() => []),
  };
  for (const signal of program.signals) {
    // These two stay what the log recorded, declared or not.
    const known = signal.name === "terminated" || signal.name === "truncated";
    if (!known || signal.timing !== "step") block.inputs.set(signal.name, readInput(signal, frame, episodes, block.invalid));
  }
  return block;
}

function recordedColumn(episodes: Episode[], frame: Frame, name: string): Float64Array {
  const flags = new Float64Array(frame.rows).fill(Number.NaN);
  episodes.forEach((episode, e) => {
    for (let i = 0; i < episode.steps.length; i++) flags[frame.begin[e] + i] = recordedFlag(episode.steps[i][name]);
  });
  return flags;
}

/** One episode of so many steps without any input. */
export function emptyBlock(steps: number): Block {
  const episodes: Episode[] = [{ id: "", steps: Array.from({ length: steps }, () => ({})) }];
  const nothing = new Float64Array(steps).fill(Number.NaN);
  const frame = layOut(episodes);
  return { frame, episodes, inputs: new Map(), recordedTerminated: nothing, recordedTruncated: nothing, invalid: [[]] };
}
