// What a compilation may ask of its surroundings: the text of other files. It must not know disks, editors or processes.

/** Why a file that is there cannot be used. */
export interface Unreadable {
  why: string;
}

export interface Host {
  /** Of the file that is compiled, with forward slashes. What it uses is found relative to it. */
  path: string;
  /** The text of another file; undefined where there is none. Never throws. */
  read(path: string): string | Unreadable | undefined;
  /** Names of the `.reward` files in a folder, to find what was meant. */
  list?(folder: string): readonly string[];
}

export type Read = ReturnType<Host["read"]>;

/** Whether two answers of a host are the same. */
export function sameRead(a: Read, b: Read): boolean {
  return typeof a === "object" && typeof b === "object" ? a.why === b.why : a === b;
}
