// The documents one question is about: those open, those it uses, and the specs of the workspace.
import { TextDocument } from "vscode-languageserver-textdocument";
import type { OpenDocument } from "../documents.ts";
import { workspaceDocuments } from "../workspace-files.ts";
import type { Session } from "./session.ts";
import { hostOf, pathOf, uriOf } from "./spec-host.ts";

/** Each once, as it stands in the editor or else on disk; `document` among them. */
export async function knownDocuments(session: Session, document: OpenDocument): Promise<OpenDocument[]> {
  const open = session.documents.keys().flatMap((uri) => session.open(uri) ?? []);
  const used = [...document.compilation.files.keys()].flatMap((path) => session.openPath(path) ?? []);
  const others = await specsOfWorkspace(session);
  return [...new Map([...others, ...used, ...open, document].map((each) => [each.path || each.uri, each])).values()];
}

/** Every spec below the folders of the workspace, open or not. */
export async function specsOfWorkspace(session: Session): Promise<OpenDocument[]> {
  const { documents, folders } = session;
  // An open document may go by another spelling of its address.
  const open = (uri: string) => session.open(uriOf(pathOf(uri), documents));
  const found = await workspaceDocuments(folders, open, (uri) => hostOf(uri, session));
  return found.map(({ document }) => document);
}

/** The positions in a document that need not be open. */
export function positionsIn(session: Session, { uri, text }: Pick<OpenDocument, "uri" | "text">): TextDocument {
  return session.documents.get(uri) ?? TextDocument.create(uri, "reward", 0, text);
}
