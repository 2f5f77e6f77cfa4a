// What the preview of one reward shows: its program, its scenarios played, its logs read. It must not know the page or LSP.

import type { Program } from "../runtime/program.ts";
import { shownEpisodes } from "../runtime/scenario.ts";
import type { EpisodeSet } from "../webview/protocol.ts";
import { type OpenDocument, programOf } from "./documents.ts";
import { readDataSet } from "./preview-data.ts";
import { withinLimit } from "./preview-limits.ts";
import type { PreviewResult } from "./protocol.ts";
import { whyNotComputed } from "./why-not-computed.ts";

export interface PreviewOptions {
  /** The reward's name; absent: the first of the file. */
  reward: string | undefined;
  /** Folders of the workspace, as URIs. */
  folders: readonly string[];
  isCancelled(): boolean;
}

/** Never fails: what stands in the way is told in `message` or among the problems of a set. */
export async function providePreview(document: OpenDocument, options: PreviewOptions): Promise<PreviewResult> {
  const program = programOf(document, options.reward);
  if (program === undefined) return { ok: false, version: document.version, ...whyNotComputed(document, options.reward) };
  const sets: EpisodeSet[] = [scenarioSet(document, program)];
  for (const data of program.data) {
    if (options.isCancelled()) break;
    sets.push(await readDataSet(document.uri, program, data, options.folders));
  }
  return { ok: true, version: document.version, reward: program.name, program, sets };
}

function scenarioSet(document: OpenDocument, program: Program): EpisodeSet {
  return document.memo(`scenario set ${program.name}`, () => {
    const { episodes, problems } = withinLimit(shownEpisodes(program));
    return { kind: "scenarios", name: "scenarios", episodes, problems };
  });
}
