// The command line in this process, and a folder of its own for each suite.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
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

/** Writes files into a folder that is removed after the suite. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "telos-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    file(name: string, text: string | Uint8Array): string {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
  };
}
