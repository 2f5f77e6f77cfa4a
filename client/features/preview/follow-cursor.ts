// Which term the cursor stands on in a spec's editor. It must not know the preview page.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type TermAtParams, type TermAtResult, termAtRequest } from "../../../server/protocol.ts";
import { ask, serverUri } from "../../infrastructure/language-client.ts";

const REST = 60;

/** Calls `moved` with the term of `reward` under the cursor, null between terms, each time that changes. */
export function followCursor(
  client: LanguageClient,
  uri: vscode.Uri,
  moved: (term: string | null) => void,
  reward: () => string | undefined,
): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  let last: string | null | undefined;
  let asked = 0;
  const look = async (editor: vscode.TextEditor) => {
    const turn = ++asked;
    const offset = editor.document.offsetAt(editor.selection.active);
    const found = await ask<TermAtParams, TermAtResult>(client, termAtRequest, { uri: serverUri(client, uri), offset });
    if (turn !== asked) return;
    const term = found && found.reward === reward() ? found.term : null;
    if (term === last) return;
    last = term;
    moved(term);
  };
  const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
    if (textEditor.document.uri.toString() !== uri.toString()) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(textEditor), REST);
  });
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}
