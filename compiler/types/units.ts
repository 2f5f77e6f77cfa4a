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
export type UnitScope = ReadonlyMap<string, Unit>;

export function isPure(unit: Unit): boolean {
  return Object.keys(unit.dimensions).length === 0 && unit.scale === 1;
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return sameDimension(a, b) && Math.abs(a.scale - b.scale) <= 1e-12 * Math.abs(a.scale);
}

export function sameDimension(a: Unit, b: Unit): boolean {
  const keys = new Set([...Object.keys(a.dimensions), ...Object.keys(b.dimensions)]);
  return [...keys].every((key) => (a.dimensions[key] ?? 0) === (b.dimensions[key] ?? 0));
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return {
    factors: addExponents(a.factors, b.factors, 1),
    dimensions: addExponents(a.dimensions, b.dimensions, 1),
    scale: a.scale * b.scale,
  };
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return {
    factors: addExponents(a.factors, b.factors, -1),
    dimensions: addExponents(a.dimensions, b.dimensions, -1),
    scale: a.scale / b.scale,
  };
}

export function powerUnit(unit: Unit, exponent: number): Unit {
  const scaled = (record: Record<string, number>) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value * exponent]).filter(([, value]) => value !== 0));
  return { factors: scaled(unit.factors), dimensions: scaled(unit.dimensions), scale: unit.scale ** exponent };
}

function addExponents(a: Record<string, number>, b: Record<string, number>, sign: 1 | -1): Record<string, number> {
  const sum = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const total = (sum[key] ?? 0) + sign * value;
    if (total === 0) delete sum[key];
    else sum[key] = total;
  }
  return sum;
}

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
      if (factor.number !== undefined && factor.number !== 1) unit = { ...unit, scale: unit.scale * factor.number ** factor.exponent };
      continue;
    }
    const named = unitNamed(factor.name, scope);
    if (named === undefined) return { unknown: factor.name };
    const angle = named.angle === true && tag.factors.length === 1;
    unit = multiplyUnits(unit, powerUnit(named, factor.exponent));
    if (angle) unit = { ...unit, angle: true };
  }
  return unit;
}

/** "m/s^2"; "" for a pure number. */
export function unitText(unit: Unit): string {
  if (unit.angle) return "rad";
  const entries = Object.entries(unit.factors);
  const power = ([name, exponent]: [string, number]) => (exponent === 1 ? name : `${name}^${exponent}`);
  const above = entries.filter(([, exponent]) => exponent > 0).map(power);
  const below = entries.filter(([, exponent]) => exponent < 0).map(([name, exponent]) => power([name, -exponent]));
  if (above.length === 0 && below.length === 0) return "";
  return [above.join("*") || "1", ...below].join("/");
}
