// Which paths a `data` block means: *, ** and ? against a path relative to the workspace, with forward slashes.
// It must not touch a file system; a pattern cannot leave the workspace.

/** Why a pattern is not accepted; undefined where it is. */
export function globProblem(pattern: string): string | undefined {
  if (pattern.trim() === "") return 'The path is empty. Write a file name such as "logs/run.jsonl".';
  if (pattern.includes("\\")) return "Write the path with forward slashes (/), so that it works on every machine.";
  if (pattern.startsWith("/") || /^[A-Za-z]:/.test(pattern) || /^[a-z]+:\/\//i.test(pattern)) {
    return "The path must be relative to the workspace folder, so that a spec means the same on every machine.";
  }
  if (pattern.split("/").includes("..")) return "The path must not leave the workspace folder: '..' is not allowed.";
  return undefined;
}

/** Whether a relative path matches; never for a pattern or a path that leaves the workspace. */
export function matchGlob(pattern: string, path: string): boolean {
  if (globProblem(pattern) !== undefined || globProblem(path) !== undefined) return false;
  return matchSegments(split(pattern), split(path));
}

const split = (path: string): string[] => path.split("/").filter((segment) => segment !== "" && segment !== ".");

function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  // Row by row over the path, so that many ** cannot make it slow.
  let reachable = new Array<boolean>(pattern.length + 1).fill(false);
  reachable[0] = true;
  openStars(pattern, reachable);
  for (const segment of path) {
    const next = new Array<boolean>(pattern.length + 1).fill(false);
    for (const [index, part] of pattern.entries()) {
      if (reachable[index] !== true) continue;
      if (part === "**") next[index] = true;
      else if (matchSegment(part, segment)) next[index + 1] = true;
    }
    openStars(pattern, next);
    reachable = next;
  }
  return reachable[pattern.length] === true;
}

/** ** also stands for no segment at all. */
function openStars(pattern: readonly string[], reachable: boolean[]): void {
  for (const [index, part] of pattern.entries()) if (part === "**" && reachable[index] === true) reachable[index + 1] = true;
}

function matchSegment(pattern: string, segment: string): boolean {
  if (segment.startsWith(".") && !pattern.startsWith(".")) return false;
  let [at, from] = [0, 0];
  let [star, retry] = [-1, 0];
  while (from < segment.length) {
    if (at < pattern.length && pattern[at] !== "*" && (pattern[at] === "?" || pattern[at] === segment[from])) {
      at++;
      from++;
    } else if (pattern[at] === "*") {
      star = at++;
      retry = from;
    } else if (star >= 0) {
      at = star + 1;
      from = ++retry;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
