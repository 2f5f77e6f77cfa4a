// One file on its way from text to program: stages computed once, on first use. The object everyone asks.
// It must not know editors, files or processes.
import type * as ast from "../grammar/ast.ts";
import { parse } from "../grammar/parser.ts";
import { syntaxCodes } from "../grammar/syntax-errors.ts";
import type { Program } from "../runtime/program.ts";
import { bindFile } from "./bind-file.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { declarationsWith, isSerious, withoutFollowing } from "./files/broken.ts";
import type { Host, Read } from "./files/host.ts";
import { startReading } from "./files/reading.ts";
import type { UsedFile } from "./files/used-file.ts";
import { elaborateReward } from "./members/reward.ts";
import type { Definition, Model } from "./model.ts";

export interface Compilation {
  readonly text: string;
  readonly file: ast.File;
  readonly model: Model;
  /** Syntax, names, types: everything but hackable patterns (analysis/patterns adds those). In source order. */
  readonly diagnostics: Diagnostic[];
  /** Programs of the rewards that have no error, in source order. */
  readonly programs: Program[];
  /** By path, the other files it uses, directly or not. */
  readonly files: ReadonlyMap<string, UsedFile>;
  /** What it has asked for, by path, with the answers, so that it can be told when it is out of date. */
  readonly read: ReadonlyMap<string, Read>;
}

const nothing: ReadonlyMap<string, Read> = new Map();

type Parsed = ReturnType<typeof parse>;

interface Meaning {
  model: Model;
  diagnostics: Diagnostic[];
  files: ReadonlyMap<string, UsedFile>;
  read: ReadonlyMap<string, Read>;
}

/** Any text has a compilation; what is wrong with it is in `diagnostics`. Without a host, no other file can be used. */
export function compile(text: string, host?: Host): Compilation {
  let parsed: Parsed | undefined;
  const parsing = () => {
    parsed ??= parse(text);
    return parsed;
  };
  let meaning: Meaning | undefined;
  const analysing = () => {
    meaning ??= analyse(text, parsing(), host);
    return meaning;
  };
  return {
    text,
    get file() {
      return parsing().file;
    },
    get model() {
      return analysing().model;
    },
    get diagnostics() {
      return analysing().diagnostics;
    },
    get files() {
      return analysing().files;
    },
    get read() {
      return meaning?.read ?? nothing;
    },
    get programs() {
      return analysing().model.rewards.flatMap((reward) => reward.program ?? []);
    },
  };
}

function analyse(text: string, { file, errors }: Parsed, host: Host | undefined): Meaning {
  const model: Model = { definitions: [], imported: [], rewards: [], references: [], operators: [], builtins: [] };
  const diagnostics: Diagnostic[] = errors.map(syntaxDiagnostic);
  const report = collect(diagnostics);
  const broken = declarationsWith(errors.filter(isSerious), file);
  const reading = host && startReading(host);
  const files = new Map<string, UsedFile>();
  const scope = bindFile({ file, text, model, broken, reading, files, report });
  const definitionOf = new Map<unknown, Definition>(model.definitions.map((definition) => [definition.declaration, definition]));
  for (const declaration of file.declarations) {
    if (declaration.kind !== "reward") continue;
    model.rewards.push(elaborateReward(declaration, definitionOf.get(declaration)!, scope, broken.has(declaration)));
  }
  const understood = withoutFollowing(diagnostics, errors, file);
  understood.sort((a, b) => a.start - b.start || a.end - b.end);
  return { model, diagnostics: understood, files, read: reading?.read ?? new Map() };
}

/** The same problem may be met more than once, for example at every use of what causes it. */
function collect(diagnostics: Diagnostic[]): (diagnostic: Diagnostic) => void {
  const reported = new Set<string>();
  return (diagnostic) => {
    const { code, start, end, message } = diagnostic;
    const key = `${code} ${start} ${end} ${message}`;
    if (!reported.has(key)) diagnostics.push(diagnostic);
    reported.add(key);
  };
}

function syntaxDiagnostic(error: Parsed["errors"][number]): Diagnostic {
  const { code, severity = "error", start, end, message, help, fixes } = error;
  return {
    code,
    rule: syntaxCodes[code],
    severity,
    start,
    end,
    message,
    ...(help === undefined ? {} : { help }),
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => ({ ...fix, safe: fix.safe === true })) }),
  };
}
