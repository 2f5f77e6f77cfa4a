// Which settings apply to a spec: those of the file named, of the nearest `telos.json`, or none; and what is wrong in those files.
import { resolve } from "node:path";
import { defaultSettings, type Settings } from "../analysis/patterns/settings.ts";
import { lineStarts, positionAt } from "../grammar/positions.ts";
import { type FoundSettings, findSettings, readSettings, settingsFor } from "../server/settings-files.ts";
import type { Words } from "./command.ts";

export const settingsOptions = { config: { type: "string" }, "no-config": { type: "boolean" } } as const;

export interface ChosenSettings {
  of(specPath: string): Settings;
  /** What is wrong in the files read so far, a line each, each file once. */
  problems(): string[];
}

/** A sentence where the words are wrong. */
export function chooseSettings({ config, "no-config": none }: Words["values"]): ChosenSettings | string {
  if (none === true && config !== undefined) return "--config and --no-config exclude each other.";
  if (none === true) return { of: () => defaultSettings, problems: () => [] };
  const named = config === undefined ? undefined : readSettings(absolute(String(config)));
  if (config !== undefined && named === undefined) return `${config} does not exist.`;
  const read = new Map<string, FoundSettings>();
  if (named !== undefined) read.set(String(config), named);
  return {
    of(specPath) {
      const path = absolute(specPath);
      const found = named ?? findSettings(path);
      if (found === undefined) return defaultSettings;
      if (named === undefined) read.set(relativeTo(found.path), found);
      return settingsFor(path, found);
    },
    problems: () => [...read].flatMap(([path, found]) => problemsIn(path, found)),
  };
}

const absolute = (path: string): string => resolve(path).replaceAll("\\", "/");

/** As short as it can be said from the folder the command runs in. */
function relativeTo(path: string): string {
  const here = `${absolute(".")}/`;
  return path.startsWith(here) ? path.slice(here.length) : path;
}

function problemsIn(path: string, { text, problems }: FoundSettings): string[] {
  const starts = lineStarts(text);
  return problems.map(({ start, code, rule, message, help }) => {
    const { line, character } = positionAt(starts, start);
    return `${path}:${line + 1}:${character + 1} error ${code} ${rule}\n  ${message}${help === undefined ? "" : `\n  do:   ${help}`}\n`;
  });
}
