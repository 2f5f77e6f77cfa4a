// Messages between the preview page and its host. Types only; owned by the page. It must not know vscode.
import type { Program, Source } from "../runtime/program.ts";
import type { Episode, Knobs } from "../runtime/trajectory.ts";

/** Trajectories from one place: the scenarios of the spec, or one `data` block. */
export interface EpisodeSet {
  kind: "scenarios" | "data";
  name: string;
  episodes: Episode[];
  /** What could not be read: file, line, column, what to do. */
  problems: string[];
}

export type ToPage =
  /** Everything shown. Sent at first and after each edit that compiles. `version` grows; `file` is for people. */
  | { type: "load"; version: number; uri: string; file: string; program: Program; sets: EpisodeSet[] }
  /** The spec has errors: keep the last good picture under a banner. */
  | { type: "broken"; version: number; message: string; at?: Source }
  /** The cursor stands on this term (or on none). */
  | { type: "highlight"; term: string | null };

export type FromPage =
  | { type: "ready" }
  | { type: "reveal"; source: Source }
  /** Write a member into the reward, before its closing brace. */
  | { type: "insert"; text: string }
  /** The page's own state, kept by the host across reloads. */
  | { type: "state"; state: PageState }
  | { type: "failed"; message: string };

/** What the page restores when it is shown again; also given to `setState` of the webview API. */
export interface PageState {
  uri?: string;
  reward?: string;
  /** Which set: "scenarios", or "data:" and the block's name. */
  set?: string;
  /** The selected episode's id. */
  episode?: string;
  step?: number;
  knobs: Knobs;
  /** The cumulative line is discounted. */
  discounted?: boolean;
  sort?: Sort;
}

export interface Sort {
  column: string;
  descending: boolean;
}
