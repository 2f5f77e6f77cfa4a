// How an episode ends: on which steps it is terminated, truncated, a success or a failure, and what to tell about it.
// Stand-alone functions, because generated code prints their source too. They must not know programs, nodes or plans.
import type { Value } from "./trajectory.ts";

/** A flag as a log recorded it: 1, 0, or NaN where it did not. */
export function recordedFlag(raw: Value | undefined): number {
  if (raw === true || raw === 1) return 1;
  return raw === false || raw === 0 ? 0 : NaN;
}

/** 1 on the steps where one of the conditions holds; what cannot be evaluated does not. */
export function anyHolds(conditions: Float64Array[], from: number, to: number, out: Float64Array): void {
  out.fill(0, from, to);
  for (const condition of conditions) for (let row = from; row < to; row++) if (condition[row] === 1) out[row] = 1;
}

/** `terminated` on each step: as recorded, else where an `ends` condition holds (`ended`). */
export function settleTerminated(recorded: Float64Array, ended: Float64Array, from: number, to: number, out: Float64Array): void {
  for (let row = from; row < to; row++) out[row] = Number.isNaN(recorded[row]) ? ended[row] : recorded[row];
}

/** `truncated` on each step: as recorded, else the last step of an episode that reached the horizon without terminating. */
export function settleTruncated(
  recorded: Float64Array,
  terminated: Float64Array,
  horizon: number | undefined,
  from: number,
  to: number,
  out: Float64Array,
): void {
  for (let row = from; row < to; row++) {
    const cut = row === to - 1 && terminated[row] !== 1 && horizon !== undefined && to - from >= horizon;
    out[row] = Number.isNaN(recorded[row]) ? (cut ? 1 : 0) : recorded[row];
  }
}

/** Sentences about the end: where the recorded flag differs from `ends` (if any are declared), and what follows an end. */
export function describeEnd(
  recorded: Float64Array,
  ended: Float64Array,
  terminated: Float64Array,
  declared: boolean,
  from: number,
  to: number,
): string[] {
  const notes: string[] = [];
  let early = 0;
  let late = 0;
  let firstEarly = -1;
  let firstLate = -1;
  let end = -1;
  for (let row = from; row < to; row++) {
    if (end < 0 && terminated[row] === 1) end = row - from;
    if (!declared || Number.isNaN(recorded[row]) || recorded[row] === ended[row]) continue;
    if (recorded[row] === 1) {
      if (early++ === 0) firstEarly = row - from;
    } else if (late++ === 0) firstLate = row - from;
  }
  if (early > 0) {
    notes.push(
      `\`terminated\` is recorded on ${early} step(s) where no \`ends when\` holds, first on step ${firstEarly}; the recorded value was used.`,
    );
  }
  if (late > 0) {
    notes.push(
      `\`ends when\` holds on ${late} step(s) recorded as not terminated, first on step ${firstLate}; the recorded value was used.`,
    );
  }
  const following = end < 0 ? 0 : to - from - 1 - end;
  if (following > 0)
    notes.push(`${following} record(s) follow the end of the episode on step ${end}; they were paid like the others.`);
  return notes;
}
