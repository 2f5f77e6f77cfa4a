// Rule pages that ship with the extension, readable offline as rendered Markdown. It must not know the rules.
import * as vscode from "vscode";
import { showPage } from "../infrastructure/markdown-page.ts";

const SCHEME = "telos-docs";

export function registerDocs(context: vscode.ExtensionContext): vscode.Disposable {
  const pages = vscode.Uri.joinPath(context.extensionUri, "docs");
  const provider: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent({ path }) {
      const text = await read(vscode.Uri.joinPath(pages, path));
      return text ?? `# Not found\n\nThere is no page \`${path}\` in this version of Telos.\n`;
    },
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    vscode.commands.registerCommand("telos.explainRule", async (rule?: string) => {
      const chosen = typeof rule === "string" ? rule : await pickRule(vscode.Uri.joinPath(pages, "rules"));
      if (chosen) await showPage(vscode.Uri.from({ scheme: SCHEME, path: `/rules/${chosen}.md` }));
    }),
  );
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** All rules, those found under the cursor first. */
async function pickRule(folder: vscode.Uri): Promise<string | undefined> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const rules = entries.flatMap(([name]) => (name.endsWith(".md") && name !== "README.md" ? [name.slice(0, -3)] : []));
  const here = rulesUnderCursor();
  const items: vscode.QuickPickItem[] = [
    ...here.map((label) => ({ label, description: "found here" })),
    ...rules.filter((rule) => !here.includes(rule)).map((label) => ({ label })),
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: "Which rule?" });
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

/** A problem's code links to its page: telos-docs:/rules/NAME.md. */
function ruleOf(code: vscode.Diagnostic["code"]): string | undefined {
  if (typeof code !== "object" || code.target.scheme !== SCHEME) return undefined;
  return /\/rules\/(.+)\.md$/.exec(code.target.path)?.[1];
}
