// A file that another one uses: what it declares, bound once for each content of it and of what it uses itself.
import type * as ast from "../../grammar/ast.ts";
import { bindFile } from "../bind-file.ts";
import type { FileScope } from "../elaborate/context.ts";
import type { Definition, Model } from "../model.ts";
import { declarationsWith, isSerious } from "./broken.ts";
import { type Host, type Read, sameRead } from "./host.ts";
import { joinReading, keep, type ParsedFile, parseFile, type Reading, startReading } from "./reading.ts";

export interface UsedFile extends ParsedFile {
  path: string;
  scope: FileScope;
  /** What it declares itself; the only names it gives to others. */
  definitions: readonly Definition[];
  /** By path, the files it uses, directly or not. */
  files: ReadonlyMap<string, UsedFile>;
}

const bound = new Map<string, { used: UsedFile; read: ReadonlyMap<string, Read> }>();

export function useFile(path: string, text: string, reading: Reading): UsedFile {
  const known = bound.get(path);
  if (known?.used.text === text && isCurrent(known.read, reading.host)) {
    joinReading(known.read, reading);
    return known.used;
  }
  const own = startReading(reading.host, path);
  const used = bind(path, parseFile(path, text), own);
  keep(bound, path, { used, read: own.read });
  joinReading(own.read, reading);
  return used;
}

/** Whether the host still answers as it did. */
export function isCurrent(read: ReadonlyMap<string, Read>, host: Host): boolean {
  for (const [path, answer] of read) if (!sameRead(host.read(path), answer)) return false;
  return true;
}

function bind(path: string, parsed: ParsedFile, reading: Reading): UsedFile {
  const { file, errors, text } = parsed;
  const model: Model = { definitions: [], imported: [], rewards: [], references: [], operators: [], builtins: [] };
  const files = new Map<string, UsedFile>();
  const broken = declarationsWith(errors.filter(isSerious), file);
  // What is wrong in it is told where it is looked at, and where a broken declaration is used.
  const scope = bindFile({ file, text, model, broken, reading, files, isUsed: true, report: () => {} });
  return { ...parsed, path, scope, definitions: model.definitions.filter(isGiven), files };
}

const given: ReadonlySet<ast.Declaration["kind"]> = new Set(["fn", "unit", "signal-set"]);

const isGiven = ({ kind, name }: Definition) => name !== "" && given.has(kind as ast.Declaration["kind"]);
