// The files one compilation reads: each asked for once, and remembered, so that it can be told when it is out of date.
// It must not know what they mean.
import type * as ast from "../../grammar/ast.ts";
import { parse } from "../../grammar/parser.ts";
import type { SyntaxProblem } from "../../grammar/syntax-errors.ts";
import type { Host, Read } from "./host.ts";

export interface Reading {
  host: Host;
  /** Of the file whose `use`s are read. */
  path: string;
  /** What has been asked for so far, with the answers. */
  read: Map<string, Read>;
}

export function startReading(host: Host, path = host.path): Reading {
  return { host, path, read: new Map() };
}

export function readFile(path: string, { host, read }: Reading): Read {
  if (!read.has(path)) read.set(path, host.read(path));
  return read.get(path);
}

/** What another reading has asked for counts as asked for here. */
export function joinReading(other: ReadonlyMap<string, Read>, { read }: Reading): void {
  for (const [path, answer] of other) if (!read.has(path)) read.set(path, answer);
}

export interface ParsedFile {
  text: string;
  file: ast.File;
  errors: readonly SyntaxProblem[];
}

const MOST_KEPT = 512;
const parsed = new Map<string, ParsedFile>();

/** The tree of a used file, parsed once for each text it has. */
export function parseFile(path: string, text: string): ParsedFile {
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const fresh = { text, ...parse(text) };
  keep(parsed, path, fresh);
  return fresh;
}

/** Puts it last; the one not made anew for the longest time goes. */
export function keep<T>(kept: Map<string, T>, path: string, value: T): void {
  kept.delete(path);
  kept.set(path, value);
  if (kept.size > MOST_KEPT) for (const oldest of [...kept.keys()].slice(0, kept.size - MOST_KEPT)) kept.delete(oldest);
}
