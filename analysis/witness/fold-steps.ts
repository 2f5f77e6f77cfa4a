// Runs of equal steps, so that an episode of a thousand fits on a page. It must not know how they are shown.
import type { Row } from "../../runtime/trajectory.ts";

export interface Run {
  /** First and last step of the run, from 0. */
  from: number;
  to: number;
  row: Row;
}

/** In order; together they are the steps. */
export function foldSteps(steps: readonly Row[]): Run[] {
  const runs: Run[] = [];
  let text: string | undefined;
  for (const [step, row] of steps.entries()) {
    const same = JSON.stringify(row);
    if (same === text) runs.at(-1)!.to = step;
    else runs.push({ from: step, to: step, row });
    text = same;
  }
  return runs;
}
