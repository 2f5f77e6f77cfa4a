// Tells what is wrong in the settings files that matter here: those of open specs, of the workspace's folders, and those that change.
// They are not opened with this server, so this is pushed, whatever way the diagnostics of specs go.
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { plainMessage } from "../describe/diagnostic.ts";
import { type FoundSettings, findSettings, isSettingsPath, readSettings, SETTINGS_NAME } from "../settings-files.ts";
import { toRange } from "./positions.ts";
import { createSchedule } from "./schedule.ts";
import { logFailure, type Session } from "./session.ts";
import { pathOf, uriOf } from "./spec-host.ts";

/** Gives what looks at the settings of folders of the workspace. */
export function startSettings(session: Session): (folders: readonly string[]) => void {
  const { connection, documents } = session;
  const told = new Map<string, FoundSettings | undefined>();

  const tell = (path: string) => {
    const found = readSettings(path);
    const before = told.get(path);
    if (found === before) return;
    told.set(path, found);
    // Nothing was wrong and nothing is.
    if ((before?.problems.length ?? 0) + (found?.problems.length ?? 0) === 0) return;
    const uri = uriOf(path, documents);
    void connection.sendDiagnostics({ uri, diagnostics: found === undefined ? [] : toLsp(uri, found) });
  };
  const schedule = createSchedule((path) => {
    try {
      tell(path);
    } catch (error) {
      logFailure(session, error);
    }
  });

  session.onFileChange((path) => {
    if (isSettingsPath(path)) schedule(path);
  });
  documents.onDidOpen(({ document }) => {
    const found = findSettings(pathOf(document.uri));
    if (found !== undefined) schedule(found.path);
  });
  return (folders) => {
    for (const path of folders.map(pathOf)) if (path !== "") schedule(`${path.replace(/\/$/, "")}/${SETTINGS_NAME}`);
  };
}

function toLsp(uri: string, { text, problems }: FoundSettings): LspDiagnostic[] {
  const positions = TextDocument.create(uri, "jsonc", 0, text);
  return problems.map((problem) => ({
    range: toRange(positions, problem),
    severity: DiagnosticSeverity.Error,
    code: problem.code,
    source: "telos",
    message: plainMessage(problem),
  }));
}
