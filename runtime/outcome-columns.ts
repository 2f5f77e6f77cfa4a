// The columns of `terminated`, `truncated`, `succeeded` and `failed` of a block. In the start state they are false.
// It must not know what the conditions of `ends` read.
import { type Column, EPISODE, emptyColumn, STEP } from "./columns.ts";
import type { Current } from "./kernels/kernel.ts";
import { anyHolds, describeEnd, settleTerminated, settleTruncated } from "./outcome.ts";
import type { NodeId, Program } from "./program.ts";
import type { Task } from "./wiring.ts";

export interface Outcome {
  byName: ReadonlyMap<string, Column>;
  terminated: Column;
  columns: readonly Column[];
  task(conditionOf: (id: NodeId) => Column): Task;
  /** Sentences about how an episode of the block ended. */
  notes(episode: number): string[];
}

export function makeOutcome(program: Program, current: Current): Outcome {
  const column = (): Column => emptyColumn(STEP, 1);
  const [ended, terminated, truncated, succeeded, failed] = [column(), column(), column(), column(), column()];
  const columns = [ended, terminated, truncated, succeeded, failed];

  function task(conditionOf: (id: NodeId) => Column): Task {
    const ends = program.ends.map(({ node, outcome }) => ({ outcome, condition: conditionOf(node) }));
    const conditions = (outcome?: "success" | "failure") =>
      ends.filter((end) => outcome === undefined || end.outcome === outcome).map((end) => end.condition.data);
    const run = (from: number, to: number): void => {
      const { frame, recordedTerminated, recordedTruncated } = current.block;
      const last = frame.end[to - 1] ?? 0;
      const all = conditions();
      const good = conditions("success");
      const bad = conditions("failure");
      for (const { data } of columns) data.fill(0, frame.first[from], last);
      for (let e = from; e < to; e++) {
        const begin = frame.begin[e];
        const end = frame.end[e];
        if (all.length > 0) anyHolds(all, begin, end, ended.data);
        settleTerminated(recordedTerminated, ended.data, begin, end, terminated.data);
        settleTruncated(recordedTruncated, terminated.data, program.settings.horizon, begin, end, truncated.data);
        if (good.length > 0) anyHolds(good, begin, end, succeeded.data);
        if (bad.length > 0) anyHolds(bad, begin, end, failed.data);
      }
    };
    return { run, lane: EPISODE, writes: columns, reads: ends.map((end) => end.condition), pointwise: false };
  }

  return {
    byName: new Map(Object.entries({ terminated, truncated, succeeded, failed })),
    terminated,
    columns,
    task,
    notes(episode) {
      const { frame, recordedTerminated } = current.block;
      const declared = program.ends.length > 0;
      return describeEnd(recordedTerminated, ended.data, terminated.data, declared, frame.begin[episode], frame.end[episode]);
    },
  };
}
