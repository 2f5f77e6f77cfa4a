// Runs the tasks of one stage over a block. It must not know what the tasks compute.

import { STEP } from "./columns.ts";
import type { Frame } from "./frame.ts";
import type { Step } from "./slots.ts";
import type { Task } from "./wiring.ts";

export interface Stage {
  /** One value per episode, or a column that is computed as a whole; complete before the rows begin. */
  single: Task[];
  rows: Step[];
}

/** Rows that go through all kernels of a stage before the next ones, so that they stay in the cache. */
const TILE = 1024;

export function runStage(stage: Stage, frame: Frame): void {
  for (const task of stage.single) task.run(0, task.lane === STEP ? frame.rows : frame.episodes);
  for (let from = 0; from < frame.rows; from += TILE) {
    const to = Math.min(from + TILE, frame.rows);
    for (const step of stage.rows) {
      if ("loop" in step) runLoop(step.loop, from, to);
      else step.run(from, to);
    }
  }
}

/** Through tracks each row needs the one before, so all nodes of the loop advance together. */
function runLoop(tasks: readonly Task[], from: number, to: number): void {
  for (let row = from; row < to; row++) {
    for (const task of tasks) task.run(row, row + 1);
  }
}
