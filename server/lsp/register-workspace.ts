// Problems of the specs that nobody has open: found when asked for or always, one file at a time between other requests, and kept in step
// with the disk. Open files are told of as ever.
import type { CancellationToken, Diagnostic as LspDiagnostic } from "vscode-languageserver/node";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { folderOf } from "../../compiler/files/path.ts";
import { reportLines } from "../describe/report.ts";
import type { OpenDocument } from "../documents.ts";
import {
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
  type WatchWorkspaceParams,
  watchWorkspaceNotification,
} from "../protocol.ts";
import { isSettingsPath } from "../settings-files.ts";
import { specPaths } from "../workspace-files.ts";
import { toLspDiagnostic } from "./diagnostics.ts";
import { positionsIn } from "./known-documents.ts";
import { createSchedule, turn } from "./schedule.ts";
import { guarded, logFailure, type Session } from "./session.ts";
import { pathOf, uriOf } from "./spec-host.ts";

type Stop = Pick<CancellationToken, "isCancellationRequested">;

export interface WorkspaceCheck {
  /** Folders came or went. */
  foldersChanged(): void;
}

export function registerWorkspace(session: Session): WorkspaceCheck {
  const { connection, documents } = session;
  /** What each checked file has read; those among them whose problems were sent. */
  const checked = new Map<string, ReadonlySet<string>>();
  const sent = new Set<string>();
  let always: { isCancellationRequested: boolean } | undefined;

  const isOpen = (path: string) => documents.keys().some((uri) => pathOf(uri) === path);
  const send = (path: string, diagnostics: LspDiagnostic[]) =>
    void connection.sendDiagnostics({ uri: uriOf(path, documents), diagnostics });
  const clear = (path: string) => {
    if (sent.delete(path)) send(path, []);
  };
  const forget = (path: string) => {
    clear(path);
    checked.delete(path);
  };

  /** Checks a file and sends what was found, unless it is open: then the editor has it, newer than the disk. */
  const show = (path: string): OpenDocument | undefined => {
    const document = session.openPath(path);
    if (document === undefined) forget(path);
    else {
      const found = document.diagnostics;
      // What it reads is known once it is checked.
      checked.set(path, new Set(document.compilation.read.keys()));
      if (!isOpen(path)) publish(path, document, found);
      else if (session.pulls) clear(path);
      // A client that is pushed to keeps one list per file, which is the open file's now.
      else sent.delete(path);
    }
    return document;
  };
  const publish = (path: string, document: OpenDocument, found: readonly Diagnostic[]) => {
    if (found.length === 0) return clear(path);
    const positions = positionsIn(session, document);
    sent.add(path);
    send(
      path,
      found.map((diagnostic) => toLspDiagnostic(session, document, positions, diagnostic)),
    );
  };
  const schedule = createSchedule((path) => attempt(session, () => show(path)));

  session.onFileChange((path) => {
    const governs = isSettingsPath(path) ? `${folderOf(path)}/` : undefined;
    for (const [other, read] of checked)
      if (other === path || read.has(path) || (governs !== undefined && other.startsWith(governs))) schedule(other);
    if (always !== undefined && !checked.has(path) && path.endsWith(".reward") && isBelow(session, path)) schedule(path);
  });

  /** Every file, one a turn, so that whoever types is answered in between. */
  const checkAll = async (stop: Stop, told: (done: number, all: number, document?: OpenDocument) => void): Promise<boolean> => {
    const paths = await specPaths(session.folders);
    const found = new Set(paths);
    for (const [index, path] of paths.entries()) {
      told(index, paths.length);
      await turn();
      if (stop.isCancellationRequested) return false;
      const document = attempt(session, () => show(path));
      told(index + 1, paths.length, document);
    }
    for (const path of [...checked.keys()]) if (!found.has(path) && !isOpen(path)) forget(path);
    return true;
  };

  const watch = (on: boolean) => {
    if (always !== undefined) always.isCancellationRequested = true;
    always = on ? { isCancellationRequested: false } : undefined;
    if (always === undefined) for (const path of [...checked.keys()]) forget(path);
    else void checkAll(always, () => {}).catch((error) => logFailure(session, error));
  };
  connection.onNotification(watchWorkspaceNotification, ({ on }: WatchWorkspaceParams) => watch(on));

  const failed: CheckWorkspaceResult = { files: 0, errors: 0, warnings: 0, finished: false, report: "" };
  connection.onRequest(
    checkWorkspaceRequest,
    guarded(session, failed, async ({ workDoneToken }: CheckWorkspaceParams, token) => {
      const progress = workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
      progress?.begin("Checking rewards", 0, undefined, true);
      const lines: string[] = [];
      const result = { ...failed };
      const finished = await checkAll(token, (done, all, document) => {
        progress?.report(Math.floor((100 * done) / all), `${done} of ${all}`);
        if (document === undefined) return;
        result.files++;
        for (const { severity } of document.diagnostics) {
          if (severity === "error") result.errors++;
          if (severity === "warning") result.warnings++;
        }
        lines.push(...reportLines(document));
      });
      progress?.done();
      return { ...result, finished, report: lines.join("\n") };
    }),
  );

  return {
    foldersChanged() {
      for (const path of [...checked.keys()]) if (!isBelow(session, path)) forget(path);
      if (always !== undefined) watch(true);
    },
  };
}

function isBelow({ folders }: Session, path: string): boolean {
  return folders.map(pathOf).some((folder) => folder !== "" && path.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
}

/** A file that makes us fail is told to the log, and costs the others nothing. */
function attempt<T>(session: Session, give: () => T): T | undefined {
  try {
    return give();
  } catch (error) {
    logFailure(session, error);
    return undefined;
  }
}
