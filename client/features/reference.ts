// "Search the Reference": a list that the server ranks while one types, and the chosen page as rendered Markdown. It must not know the
// language.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type ReferenceItem,
  type ReferencePageParams,
  type ReferenceParams,
  referencePageRequest,
  referenceRequest,
} from "../../server/protocol.ts";
import { ask } from "../infrastructure/language-client.ts";
import { showPage } from "../infrastructure/markdown-page.ts";

export const REFERENCE_SCHEME = "telos-reference";

interface Choice extends vscode.QuickPickItem {
  id: string;
}

export function registerReference(client: LanguageClient): vscode.Disposable {
  const provider: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent({ path }, token) {
      const id = path.slice(1).replace(/\.md$/, "");
      const page = await ask<ReferencePageParams, string | null>(client, referencePageRequest, { id }, token);
      return page ?? `# Not found\n\nThere is no entry \`${id}\` in the reference of this version of Telos.\n`;
    },
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(REFERENCE_SCHEME, provider),
    vscode.commands.registerCommand("telos.searchReference", async (query?: string) => {
      const chosen = await choose(client, typeof query === "string" ? query : wordUnderCursor());
      if (chosen !== undefined) await showPage(vscode.Uri.from({ scheme: REFERENCE_SCHEME, path: `/${chosen}.md` }));
    }),
  );
}

function choose(client: LanguageClient, query: string): Promise<string | undefined> {
  const list = vscode.window.createQuickPick<Choice>();
  list.placeholder = "A name, or words: clip, RH203, length penalty, newton";
  list.value = query;
  let asked = 0;
  const look = async () => {
    const now = ++asked;
    list.busy = true;
    const found = await ask<ReferenceParams, ReferenceItem[]>(client, referenceRequest, { query: list.value });
    if (now !== asked) return;
    list.busy = false;
    list.items = (found ?? []).map(toChoice);
  };
  return new Promise((resolve) => {
    list.onDidChangeValue(look);
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.id);
      list.hide();
    });
    list.onDidHide(() => {
      asked++;
      resolve(undefined);
      list.dispose();
    });
    list.show();
    void look();
  });
}

/** Always shown: the server has chosen and ordered them already. */
const toChoice = ({ id, name, kind, summary }: ReferenceItem): Choice => ({
  id,
  label: name,
  description: kind,
  detail: summary,
  alwaysShow: true,
});

function wordUnderCursor(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "reward") return "";
  const range = editor.selection.isEmpty ? editor.document.getWordRangeAtPosition(editor.selection.active) : editor.selection;
  const text = range === undefined ? "" : editor.document.getText(range);
  return text.includes("\n") || text.length > 60 ? "" : text;
}
