// The spec files that the words of a command name: files as they are, folders as all that lie below them, `-` as what is piped in.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where specs of one's own do not lie. */
const skipped = new Set(["node_modules", "dist", "out", "build", "target", "venv", "__pycache__"]);

/** Paths in order, each once; a sentence where a folder holds no spec. */
export function findSpecs(words: readonly string[]): string[] | string {
  const found: string[] = [];
  for (const word of words) {
    if (!isFolder(word)) found.push(word);
    else {
      const below = specsIn(word);
      if (below.length === 0) return `There is no .reward file in ${word} or below.`;
      found.push(...below);
    }
  }
  return [...new Set(found)];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function specsIn(folder: string): string[] {
  const entries = entriesOf(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return entry.name.endsWith(".reward") ? [path] : [];
    return entry.isDirectory() && !entry.name.startsWith(".") && !skipped.has(entry.name) ? specsIn(path) : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
