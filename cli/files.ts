// Reading and writing files for the commands, with messages a person can act on.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { type Compilation, compile } from "../compiler/compilation.ts";
import { lineStarts } from "../grammar/positions.ts";

const LARGEST_SPEC = 8 * 1024 * 1024;

export interface Spec {
  path: string;
  text: string;
  compilation: Compilation;
  starts: number[];
}

/** A spec, or a sentence why it cannot be read. */
export function readSpec(path: string): Spec | string {
  const text = readText(path);
  if (typeof text !== "object") return text;
  return { path, text: text.text, compilation: compile(text.text), starts: lineStarts(text.text) };
}

function readText(path: string): { text: string } | string {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_SPEC) return `${path} has ${size} bytes; a spec larger than ${LARGEST_SPEC} is not read.`;
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)).replace(/^\uFEFF/, "") };
  } catch (error) {
    return unreadable(path, error);
  }
}

export function readBytes(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return `${path} does not exist.`;
  if (code === "EISDIR") return `${path} is a folder; name the files in it.`;
  if (code === "EACCES") return `${path} may not be read by this user.`;
  return `${path} cannot be read: ${(error as Error).message}`;
}

/** Undefined where it worked, else why not. */
export function writeText(path: string, text: string): string | undefined {
  try {
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    return `${path} cannot be written: ${(error as Error).message}`;
  }
}
