// The file-level names: rewards, functions, units, signal sets. It must not know what is inside a reward.
import type * as ast from "../grammar/ast.ts";
import { EVERYTHING } from "../runtime/interval.ts";
import { createBuilder } from "./elaborate/builder.ts";
import { complain, type Context, type FnBinding, notYet } from "./elaborate/context.ts";
import { elaborate } from "./elaborate/expression.ts";
import { constantNumber } from "./elaborate/make.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { complainTwice, define } from "./members/declare.ts";
import type { FileScope } from "./members/reward.ts";
import type { Definition, Model } from "./model.ts";
import type { Unit } from "./types/units.ts";

/** Enters every file-level name and returns what rewards may use. */
export function bindFile(file: ast.File, text: string, model: Model, report: (diagnostic: Diagnostic) => void): FileScope {
  const units = new Map<string, Unit>();
  const fns = new Map<string, FnBinding>();
  const sets = new Map<string, ast.SignalSet>();
  const context = fileContext(text, model, units, fns, report);
  const known = new Map<string, Definition>();
  for (const declaration of file.declarations) {
    if (declaration.kind === "use") {
      notYet(context, declaration, "'use'");
      continue;
    }
    const definition = define(declaration.kind, declaration);
    model.definitions.push(definition);
    if (definition.name === "") continue;
    const before = known.get(definition.name);
    if (before !== undefined) {
      complainTwice(context, definition, before);
      continue;
    }
    known.set(definition.name, definition);
    if (declaration.kind === "fn") fns.set(definition.name, { definition, ast: declaration });
    if (declaration.kind === "signal-set") sets.set(definition.name, declaration);
    if (declaration.kind === "unit") bindUnit(declaration, units, context);
  }
  return { text, model, units, fns, sets, report };
}

function bindUnit(declaration: ast.UnitDeclaration, units: Map<string, Unit>, context: Context): void {
  const name = declaration.name.text;
  if (declaration.value === undefined) {
    units.set(name, { factors: { [name]: 1 }, dimensions: { [name]: 1 }, scale: 1 });
    return;
  }
  const value = elaborate(declaration.value, context);
  if (value === undefined) return;
  const number = constantNumber(context, value);
  if (number === undefined || !(number > 0) || value.info.range === EVERYTHING) {
    complain(context, declaration.value, "U003", "unit-definition", "A unit is a positive multiple of another one, such as 'unit km = 1000 [m]'.");
    return;
  }
  units.set(name, { factors: { [name]: 1 }, dimensions: value.info.unit.dimensions, scale: number * value.info.unit.scale });
}

function fileContext(text: string, model: Model, units: Map<string, Unit>, fns: Map<string, FnBinding>, report: (diagnostic: Diagnostic) => void): Context {
  return {
    text, model, units, fns, report, infos: new Map(), builder: createBuilder(),
    scope: { values: new Map(), terms: new Map(), scenarios: new Map(), data: new Map() },
    settings: { discount: 1, discountDeclared: false, group: 1 },
    oneShot: false, place: "reward", paramValues: new Map(), contributions: new Map(), locals: new Map(), calls: [],
  };
}
