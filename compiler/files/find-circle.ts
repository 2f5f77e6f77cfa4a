// Whether using a file leads back to where it is used. It must not know what the files mean.
import { pathProblem, resolvePath } from "./path.ts";
import { parseFile, type Reading, readFile } from "./reading.ts";

/** Files that one file may use, those included that they use. */
export const MOST_FILES = 500;

/** The way from `from` back to `target`, both included; "none" where there is none, "too many" where it was not found out. */
export function findCircle(from: string, target: string, reading: Reading): string[] | "none" | "too many" {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const path of cameFrom.keys()) {
    if (path === target) return wayTo(target, cameFrom);
    if (cameFrom.size > MOST_FILES) return "too many";
    for (const next of usesOf(path, reading)) if (!cameFrom.has(next)) cameFrom.set(next, path);
  }
  return "none";
}

function usesOf(path: string, reading: Reading): string[] {
  const text = readFile(path, reading);
  if (typeof text !== "string") return [];
  return parseFile(path, text).file.declarations.flatMap((declaration) =>
    declaration.kind === "use" && pathProblem(declaration.path.value) === undefined
      ? [resolvePath(path, declaration.path.value)]
      : [],
  );
}

function wayTo(target: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  for (let at: string | undefined = target; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}
