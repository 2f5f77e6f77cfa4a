// Units of measure: algebra over SI base dimensions. It must not know expressions; `unit-table.ts` holds the names.
import type { UnitTag } from "../../grammar/ast.ts";
import { baseUnits, derivedUnits, prefixes, unprefixed } from "./unit-table.ts";

export interface Unit {
  /** As people read it: symbol → exponent. */
  factors: Record<string, number>;
  /** Base dimension → exponent. */
  dimensions: Record<string, number>;
  /** Size in base units: 1000 for km. */
  scale: number;
  /** Radians: the number 1, but worth a warning where they meet another unit. */
  angle?: boolean;
}

export const PURE: Unit = { factors: {}, dimensions: {}, scale: 1 };

/** Units a file declares itself, by name. */
export type UnitScope = Pick<ReadonlyMap<string, Unit>, "get">;

export function isPure(unit: Unit): boolean {
  if (unit === PURE) return true;
  for (const _ in unit.dimensions) return false;
  return isNear(unit.scale, 1);
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a === b || (sameDimension(a, b) && isNear(a.scale, b.scale));
}

/** Scales are products of decimal fractions, so they are compared up to rounding. */
const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.abs(b);

export function sameDimension(a: Unit, b: Unit): boolean {
  const keys = new Set([...Object.keys(a.dimensions), ...Object.keys(b.dimensions)]);
  return [...keys].every((key) => (a.dimensions[key] ?? 0) === (b.dimensions[key] ?? 0));
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  if (b === PURE && !a.angle) return a;
  if (a === PURE && !b.angle) return b;
  return {
    factors: addExponents(a.factors, b.factors, 1),
    dimensions: addExponents(a.dimensions, b.dimensions, 1),
    scale: a.scale * b.scale,
  };
}

export function divideUnits(a: Unit, b: Unit): Unit {
  if (b === PURE && !a.angle) return a;
  return {
    factors: addExponents(a.factors, b.factors, -1),
    dimensions: addExponents(a.dimensions, b.dimensions, -1),
    scale: a.scale / b.scale,
  };
}

export function powerUnit(unit: Unit, exponent: number): Unit {
  if (unit === PURE) return unit;
  const scaled = (record: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(record)
        .map(([key, value]) => [key, rounded(value * exponent)] as const)
        .filter(([, value]) => value !== 0),
    );
  return { factors: scaled(unit.factors), dimensions: scaled(unit.dimensions), scale: unit.scale ** exponent };
}

function addExponents(a: Record<string, number>, b: Record<string, number>, sign: 1 | -1): Record<string, number> {
  const sum = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const total = rounded((sum[key] ?? 0) + sign * value);
    if (total === 0) delete sum[key];
    else sum[key] = total;
  }
  return sum;
}

/** So that the cube of a cube root is the unit again. */
const rounded = (exponent: number) => Math.round(exponent * 1e9) / 1e9;

/** The unit called `name`, with an SI prefix where that makes sense; undefined where there is none. */
export function unitNamed(name: string, scope: UnitScope): Unit | undefined {
  const own = scope.get(name);
  if (own !== undefined) return own;
  const known = namedUnit(name);
  if (known !== undefined) return known;
  for (const [prefix, factor] of prefixes) {
    const rest = name.slice(prefix.length);
    if (!name.startsWith(prefix) || rest === "" || unprefixed.has(rest)) continue;
    const base = namedUnit(rest);
    if (base !== undefined) return { ...base, factors: { [name]: 1 }, scale: base.scale * factor };
  }
  return undefined;
}

/** Seconds, whatever a file calls its own units. */
export const SECOND: Unit = namedUnit("s")!;

function namedUnit(name: string): Unit | undefined {
  if (baseUnits.has(name)) return { factors: { [name]: 1 }, dimensions: { [name]: 1 }, scale: 1 };
  const derived = derivedUnits.get(name);
  if (derived === undefined) return undefined;
  if (name === "rad") return { factors: {}, dimensions: {}, scale: 1, angle: true };
  return { factors: { [name]: 1 }, dimensions: derived.dimensions, scale: derived.scale };
}

/** The unit a tag `[m/s^2]` writes, or the name in it that is not known. */
export function unitOfTag(tag: UnitTag, scope: UnitScope): Unit | { unknown: string } {
  let unit = PURE;
  for (const factor of tag.factors) {
    if (factor.name === undefined) {
      if (factor.number !== undefined && factor.number !== 1)
        unit = multiplyUnits(unit, multipleOf(factor.number, factor.exponent));
      continue;
    }
    const named = unitNamed(factor.name, scope);
    if (named === undefined) return { unknown: factor.name };
    if (named.angle === true && tag.factors.length === 1 && factor.exponent === 1) return named;
    unit = multiplyUnits(unit, powerUnit(named, factor.exponent));
  }
  return unit;
}

/** `[100*m]`: the number is part of how the unit is read. */
function multipleOf(number: number, exponent: number): Unit {
  return { factors: { [number]: exponent }, dimensions: {}, scale: number ** exponent };
}

/** "m/s^2"; "" for a pure number. */
export function unitText(unit: Unit): string {
  if (unit === PURE) return "";
  if (unit.angle) return "rad";
  const entries = Object.entries(unit.factors);
  const power = ([name, exponent]: [string, number]) => (exponent === 1 ? name : `${name}^${exponent}`);
  const above = entries.filter(([, exponent]) => exponent > 0).map(power);
  const below = entries.filter(([, exponent]) => exponent < 0).map(([name, exponent]) => power([name, -exponent]));
  if (above.length === 0 && below.length === 0) return "";
  return [above.join("*") || "1", ...below].join("/");
}
