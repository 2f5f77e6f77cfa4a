// Tells when a log that a spec reads changes on disk. It must not know what the logs hold.
import * as vscode from "vscode";
import type { PreviewResult } from "../../../server/protocol.ts";

type Program = Extract<PreviewResult, { ok: true }>["program"];

/** Follows the `data` blocks of the program given last; `changed` is called once things have come to rest. */
export function createDataWatch(changed: () => void): { follow(spec: vscode.Uri, program: Program): void; dispose(): void } {
  let watchers: vscode.Disposable[] = [];
  let followed = "";
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, 200);
  };
  const release = () => {
    for (const watcher of watchers) watcher.dispose();
    watchers = [];
  };
  return {
    follow(spec, program) {
      const globs = program.data.map(({ glob }) => glob);
      const key = globs.join("\n");
      if (key === followed) return;
      followed = key;
      release();
      const bases = [vscode.Uri.joinPath(spec, ".."), ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
      const distinct = [...new Map(bases.map((base) => [base.toString(), base])).values()];
      watchers = globs.flatMap((glob) => distinct.flatMap((base) => watch(new vscode.RelativePattern(base, glob), soon)));
    },
    dispose() {
      clearTimeout(timer);
      release();
    },
  };
}

function watch(pattern: vscode.RelativePattern, changed: () => void): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return [watcher, watcher.onDidCreate(changed), watcher.onDidChange(changed), watcher.onDidDelete(changed)];
}
