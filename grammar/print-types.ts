// Types, ranges and units as text. It must not know layout: a type is always on one line.
import type { BaseType, Expression, RangeNode, TypeNode, UnitTag } from "./ast.ts";

export function printType(type: TypeNode): string {
  const unit = type.unit === undefined ? "" : ` ${printUnit(type.unit)}`;
  const unitLast = type.unit !== undefined && type.range !== undefined && type.unit.start >= type.range.end;
  const range = type.range === undefined ? "" : ` in ${printRange(type.range)}`;
  return `${printBase(type.base)}${unitLast ? range + unit : unit + range}${type.optional ? "?" : ""}`;
}

function printBase(base: BaseType): string {
  switch (base.kind) {
    case "named":
      return base.name;
    case "range":
      return printRange(base.range);
    case "vector":
    case "bools":
      return `${base.kind}(${base.size})`;
    case "quaternion":
      return `quaternion(${base.order})`;
    case "ensemble":
      return `ensemble(${base.size}) of ${printBase(base.of)}`;
    case "list":
      return `list of ${printBase(base.of)}`;
    case "one-of":
      return `one of ${base.alternatives.map((alternative) => alternative.text).join(" | ")}`;
    case "missing":
      return "";
  }
}

export function printRange(range: RangeNode): string {
  return `${printBound(range.lo)}..${printBound(range.hi)}`;
}

function printBound(bound: Expression): string {
  if (bound.kind === "unary") return `-${printBound(bound.operand)}`;
  if (bound.kind === "number") return bound.text;
  if (bound.kind === "inf") return "inf";
  return bound.kind === "name" ? bound.name : "";
}

/** `[m/s^2]`: a negative exponent behind the first factor is a division. */
export function printUnit(unit: UnitTag): string {
  const factors = unit.factors.map(({ name, number, exponent }, i) => {
    const divides = i > 0 && exponent < 0;
    const power = divides ? -exponent : exponent;
    return `${i === 0 ? "" : divides ? "/" : "*"}${name ?? number}${power === 1 ? "" : `^${power}`}`;
  });
  return `[${factors.join("")}]`;
}
