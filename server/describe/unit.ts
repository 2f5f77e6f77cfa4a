// A unit as Markdown. It must not know LSP.
import { type Unit, type UnitScope, unitNamed } from "../../compiler/types/units.ts";
import { unitNames } from "../words/unit-words.ts";
import { blocks, fence } from "./code.ts";
import { describeNumber } from "./number.ts";

/** What `name` is called and what it is in base units; undefined where there is no such unit. */
export function describeUnit(name: string, scope: UnitScope): string | undefined {
  const unit = unitNamed(name, scope);
  if (unit === undefined) return undefined;
  const called = unitNames.get(name) ?? prefixedName(name);
  const base = baseText(unit);
  return blocks(
    fence(`[${name}]`),
    [called, base !== name && `1 ${name} = ${describeNumber(unit.scale)}${base && ` ${base}`}`].filter(Boolean).join(": "),
  );
}

function prefixedName(name: string): string | undefined {
  for (let length = 1; length <= 2; length++) {
    const base = unitNames.get(name.slice(length));
    if (base !== undefined) return `${name.slice(0, length)}-${base}`;
  }
  return undefined;
}

function baseText(unit: Unit): string {
  const power = ([name, exponent]: [string, number]) => (exponent === 1 ? name : `${name}^${exponent}`);
  return Object.entries(unit.dimensions).map(power).join("*");
}
