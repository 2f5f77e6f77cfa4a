// Reading and writing files for the commands, with messages a person can act on.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Compilation, compile } from "../compiler/compilation.ts";
import { lineStarts } from "../grammar/positions.ts";
import { diskHost } from "../server/spec-files.ts";
import type { Output } from "./command.ts";

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
  return typeof text === "object" ? specOf(path, text.text) : text;
}

/** What is piped in, as if it lay at `path`. */
export function readPiped(path: string, { input }: Pick<Output, "input">): Spec | string {
  try {
    const bytes = input === undefined ? readFileSync(0) : input();
    if (bytes.length > LARGEST_SPEC) return `what is piped in has more than ${LARGEST_SPEC} bytes and is not read.`;
    return specOf(path, decode(bytes));
  } catch (error) {
    return unreadable("what is piped in", error);
  }
}

function specOf(path: string, text: string): Spec {
  return { path, text, compilation: compile(text, diskHost(path.replaceAll("\\", "/"))), starts: lineStarts(text) };
}

/** The files that specs use, directly or not, and that are not among them; each once, under its own path. */
export function readUsedSpecs(specs: readonly Spec[]): Spec[] {
  const known = new Set(specs.map(({ path }) => resolve(path)));
  return specs
    .flatMap(({ compilation }) => [...compilation.files.keys()])
    .flatMap((path) => {
      const isNew = !known.has(resolve(path));
      known.add(resolve(path));
      const spec = isNew ? readSpec(path) : "";
      return typeof spec === "string" ? [] : [spec];
    });
}

function readText(path: string): { text: string } | string {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_SPEC) return `${path} has ${size} bytes; a spec larger than ${LARGEST_SPEC} is not read.`;
    return { text: decode(readFileSync(path)) };
  } catch (error) {
    return unreadable(path, error);
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\uFEFF/, "");
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
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return `${path} is not a text in UTF-8.`;
  return `${path} cannot be read: ${(error as Error).message}`;
}

/** Undefined where it worked, else why not. Folders are made. */
export function writeText(path: string, text: string): string | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    return `${path} cannot be written: ${(error as Error).message}`;
  }
}
