// `telos.json` on this machine: the nearest one above a spec, kept until it changes on disk. It must not know LSP or terminals.
import { readFileSync, type Stats, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import { defaultSettings, type Settings } from "../analysis/patterns/settings.ts";
import { parseSettings } from "../analysis/settings/parse-settings.ts";
import { noSettings, type SettingsFile, settingsOf } from "../analysis/settings/settings-file.ts";
import type { Diagnostic } from "../compiler/diagnostics.ts";
import { folderOf, nameOf } from "../compiler/files/path.ts";

export const SETTINGS_NAME = "telos.json";

export interface FoundSettings {
  /** With forward slashes. */
  path: string;
  text: string;
  settings: SettingsFile;
  problems: readonly Diagnostic[];
}

const LARGEST = 1 << 20;
const MOST_KEPT = 500;

const kept = new Map<string, { changed: number; size: number; found: FoundSettings }>();
const settled = new WeakMap<FoundSettings, Map<string, Settings>>();

/** The nearest settings file above the spec at an absolute path with forward slashes; undefined where there is none. */
export function findSettings(specPath: string): FoundSettings | undefined {
  if (!isAbsolute(specPath)) return undefined;
  for (let folder = folderOf(specPath), before = specPath; folder.length < before.length; folder = folderOf(folder)) {
    const found = readSettings(`${folder.replace(/\/$/, "")}/${SETTINGS_NAME}`);
    if (found !== undefined) return found;
    before = folder;
  }
  return undefined;
}

/** The settings file at a path, with what is wrong in it; undefined where there is none. Never throws. */
export function readSettings(path: string): FoundSettings | undefined {
  const status = statusOf(path);
  if (status === undefined) return undefined;
  const { mtimeMs: changed, size } = status;
  const known = kept.get(path);
  if (known?.changed === changed && known.size === size) return known.found;
  const found = load(path, status);
  kept.delete(path);
  kept.set(path, { changed, size, found });
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return found;
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function load(path: string, status: Stats): FoundSettings {
  if (!status.isFile()) return unreadable(path, "it is not a file.");
  if (status.size > LARGEST) return unreadable(path, `it has ${status.size} bytes; no more than ${LARGEST} are read.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    return { path, text, ...parseSettings(text) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") return unreadable(path, "this user may not read it.");
    return unreadable(path, error instanceof TypeError ? "it is not a text in UTF-8." : `${code ?? (error as Error).message}.`);
  }
}

function unreadable(path: string, why: string): FoundSettings {
  const message = `The settings cannot be read: ${why}`;
  const help = "The defaults apply.";
  const problem = { code: "C008", rule: "unreadable-settings", severity: "error", start: 0, end: 0, message, help } as const;
  return { path, text: "", settings: noSettings, problems: [problem] };
}

/** What applies to a spec; the same object until something changes. */
export function settingsFor(specPath: string, found: FoundSettings | undefined = findSettings(specPath)): Settings {
  if (found === undefined) return defaultSettings;
  const bySpec = settled.get(found) ?? new Map<string, Settings>();
  settled.set(found, bySpec);
  const folder = `${folderOf(found.path).replace(/\/$/, "")}/`;
  const relative = specPath.startsWith(folder) ? specPath.slice(folder.length) : nameOf(specPath);
  const known = bySpec.get(relative) ?? settingsOf(found.settings, relative);
  bySpec.set(relative, known);
  return known;
}

/** Forgets what was read, however old it looks. */
export function forgetSettings(path: string): void {
  kept.delete(path);
}

export const isSettingsPath = (path: string): boolean => nameOf(path) === SETTINGS_NAME;
