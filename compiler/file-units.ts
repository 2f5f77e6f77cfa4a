// Units a file declares, each settled on first use, so that their order does not matter.
import type * as ast from "../grammar/ast.ts";
import { complain } from "./elaborate/complain.ts";
import { constantNumber } from "./elaborate/constants.ts";
import type { Context, FileScope } from "./elaborate/context.ts";
import { elaborate } from "./elaborate/expression.ts";
import { settleInOrder, unitsIn } from "./elaborate/walk.ts";
import type { UsedFile } from "./files/used-file.ts";
import type { Unit } from "./types/units.ts";

/** The scope that settles what `declared` holds by then. */
export function createUnits(
  declared: ReadonlyMap<string, ast.UnitDeclaration>,
  used: readonly UsedFile[],
  context: () => Context,
): Pick<FileScope, "units" | "brokenUnits"> {
  const settled = new Map<string, Unit>();
  const brokenUnits = new Set<string>();
  const settle = (name: string): void => {
    if (!isOpen(name)) return;
    const unit = unitOf(declared.get(name)!, context());
    if (unit === undefined) brokenUnits.add(name);
    else settled.set(name, unit);
  };
  const isOpen = (name: string) => declared.has(name) && !settled.has(name) && !brokenUnits.has(name);
  const needs = (name: string) => unitsIn(declared.get(name)?.value).filter(isOpen);
  const get = (name: string): Unit | undefined => {
    const circle = (other: string) => complainCircle(declared.get(other)!, brokenUnits, context());
    if (isOpen(name)) settleInOrder(name, needs, settle, circle);
    return settled.get(name);
  };
  const homeOf = (name: string) => (declared.has(name) ? undefined : used.find((file) => declares(file, name))?.scope);
  return {
    units: { get: (name) => homeOf(name)?.units.get(name) ?? get(name) },
    brokenUnits: { has: (name) => brokenUnits.has(name) || homeOf(name)?.brokenUnits.has(name) === true },
  };
}

/** Only what a file declares itself is given to others. */
function declares({ definitions }: UsedFile, name: string): boolean {
  return definitions.some((definition) => definition.kind === "unit" && definition.name === name);
}

function complainCircle({ name }: ast.UnitDeclaration, brokenUnits: Set<string>, context: Context): undefined {
  brokenUnits.add(name.text);
  return complain(context, name, "N017", "circular-definition", `The unit '${name.text}' is defined by itself.`, {
    help: "Let one of them be a unit of its own: 'unit name'.",
  });
}

function unitOf({ name, value: written }: ast.UnitDeclaration, context: Context): Unit | undefined {
  const factors = { [name.text]: 1 };
  // Two files may each have a unit of this name; they are not the same one.
  const dimension = context.file === undefined ? name.text : `${name.text} of ${context.file}`;
  if (written === undefined) return { factors, dimensions: { [dimension]: 1 }, scale: 1 };
  const value = elaborate(written, context);
  if (value === undefined) return undefined;
  const number = constantNumber(context, value);
  if (number !== undefined && number > 0 && Number.isFinite(number)) {
    const { dimensions, scale } = value.info.unit;
    return { factors, dimensions, scale: number * scale };
  }
  return complain(context, written, "U003", "unit-definition", "A unit is a positive multiple of another one.", {
    help: "Write it as a number with a unit, such as 'unit km = 1000 [m]'.",
  });
}
