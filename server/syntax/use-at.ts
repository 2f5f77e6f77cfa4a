// The `use` whose path the cursor is in, and the file it leads to. It must not know LSP.
import { resolvePath } from "../../compiler/files/path.ts";
import type { UsedFile } from "../../compiler/files/used-file.ts";
import type * as ast from "../../grammar/ast.ts";
import { touches } from "../../grammar/span.ts";
import type { OpenDocument } from "../documents.ts";

export interface UseHere {
  use: ast.Use;
  used: UsedFile;
}

/** Undefined where the file cannot be used. */
export function useAt({ compilation, path }: OpenDocument, offset: number): UseHere | undefined {
  for (const use of compilation.file.declarations) {
    if (use.kind !== "use" || !touches(use.path, offset)) continue;
    const used = path === "" ? undefined : compilation.files.get(resolvePath(path, use.path.value));
    return used && { use, used };
  }
  return undefined;
}
