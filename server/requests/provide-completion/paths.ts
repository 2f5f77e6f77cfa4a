// Files that a `use` may name: specs of the workspace that this one does not use yet.
import { relativePath, resolvePath } from "../../../compiler/files/path.ts";
import { touches } from "../../../grammar/span.ts";
import type { Completion } from "./completion.ts";
import type { CompletionProvider } from "./input.ts";

export const completePaths: CompletionProvider = ({ place, document, offset }) => {
  if (place.kind !== "path") return [];
  const taken = new Set([document.path]);
  for (const use of document.compilation.file.declarations) {
    if (use.kind === "use" && !touches(use.path, offset)) taken.add(resolvePath(document.path, use.path.value));
  }
  const paths = document.near().filter((path) => !taken.has(path));
  return paths
    .map((path) => relativePath(document.path, path))
    .map((label): Completion => ({ label, kind: "file", rank: rankOf(label) }));
};

/** Below its own folder, then beside it, then further away. */
const rankOf = (path: string): number => 1 + path.split("../").length;
