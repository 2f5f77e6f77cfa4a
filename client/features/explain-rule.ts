// "Explain Rule": the page of a hackable pattern as rendered Markdown, out of the reference. It must not know the rules.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type ReferenceItem, type ReferenceParams, referenceRequest } from "../../server/protocol.ts";
import { ask } from "../infrastructure/language-client.ts";
import { showPage } from "../infrastructure/markdown-page.ts";
import { REFERENCE_SCHEME } from "./reference.ts";

export function registerExplainRule(client: LanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand("telos.explainRule", async (rule?: string) => {
    const chosen = typeof rule === "string" ? rule : await pickRule(client);
    if (chosen !== undefined) await showPage(vscode.Uri.from({ scheme: REFERENCE_SCHEME, path: `/rule/${chosen}.md` }));
  });
}

/** All rules, those found under the cursor first. */
async function pickRule(client: LanguageClient): Promise<string | undefined> {
  const entries = await ask<ReferenceParams, ReferenceItem[]>(client, referenceRequest, { query: "" });
  const rules = (entries ?? []).filter(({ id }) => id.startsWith("rule/"));
  const here = rulesUnderCursor();
  const item = ({ name, summary }: ReferenceItem): vscode.QuickPickItem => ({
    label: name,
    ...(here.includes(name) ? { description: "found here" } : {}),
    detail: summary,
  });
  const isHere = ({ name }: ReferenceItem) => here.includes(name);
  const items = [...rules.filter(isHere), ...rules.filter((rule) => !isHere(rule))].map(item);
  const picked = await vscode.window.showQuickPick(items, { placeHolder: "Which rule?", matchOnDetail: true });
  return picked?.label;
}

function rulesUnderCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "reward") return [];
  const found = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.contains(editor.selection.active));
  return [...new Set(found.flatMap(({ code }) => ruleOf(code) ?? []))];
}

/** A problem's code links to its page: telos-reference:/rule/NAME.md. */
function ruleOf(code: vscode.Diagnostic["code"]): string | undefined {
  if (typeof code !== "object" || code.target.scheme !== REFERENCE_SCHEME) return undefined;
  return /\/rule\/(.+)\.md$/.exec(code.target.path)?.[1];
}
