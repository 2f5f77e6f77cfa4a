// The file-level names: rewards, functions, units, signal sets. It must not know what is inside a reward.
import type * as ast from "../grammar/ast.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { createBuilder } from "./elaborate/builder.ts";
import { notYet } from "./elaborate/complain.ts";
import type { Context, FileScope, FnBinding, SetBinding } from "./elaborate/context.ts";
import { newEffort } from "./elaborate/effort.ts";
import { readFns } from "./file-fns.ts";
import { createUnits } from "./file-units.ts";
import { complainTwice, define, hintShadowing } from "./members/declare.ts";
import type { Definition, Model } from "./model.ts";

/** Enters every file-level name and returns what rewards may use. */
export function bindFile(
  file: ast.File,
  text: string,
  model: Model,
  broken: ReadonlySet<ast.Declaration>,
  report: (diagnostic: Diagnostic) => void,
): FileScope {
  const fns = new Map<string, FnBinding>();
  const sets = new Map<string, SetBinding>();
  const units = new Map<string, ast.UnitDeclaration>();
  const isOpen = file.declarations.some(({ kind }) => kind === "use");
  const unitScope = createUnits(units, () => context);
  const scope: FileScope = { text, head: file.language?.end ?? 0, model, ...unitScope, fns, sets, isOpen, report };
  const context = fileContext(scope);
  const known = new Map<string, Definition>();
  for (const declaration of file.declarations) {
    if (declaration.kind === "use") {
      notYet(context, declaration, "'use'");
      continue;
    }
    const definition = define(declaration.kind, declaration);
    model.definitions.push(definition);
    if (definition.name === "" || isTaken(definition, known, context)) continue;
    hintShadowing(context, definition);
    if (declaration.kind === "fn") fns.set(definition.name, { definition, ast: declaration, isWhole: !broken.has(declaration) });
    if (declaration.kind === "signal-set")
      sets.set(definition.name, { definition, ast: declaration, isWhole: !broken.has(declaration) });
    if (declaration.kind === "unit") units.set(definition.name, declaration);
  }
  for (const name of units.keys()) scope.units.get(name);
  readFns(context);
  return scope;
}

/** Each kind of declaration has names of its own: nothing confuses a unit with a function. */
function isTaken(definition: Definition, known: Map<string, Definition>, context: Context): boolean {
  const key = `${definition.kind} ${definition.name}`;
  const before = known.get(key);
  if (before === undefined) known.set(key, definition);
  else complainTwice(context, definition.nameSpan, definition, before);
  return before !== undefined;
}

/** For what stands outside of rewards: the values of units, the bodies of functions. */
function fileContext(scope: FileScope): Context {
  return {
    ...scope,
    infos: new Map(),
    builder: createBuilder(),
    effort: newEffort(),
    scope: { values: new Map(), terms: new Map(), worlds: new Map() },
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
