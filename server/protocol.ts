// Telos' own requests beside the Language Server Protocol. Types only; owned by the server.
import type { Program, Source } from "../runtime/program.ts";
import type { EpisodeSet } from "../webview/protocol.ts";

/** Request: what the preview of one reward shows. */
export const previewRequest = "telos/preview";
export interface PreviewParams {
  uri: string;
  /** The reward's name; absent: the first of the file. */
  reward?: string;
}
export type PreviewResult =
  | { ok: true; version: number; reward: string; program: Program; sets: EpisodeSet[] }
  | { ok: false; version: number; reward?: string; message: string; at?: Source };

/** Request: the term whose declaration holds `offset`, or null. */
export const termAtRequest = "telos/termAt";
export interface TermAtParams {
  uri: string;
  offset: number;
}
export type TermAtResult = { reward: string; term: string } | null;

/** Commands of code lenses; the client implements them. */
export const previewCommand = "telos.preview";

/** `initializationOptions`, all optional. `{rule}` in a template stands for a rule's name. */
export interface ServerOptions {
  /** Address of a rule's page, for problem codes and links in the text. Default `telos-reference:/rule/{rule}.md`; "" for none. */
  rulePage?: string;
  /** Link to a rule's page inside hovers, e.g. a command the client trusts. Default none. */
  hoverLink?: string;
}

/** Request: the code generated for one reward, as the editor shows it. */
export const generatedRequest = "telos/generated";
export interface GeneratedParams {
  uri: string;
  /** The reward's name; absent: the first of the file. */
  reward?: string;
  target: "typescript" | "javascript" | "python";
}
export type GeneratedResult =
  | { ok: true; version: number; reward: string; text: string }
  | { ok: false; version: number; message: string };

/** Request: what the reference has for a query, best first; for an empty one everything. */
export const referenceRequest = "telos/reference";
export interface ReferenceParams {
  query: string;
}
export interface ReferenceItem {
  /** `operator/clip`; its page is asked for by it. */
  id: string;
  name: string;
  /** `operator`, `unit` … in words. */
  kind: string;
  summary: string;
}

/** Request: the page of one entry of the reference in Markdown, or null. */
export const referencePageRequest = "telos/referencePage";
export interface ReferencePageParams {
  id: string;
}

/**
 * Request: check every spec of the workspace. Problems of files that are not open are published and kept up to date from then on.
 * Progress is told under `workDoneToken`.
 */
export const checkWorkspaceRequest = "telos/checkWorkspace";
export interface CheckWorkspaceParams {
  workDoneToken?: string | number;
}
export interface CheckWorkspaceResult {
  files: number;
  errors: number;
  warnings: number;
  /** False where it was cancelled. */
  finished: boolean;
  /** What `telos check` would print, in short. */
  report: string;
}

/** Notification: keep the problems of the whole workspace up to date, or no longer. */
export const watchWorkspaceNotification = "telos/watchWorkspace";
export interface WatchWorkspaceParams {
  on: boolean;
}
