// The language status item of .reward files: whether the server runs, and what it found in this one.
import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";

export function registerStatus(client: LanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("telos", { language: "reward" });
  item.name = "Telos";
  const update = () => {
    item.busy = client.state === State.Starting;
    if (client.state === State.Running) return describe(item);
    item.severity = vscode.LanguageStatusSeverity.Warning;
    item.text = client.state === State.Starting ? "Telos is starting" : "Telos is not running";
    item.detail = client.state === State.Starting ? undefined : "Checks and the preview are paused.";
    item.command = { command: "telos.restartServer", title: "Restart" };
  };
  update();
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(update),
  );
}

function describe(item: vscode.LanguageStatusItem) {
  const document = vscode.window.activeTextEditor?.document;
  const found = document?.languageId === "reward" ? vscode.languages.getDiagnostics(document.uri) : [];
  const count = (severity: vscode.DiagnosticSeverity) => found.filter((diagnostic) => diagnostic.severity === severity).length;
  const errors = count(vscode.DiagnosticSeverity.Error);
  const warnings = count(vscode.DiagnosticSeverity.Warning);
  const parts = [named(errors, "error"), named(warnings, "warning")].filter(Boolean);
  item.severity = errors > 0 ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.text = parts.length > 0 ? parts.join(", ") : "No problems";
  item.detail = "Telos";
  item.command = { command: "telos.showLog", title: "Show Log" };
}

const named = (count: number, noun: string) => (count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`);
