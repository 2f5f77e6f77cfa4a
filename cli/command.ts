// What one command of `telos` is, and the words it was called with.
import { type ParseArgsConfig, parseArgs } from "node:util";

/** Exit codes, documented: 0 clean, 1 findings or failed tests, 2 wrong usage, wrong settings or an unreadable file. */
export const exit = { clean: 0, findings: 1, usage: 2 } as const;

export interface Command {
  name: string;
  /** `check FILE… [--format …]`. */
  usage: string;
  summary: string;
  run(args: string[], io: Output): number | Promise<number>;
}

export interface Output {
  out(text: string): void;
  error(text: string): void;
  /** What is piped in; absent: the standard input of the process. */
  input?(): Uint8Array;
}

export interface Words {
  files: string[];
  values: Record<string, string | boolean | undefined>;
}

/** The call's files and options; a sentence where the words are wrong. */
export function readWords(args: string[], options: NonNullable<ParseArgsConfig["options"]>): Words | string {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { files: positionals, values: values as Words["values"] };
  } catch (error) {
    return (error as Error).message;
  }
}

export function oneOf<T extends string>(value: string | boolean | undefined, allowed: readonly T[], fallback: T): T | undefined {
  if (value === undefined) return fallback;
  return allowed.find((candidate) => candidate === value);
}
