// Paths as `use` writes them: relative, with forward slashes. It must not know what files there are.

export interface PathProblem {
  message: string;
  help: string;
  /** What was plainly meant. */
  instead?: string;
}

const ending = ".reward";

/** What is wrong with a written path, whatever files there are. */
export function pathProblem(path: string): PathProblem | undefined {
  const relative = 'Write it relative to this file: "lib/name.reward" or "../name.reward".';
  if (path.trim() === "") return { message: "This names no file.", help: relative };
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path))
    return { message: "Files are used from disk, not from an address.", help: relative };
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(path))
    return { message: `"${path}" is an absolute path, which is another one on every machine.`, help: relative };
  if (path.includes("\\")) {
    const instead = path.replaceAll("\\", "/");
    return { message: "Folders are separated by '/', on every system.", help: `Write "${instead}".`, instead };
  }
  if (/[*?[\]{}]/.test(path))
    return { message: `"${path}" is a pattern, and 'use' takes one file.`, help: "Write one 'use' for each file." };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  if (/[\u0000-\u001f]/.test(path)) return { message: "The path holds a control character.", help: relative };
  if (!path.endsWith(ending)) {
    const instead = `${path.replace(/\/+$/, "")}${ending}`;
    return { message: `"${path}" is not a ${ending} file; no other is read.`, help: `Did you mean "${instead}"?`, instead };
  }
  return undefined;
}

/** Where a path written in the file `from` leads. */
export function resolvePath(from: string, written: string): string {
  const segments = from.split("/").slice(0, -1);
  for (const segment of written.split("/")) {
    if (segment === "." || segment === "") continue;
    const last = segments.at(-1);
    if (segment !== ".." || last === undefined || last === "..") segments.push(segment);
    // The root is its own parent.
    else if (last !== "" || segments.length > 1) segments.pop();
  }
  return segments.join("/");
}

/** The path that leads from the file `from` to the file `to`; `to` itself where they have no folder in common. */
export function relativePath(from: string, to: string): string {
  const [folders, segments] = [from.split("/").slice(0, -1), to.split("/")];
  let common = 0;
  while (common < folders.length && common < segments.length - 1 && folders[common] === segments[common]) common++;
  const up = folders.slice(common);
  if (up.includes("..") || (common === 0 && (to.startsWith("/") || /^[A-Za-z][\w+.-]*:/.test(to)))) return to;
  return [...up.map(() => ".."), ...segments.slice(common)].join("/");
}

/** The folder of a file, without its last slash; "" where it has none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
