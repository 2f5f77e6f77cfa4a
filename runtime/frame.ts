// A frame: where the rows of some episodes are, once they stand one after the other. It must not know columns or inputs.
import type { Episode } from "./trajectory.ts";

/** Bits of `Frame.flags`: the first row of its episode; the state before the first step. */
export const FIRST = 1;
export const START = 2;

/** Where each episode's rows are. Arrays are per episode, but `episodeOf` and `flags`, which are per row. */
export interface Frame {
  episodes: number;
  rows: number;
  /** First row, the one of the start state if there is one. */
  first: Int32Array;
  /** Row of step 0. */
  begin: Int32Array;
  /** One past the last row. */
  end: Int32Array;
  /** Episodes `groupBegin` up to but not including `groupEnd` are the group. */
  groupBegin: Int32Array;
  groupEnd: Int32Array;
  episodeOf: Int32Array;
  flags: Uint8Array;
}

/** Lays out episodes; those of one group have to stand together already. */
export function layOut(episodes: readonly Episode[]): Frame {
  const count = episodes.length;
  const rows = episodes.reduce((sum, episode) => sum + episode.steps.length + (episode.start ? 1 : 0), 0);
  const perEpisode = () => new Int32Array(count);
  const frame: Frame = {
    episodes: count,
    rows,
    first: perEpisode(),
    begin: perEpisode(),
    end: perEpisode(),
    groupBegin: perEpisode(),
    groupEnd: perEpisode(),
    episodeOf: new Int32Array(rows),
    flags: new Uint8Array(rows),
  };
  let row = 0;
  episodes.forEach((episode, e) => {
    frame.first[e] = row;
    frame.begin[e] = row + (episode.start ? 1 : 0);
    frame.end[e] = frame.begin[e] + episode.steps.length;
    if (frame.end[e] > row) frame.flags[row] = episode.start ? FIRST | START : FIRST;
    frame.episodeOf.fill(e, row, frame.end[e]);
    row = frame.end[e];
  });
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && episodes[from].group !== undefined && episodes[to].group === episodes[from].group) to++;
    frame.groupBegin.fill(from, from, to);
    frame.groupEnd.fill(to, from, to);
    from = to;
  }
  return frame;
}
