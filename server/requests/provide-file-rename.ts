// Files or folders are about to move: the paths by which specs use each other follow. It must not know LSP.
import type { TextEdit } from "../../compiler/diagnostics.ts";
import { pathProblem, relativePath, resolvePath } from "../../compiler/files/path.ts";
import type { OpenDocument } from "../documents.ts";
import type { FileEdits } from "./provide-rename.ts";

export interface Move {
  from: string;
  to: string;
}

/** Edits of the documents as they are before the move. */
export function provideFileRename(documents: readonly OpenDocument[], moves: readonly Move[]): FileEdits[] {
  return documents.flatMap((document) => {
    const edits = document.compilation.file.declarations.flatMap((declaration): TextEdit[] => {
      if (declaration.kind !== "use" || pathProblem(declaration.path.value) !== undefined) return [];
      const { value, start, end } = declaration.path;
      const target = resolvePath(document.path, value);
      const [here, there] = [moved(document.path, moves), moved(target, moves)];
      if (here === document.path && there === target) return [];
      const path = relativePath(here, there);
      const text = value.startsWith("./") && !path.startsWith("../") ? `./${path}` : path;
      return resolvePath(here, value) === there ? [] : [{ start, end, text: `"${text}"` }];
    });
    return edits.length === 0 ? [] : [{ document, edits }];
  });
}

function moved(path: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}
