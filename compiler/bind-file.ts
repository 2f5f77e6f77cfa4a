// The file-level names: rewards, functions, units, signal sets, its own and those of the files it uses. It must not know what is
// inside a reward.
import type * as ast from "../grammar/ast.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { createBuilder } from "./elaborate/builder.ts";
import { complain } from "./elaborate/complain.ts";
import type { Context, FileScope, FnBinding, SetBinding } from "./elaborate/context.ts";
import { newEffort } from "./elaborate/effort.ts";
import { noScope } from "./elaborate/outside.ts";
import { readFns } from "./file-fns.ts";
import { readSets } from "./file-sets.ts";
import { createUnits } from "./file-units.ts";
import { relativePath } from "./files/path.ts";
import { readUses } from "./files/read-uses.ts";
import type { Reading } from "./files/reading.ts";
import type { UsedFile } from "./files/used-file.ts";
import { complainTwice, define, hintShadowing } from "./members/declare.ts";
import { type Definition, type Model, placeOf } from "./model.ts";

export interface FileToBind {
  file: ast.File;
  text: string;
  model: Model;
  /** Declarations with syntax errors. */
  broken: ReadonlySet<ast.Declaration>;
  /** How other files are read; absent where none can be. */
  reading: Reading | undefined;
  /** By path, the files it uses, directly or not; filled here. */
  files: Map<string, UsedFile>;
  /** Another file uses it, so that its definitions carry its path. */
  isUsed?: boolean;
  report(diagnostic: Diagnostic): void;
}

/** Enters every file-level name and returns what rewards may use. */
export function bindFile({ file, text, model, broken, reading, files, isUsed, report }: FileToBind): FileScope {
  const fns = new Map<string, FnBinding>();
  const sets = new Map<string, SetBinding>();
  const units = new Map<string, ast.UnitDeclaration>();
  const unitDefinitions = new Map<string, Definition>();
  const { found, isOpen } = readUses(file, reading, report);
  const unitScope = createUnits(
    units,
    found.map(({ used }) => used),
    () => context,
  );
  const path = reading?.path ?? "";
  const origin = isUsed ? { file: path } : {};
  const names = { ...unitScope, unitDefinitions, fns, sets, isOpen };
  const scope: FileScope = { text, path, ...origin, head: file.language?.end ?? 0, model, ...names, report };
  const context = fileContext(scope);
  const known = new Map<string, Definition>();
  for (const { use, used } of found) {
    files.set(used.path, used);
    for (const [path, other] of used.files) files.set(path, other);
    const clashes = used.definitions.filter((definition) => !enterImport(definition, used));
    complainClashes(use.path, clashes, known, context);
  }
  for (const declaration of file.declarations) {
    if (declaration.kind === "use") continue;
    const definition: Definition = { ...define(declaration.kind, declaration), ...origin };
    model.definitions.push(definition);
    if (definition.name === "" || isTaken(definition, known, context)) continue;
    hintShadowing(context, definition);
    const binding = { definition, isWhole: !broken.has(declaration), home: scope };
    if (declaration.kind === "fn") fns.set(definition.name, { ...binding, ast: declaration });
    if (declaration.kind === "signal-set") sets.set(definition.name, { ...binding, ast: declaration });
    if (declaration.kind === "unit") {
      units.set(definition.name, declaration);
      unitDefinitions.set(definition.name, definition);
    }
  }
  for (const name of units.keys()) scope.units.get(name);
  readFns(context);
  readSets(context);
  return scope;

  /** Whether the name was free. */
  function enterImport(definition: Definition, used: UsedFile): boolean {
    const { name } = definition;
    const key = keyOf(definition);
    if (known.has(key)) return known.get(key)?.file === definition.file;
    known.set(key, definition);
    model.imported.push(definition);
    // A copy: what is found out about a function while it is inlined here is true here.
    const fn = definition.kind === "fn" ? used.scope.fns.get(name) : undefined;
    const set = definition.kind === "signal-set" ? used.scope.sets.get(name) : undefined;
    if (fn !== undefined) fns.set(name, { ...fn });
    if (set !== undefined) sets.set(name, set);
    if (definition.kind === "unit") unitDefinitions.set(name, definition);
    return true;
  }
}

const keyOf = ({ kind, name }: Definition) => `${kind} ${name}`;

/** Each kind of declaration has names of its own: nothing confuses a unit with a function. */
function isTaken(definition: Definition, known: Map<string, Definition>, context: Context): boolean {
  const key = keyOf(definition);
  const before = known.get(key);
  if (before === undefined) known.set(key, definition);
  else complainTwice(context, definition.nameSpan, definition, before);
  return before !== undefined;
}

/** Two used files declare the same names: told once for each pair of files. */
function complainClashes(
  at: ast.TextLiteral,
  clashes: readonly Definition[],
  known: ReadonlyMap<string, Definition>,
  context: Context,
): void {
  const fileOf = (definition: Definition) => known.get(keyOf(definition))?.file ?? "";
  for (const file of new Set(clashes.map(fileOf))) {
    const definitions = clashes.filter((definition) => fileOf(definition) === file);
    const names = definitions.map(({ name }) => `'${name}'`).join(", ");
    const [here, there] = [definitions[0]!.file!, file].map((path) => relativePath(context.path, path));
    const verb = definitions.length === 1 ? "is" : "are";
    complain(context, at, "N020", "duplicate-name", `${names} ${verb} declared in "${there}" and in "${here}".`, {
      why: "A name that two used files declare could mean one thing or the other.",
      help: "Rename one of the two, or use only one of the files.",
      related: definitions.flatMap((definition) => [
        { ...placeOf(known.get(keyOf(definition))!), message: `'${definition.name}' is declared here first` },
        { ...placeOf(definition), message: "and here" },
      ]),
    });
  }
}

/** For what stands outside of rewards: the values of units, the bodies of functions. */
function fileContext(scope: FileScope): Context {
  return {
    ...scope,
    infos: new Map(),
    builder: createBuilder(),
    effort: newEffort(),
    scope: noScope,
    settings: { discount: 1, discountDeclared: false, group: 1 },
    brokenSettings: new Set(),
    body: undefined,
    oneShot: false,
    place: "file",
    paramValues: new Map(),
    contributions: new Map(),
    locals: new Map(),
    calls: [],
    fail: () => undefined,
  };
}
