// The command line in this process, and a folder of its own for each suite.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach } from "vitest";
import { main } from "../../cli/main.ts";

export interface Ran {
  code: number;
  out: string;
  error: string;
}

/** What a call prints and exits with. */
export async function telos(...args: string[]): Promise<Ran> {
  return telosWith("", ...args);
}

/** The same with something piped in. */
export async function telosWith(input: string | Uint8Array, ...args: string[]): Promise<Ran> {
  const texts = { out: "", error: "" };
  const code = await main(args, {
    out(text) {
      texts.out += text;
    },
    error(text) {
      texts.error += text;
    },
    input: () => (typeof input === "string" ? new TextEncoder().encode(input) : input),
  });
  return { code, ...texts };
}

const makeFolder = (): string => mkdtempSync(join(tmpdir(), "telos-cli-"));
const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

function writeInto(folder: string, name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Writes files into a folder that is removed after the suite. */
export function scratch() {
  const folder = makeFolder();
  afterAll(() => removeFolder(folder));
  return { folder, file: (name: string, text: string | Uint8Array): string => writeInto(folder, name, text) };
}

/** The same with a new folder for every test, where what lies beside a file counts. */
export function scratchEach() {
  let folder = "";
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => removeFolder(folder));
  return { folder: () => folder, file: (name: string, text: string): string => writeInto(folder, name, text) };
}
